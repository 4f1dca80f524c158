//! The kinds of errors.

use core::fmt;

/// Generates the enum and its methods from one row per kind.
macro_rules! error_kinds {
    ($($(#[$doc:meta])+ $name:ident = $number:literal, $id:literal, $status:literal;)+) => {
        /// The kind of an error, from which a UI can pick an icon, a level, an HTTP status or
        /// a gRPC code without a list of codes.
        ///
        /// The kinds are the canonical codes of
        /// [`google.rpc.Code`](https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto),
        /// which gRPC, Connect and Firebase use, and the discriminants are its numbers. With the
        /// feature `serde` a kind is its [`as_str`](ErrorKind::as_str).
        ///
        /// ```
        /// use im_error_l10n::{ErrorKind, ErrorType};
        ///
        /// let kind = ErrorType::NetworkError.kind();
        /// assert_eq!(kind, ErrorKind::Unavailable);
        /// assert_eq!(kind.as_str(), "unavailable");
        /// assert_eq!(kind.http_status(), 503);
        /// assert_eq!(kind.grpc_code(), 14);
        /// ```
        #[repr(i32)]
        #[non_exhaustive]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ErrorKind {
            $($(#[$doc])+ $name = $number,)+
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
    Ok = 0, "ok", 200;
    /// The caller canceled the operation.
    Cancelled = 1, "cancelled", 499;
    /// The cause is unknown. Unknown codes have this kind.
    Unknown = 2, "unknown", 500;
    /// An argument is invalid, whatever the state of the system.
    InvalidArgument = 3, "invalid-argument", 400;
    /// Something that was asked for does not exist.
    NotFound = 5, "not-found", 404;
    /// Something that the caller tried to create already exists.
    AlreadyExists = 6, "already-exists", 409;
    /// The user is known, but is not allowed to do this.
    PermissionDenied = 7, "permission-denied", 403;
    /// A quota or a limit has been reached.
    ResourceExhausted = 8, "resource-exhausted", 429;
    /// The system is not in the state that the operation needs.
    FailedPrecondition = 9, "failed-precondition", 400;
    /// The operation conflicted with another one.
    Aborted = 10, "aborted", 409;
    /// The operation is not supported.
    Unimplemented = 12, "unimplemented", 501;
    /// Something in the system is broken.
    Internal = 13, "internal", 500;
    /// The service cannot be reached right now; trying again may help.
    Unavailable = 14, "unavailable", 503;
    /// The user is not signed in, or no longer is.
    Unauthenticated = 16, "unauthenticated", 401;
}

impl ErrorKind {
    /// Returns the number of the kind in `google.rpc.Code`, for a gRPC status.
    pub const fn grpc_code(self) -> i32 {
        self as i32
    }
}

/// Writes [`as_str`](ErrorKind::as_str).
impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
