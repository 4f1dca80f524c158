//! What a UI layer writes: bind a chain to the user's languages once, then turn the SDK's errors
//! into toasts.
//!
//! `cargo run --example toast -- zh-Hans fr`

use std::fmt;

use im_error_l10n::{ErrorType, LocaleChain, Localizer, Source};

/// An error as the SDK hands it over: a number, words for developers, and an id for its logs.
struct SdkError {
    code: i32,
    message: &'static str,
    log_id: &'static str,
}

/// What the UI draws.
struct Toast {
    text: String,
    suggestion: Option<String>,
    /// For `lang="..."`: a screen reader reads English text to a French reader in English.
    lang: String,
    /// Small print for support: what was not said in the text.
    details: String,
}

impl Toast {
    fn new(error: &SdkError, chain: &LocaleChain<'_>) -> Toast {
        let message = chain.message(error.code);
        let details = match message.source() {
            // The text can only tell the number: the SDK's own words may help support.
            Source::UnknownCode => format!("{} · {}", error.message, error.log_id),
            _ => error.log_id.to_owned(),
        };
        Toast {
            text: message.text().to_owned(),
            suggestion: message.suggestion().map(str::to_owned),
            lang: message.locale().to_owned(),
            details,
        }
    }
}

impl fmt::Display for Toast {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "[{}] {}", self.lang, self.text)?;
        if let Some(suggestion) = &self.suggestion {
            writeln!(f, "        {suggestion}")?;
        }
        writeln!(f, "        {}", self.details)
    }
}

#[allow(clippy::print_stdout, reason = "printing is all that this program is for")]
fn main() {
    let mut languages: Vec<String> = std::env::args().skip(1).collect();
    if languages.is_empty() {
        languages = vec!["zh-Hans-CN".to_owned(), "en".to_owned()];
    }
    // Once per user: at start-up, or when the language is changed.
    let chain = Localizer::builtin().negotiate(&languages);

    let errors = [
        SdkError { code: ErrorType::NotFriend.code(), message: "not friend", log_id: "0A1F" },
        SdkError { code: 23, message: "frequency limit", log_id: "0A20" },
        SdkError { code: 10006, message: "volume exceeds", log_id: "0A21" },
        SdkError { code: 99999, message: "quota of shard 7", log_id: "0A22" },
    ];
    for error in &errors {
        println!("{}", Toast::new(error, &chain));
    }
}
