//! A small UI layer: negotiate a chain once, keep the codes, and look up messages when drawing.
//!
//! `cargo run --example toast -- zh-Hans fr`

use std::fmt;

use im_error_l10n::{ErrorCode, ErrorKind, ErrorType, LocaleChain, Localizer};

/// Keeps the error as the SDK reports it, not its text, so that open toasts follow the language.
struct Toast {
    code: ErrorCode,
    /// The SDK's own message, for developers.
    details: &'static str,
    log_id: &'static str,
}

impl Toast {
    fn draw(&self, chain: &LocaleChain, screen: &mut impl fmt::Write) -> fmt::Result {
        let message = chain.message(self.code);
        // A web page would set `lang` to the locale, so that a screen reader reads English as English.
        // Waiting helps only where a repeated call may succeed.
        let icon = if message.is_retryable() { '⏳' } else { icon(message.kind()) };
        writeln!(screen, "{icon} [{}] {message}", message.locale())?;
        if let Some(suggestion) = message.suggestion() {
            writeln!(screen, "  {suggestion}")?;
        }
        // The message of an unknown code has only the number; support needs more.
        match message.error_type() {
            Some(_) => writeln!(screen, "  {}", self.log_id),
            None => writeln!(screen, "  {} · {}", self.details, self.log_id),
        }
    }
}

/// Returns an icon for a kind, so that codes of later releases have icons too.
fn icon(kind: ErrorKind) -> char {
    match kind {
        ErrorKind::Ok => '✓',
        ErrorKind::Cancelled => '∅',
        ErrorKind::Unauthenticated | ErrorKind::PermissionDenied => '🔒',
        ErrorKind::Internal | ErrorKind::Unknown => '✗',
        _ => '!',
    }
}

#[allow(clippy::print_stdout, reason = "the program prints what a window would show")]
fn main() -> fmt::Result {
    let mut languages: Vec<String> = std::env::args().skip(1).collect();
    if languages.is_empty() {
        languages = vec!["zh-Hans-CN".to_owned(), "en".to_owned()];
    }
    let toasts = [
        Toast { code: ErrorType::NotFriend.into(), details: "not friend", log_id: "0A1F" },
        Toast { code: ErrorCode::new(23), details: "frequency limit", log_id: "0A20" },
        Toast { code: ErrorCode::new(10006), details: "volume exceeds", log_id: "0A21" },
        Toast { code: ErrorCode::new(99999), details: "quota of shard 7", log_id: "0A22" },
    ];

    // At startup, and when the user picks another language.
    let chain = Localizer::builtin().negotiate(&languages);
    let mut screen = String::new();
    for toast in &toasts {
        toast.draw(&chain, &mut screen)?;
    }
    print!("{screen}");
    Ok(())
}
