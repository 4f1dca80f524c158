//! A chat window whose SDK fails, and toasts that say why in the user's language.

mod chat;
mod sdk;
mod toasts;
mod words;

pub use chat::Chat;
pub use sdk::{Sdk, SdkError};
pub use toasts::{Level, MOST_TOASTS, icon};
