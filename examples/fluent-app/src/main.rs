//! Prints messages of the application and of the crate in the languages given as arguments.

use std::env;
use std::error::Error;

use im_error_l10n::{ErrorType, Localizer};
use im_error_l10n_fluent_app::embed::Loaders;
use im_error_l10n_fluent_app::plain::{CHAT, Messages};

fn main() -> Result<(), Box<dyn Error>> {
    let chain = Localizer::builtin().negotiate(env::args().skip(1));
    let messages = Messages::new(&chain, &CHAT).map_err(|errors| format!("{errors:?}"))?;
    let loaders = Loaders::new(&chain)?;
    println!("{}", loaders.chat.get_args("chat-title", [("friend", "Li")].into()));
    println!("{:?}", messages.error(ErrorType::NotFriend));
    println!("{:?}", loaders.error(ErrorType::NotFriend));
    println!("{:?}", loaders.error(99_999));
    Ok(())
}
