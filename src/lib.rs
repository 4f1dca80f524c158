//! Localized texts for the error codes of an instant-messaging SDK.

mod error;
mod error_type;

pub use error::Error;
pub use error_type::ErrorType;
