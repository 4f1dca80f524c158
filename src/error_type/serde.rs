//! Codes as numbers and kinds as names.

use alloc::borrow::Cow;
use alloc::format;

use serde_core::de::{Deserialize, Deserializer, Error as _};
use serde_core::ser::{Serialize, Serializer};

use super::{ErrorCode, ErrorKind, ErrorType};

impl Serialize for ErrorType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i32(self.code())
    }
}

impl<'de> Deserialize<'de> for ErrorType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<ErrorType, D::Error> {
        ErrorType::try_from(i32::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl Serialize for ErrorCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i32(self.get())
    }
}

impl<'de> Deserialize<'de> for ErrorCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<ErrorCode, D::Error> {
        i32::deserialize(deserializer).map(ErrorCode::new)
    }
}

impl Serialize for ErrorKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ErrorKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<ErrorKind, D::Error> {
        let name = Cow::<str>::deserialize(deserializer)?;
        for kind in ErrorKind::ALL {
            if kind.as_str() == name {
                return Ok(*kind);
            }
        }
        Err(D::Error::custom(format!("unknown error kind `{}`", name.escape_debug())))
    }
}
