//! The kinds of errors.

use core::fmt;

/// Generates the enum and its methods from one row per kind.
macro_rules! error_kinds {
    ($($(#[$doc:meta])+ $name:ident = $id:literal, $status:literal;)+) => {
        /// The kind of an error, from which a UI can pick an icon, a level or an HTTP status
        /// without a list of codes.
        ///
        /// The kinds are the canonical codes of
        /// [`google.rpc.Code`](https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto),
        /// which gRPC, Connect and Firebase use. With the feature `serde` a kind is its
        /// [`as_str`](ErrorKind::as_str).
        ///
        /// ```
        /// use im_error_l10n::{ErrorKind, ErrorType};
        ///
        /// let kind = ErrorType::NetworkError.kind();
        /// assert_eq!(kind, ErrorKind::Unavailable);
        /// assert_eq!(kind.as_str(), "unavailable");
        /// assert_eq!(kind.http_status(), 503);
        /// ```
        #[non_exhaustive]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ErrorKind {
            $($(#[$doc])+ $name,)+
        }

        impl ErrorKind {
            /// Every kind.
            pub const ALL: &'static [ErrorKind] = &[$(ErrorKind::$name,)+];

            /// Returns the stable name of the kind, in kebab case: `failed-precondition`.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(ErrorKind::$name => $id,)+
                }
            }

            /// Returns the HTTP status code of the kind, as `google.rpc.Code` maps it.
            pub const fn http_status(self) -> u16 {
                match self {
                    $(ErrorKind::$name => $status,)+
                }
            }
        }
    };
}

error_kinds! {
    /// The operation succeeded.
    Ok = "ok", 200;
    /// The caller canceled the operation.
    Cancelled = "cancelled", 499;
    /// The cause is unknown. Unknown codes have this kind.
    Unknown = "unknown", 500;
    /// An argument is invalid, whatever the state of the system.
    InvalidArgument = "invalid-argument", 400;
    /// Something that was asked for does not exist.
    NotFound = "not-found", 404;
    /// Something that the caller tried to create already exists.
    AlreadyExists = "already-exists", 409;
    /// The user is known, but is not allowed to do this.
    PermissionDenied = "permission-denied", 403;
    /// A quota or a limit has been reached.
    ResourceExhausted = "resource-exhausted", 429;
    /// The system is not in the state that the operation needs.
    FailedPrecondition = "failed-precondition", 400;
    /// The operation conflicted with another one.
    Aborted = "aborted", 409;
    /// The operation is not supported.
    Unimplemented = "unimplemented", 501;
    /// Something in the system is broken.
    Internal = "internal", 500;
    /// The service cannot be reached right now; trying again may help.
    Unavailable = "unavailable", 503;
    /// The user is not signed in, or no longer is.
    Unauthenticated = "unauthenticated", 401;
}

/// Writes [`as_str`](ErrorKind::as_str).
impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
