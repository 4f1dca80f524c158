//! Prints messages of the application and of the crate in the languages given as arguments.

use std::env;
use std::error::Error;

use fluent_bundle::FluentArgs;
use im_error_l10n::ErrorCode;
use im_error_l10n_fluent_app::embed::Loaders;
use im_error_l10n_fluent_app::plain::{CHAT, Messages};
use im_error_l10n_fluent_app::{Toast, choose};

/// A code of the crate, and one that it does not know.
const CODES: [i32; 2] = [56, 99_999];

fn main() -> Result<(), Box<dyn Error>> {
    let wanted: Vec<String> = env::args().skip(1).collect();
    let messages = Messages::new(&wanted, &CHAT).map_err(|errors| format!("{errors:?}"))?;
    let loaders = Loaders::new(&wanted)?;

    let locales = choose(&wanted, CHAT.map(|(locale, _)| locale));
    match &wanted[..] {
        [] => println!("languages wanted: none (name some, such as `zh-Hans`)"),
        wanted => println!("languages wanted: {}", wanted.join(", ")),
    }
    println!("locales loaded:   {}", locales.join(", "));

    println!("\nfluent-bundle, one bundle for both (src/plain.rs)");
    let friend = FluentArgs::from_iter([("friend", "Li")]);
    for id in ["chat-title", "chat-offline"] {
        println!("  {id}: {}", messages.text(id, &friend).unwrap_or_default());
    }
    for code in CODES {
        if let Some(toast) = messages.error(code) {
            print(code, &toast);
        }
    }

    println!("\ni18n-embed, a loader for each (src/embed.rs)");
    println!("  chat-title: {}", loaders.chat.get_args_fluent("chat-title", Some(&friend)));
    for code in CODES {
        print(code, &loaders.error(code));
    }
    Ok(())
}

fn print(code: i32, toast: &Toast) {
    let name = ErrorCode::new(code).name().unwrap_or("unknown code");
    println!("  error {code} ({name}): {}", toast.text);
    if let Some(suggestion) = &toast.suggestion {
        println!("    suggestion: {suggestion}");
    }
}
