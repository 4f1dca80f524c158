//! With `i18n-embed`: one loader for the application's domain, one for the crate's.

use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed::{I18nEmbedError, LanguageLoader};
use im_error_l10n::{ErrorCode, LocaleChain, Locales};
use rust_embed::RustEmbed;
use unic_langid::{LanguageIdentifier, langid};

use crate::{Toast, args, message_id};

/// The application's own messages.
#[derive(RustEmbed)]
#[folder = "i18n"]
struct Chat;

/// The loaders of both. They are apart, so that no id can collide.
pub struct Loaders {
    /// The application's messages, `<locale>/chat.ftl`.
    pub chat: FluentLanguageLoader,
    /// The crate's: its files are `<locale>/errors.ftl`, so the domain is `errors`.
    pub errors: FluentLanguageLoader,
}

impl Loaders {
    /// Loads the locales of a chain: `Localizer::builtin().negotiate(..)` picks them for both.
    ///
    /// `i18n_embed::select` would pick too, but it hands Simplified Chinese to users of Traditional
    /// Chinese. And `load_languages` panics where a language has no file; those of a chain have.
    ///
    /// # Errors
    ///
    /// If a file cannot be loaded.
    pub fn new(chain: &LocaleChain) -> Result<Loaders, I18nEmbedError> {
        let languages: Vec<LanguageIdentifier> =
            chain.locales().filter_map(|locale| locale.parse().ok()).collect();
        let chat = FluentLanguageLoader::new("chat", langid!("en-US"));
        let errors = FluentLanguageLoader::new("errors", langid!("en-US"));
        chat.load_languages(&Chat, &languages)?;
        errors.load_languages(&Locales, &languages)?;
        errors.set_use_isolating(false);
        Ok(Loaders { chat, errors })
    }

    /// Returns what a toast says of an error.
    pub fn error(&self, code: impl Into<ErrorCode>) -> Toast {
        let code = code.into();
        let (id, args) = (message_id(code), args(code));
        let text = self.errors.get_args_fluent(id, Some(&args));
        // Asked of the locale that has the message: without the question, the loader would go on to
        // the next locale, and the toast would be half Chinese and half English.
        let has_suggestion = self.errors.has_attr(id, "suggestion");
        let suggest = || self.errors.get_attr_args_fluent(id, "suggestion", Some(&args));
        Toast { text, suggestion: has_suggestion.then(suggest) }
    }
}
