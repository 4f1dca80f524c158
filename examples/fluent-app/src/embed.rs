//! With `i18n-embed`: one loader for the application's domain and one for the crate's.

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

/// Separate loaders for the application and the crate, so that ids cannot collide.
pub struct Loaders {
    /// The application's messages, `<locale>/chat.ftl`.
    pub chat: FluentLanguageLoader,
    /// The crate's messages, `<locale>/errors.ftl`, so the domain is `errors`.
    pub errors: FluentLanguageLoader,
}

impl Loaders {
    /// Loads the locales of a chain from `Localizer::builtin().negotiate(..)`, for both loaders.
    ///
    /// `i18n_embed::select` could choose them too, but it gives Simplified Chinese to users of
    /// Traditional Chinese. And `load_languages` panics if a language has no file; the locales of a
    /// chain all have one.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be loaded.
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

    /// Returns the toast for an error.
    pub fn error(&self, code: impl Into<ErrorCode>) -> Toast {
        let code = code.into();
        let (id, args) = (message_id(code), args(code));
        let text = self.errors.get_args_fluent(id, Some(&args));
        // Without this check, the loader would take the suggestion from the next locale, and the
        // toast would be half Chinese and half English.
        let has_suggestion = self.errors.has_attr(id, "suggestion");
        let suggest = || self.errors.get_attr_args_fluent(id, "suggestion", Some(&args));
        Toast { text, suggestion: has_suggestion.then(suggest) }
    }
}
