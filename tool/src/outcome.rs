//! How a command ends.

use std::error::Error;
use std::fmt::Display;
use std::io;

/// The result of a command that ran to completion.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    Success,
    Findings,
}

/// Why a command failed.
pub(crate) enum Failure {
    /// The reader of the output has closed it.
    ClosedPipe,
    Other(String),
}

pub(crate) type Outcome = Result<Status, Failure>;

impl Failure {
    pub(crate) fn new(message: impl Display) -> Failure {
        Failure::Other(message.to_string())
    }

    /// A failure with its cause.
    pub(crate) fn of(what: impl Display, cause: &dyn Error) -> Failure {
        Failure::Other(format!("{what}: {cause}"))
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::ClosedPipe,
            _ => Failure::of("cannot write the output", &error),
        }
    }
}
