//! With `i18n-embed`: one loader for the application's domain and one for the crate's.

use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed::{I18nAssets, I18nEmbedError, LanguageLoader};
use im_error_l10n::{ErrorCode, Locales};
use rust_embed::RustEmbed;
use unic_langid::{LanguageIdentifier, langid};

use crate::{Toast, args, choose, message_id};

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
    /// Loads what a user wants of the application's locales, and of the crate's.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be loaded.
    pub fn new(wanted: &[impl AsRef<str>]) -> Result<Loaders, I18nEmbedError> {
        let chat = load("chat", &Chat, wanted)?;
        let errors = load("errors", &Locales, wanted)?;
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

/// Loads the locales that match what a user wants, best first, and the default.
///
/// `i18n_embed::select` could choose them too, but it gives Simplified Chinese to users of
/// Traditional Chinese. And `load_languages` panics if a language has no file: these all have one.
fn load(
    domain: &str,
    assets: &dyn I18nAssets,
    wanted: &[impl AsRef<str>],
) -> Result<FluentLanguageLoader, I18nEmbedError> {
    let loader = FluentLanguageLoader::new(domain, langid!("en-US"));
    let mut available = Vec::new();
    for language in loader.available_languages(assets)? {
        available.push(language.to_string());
    }
    let mut languages: Vec<LanguageIdentifier> = Vec::new();
    for locale in choose(wanted, available.iter().map(String::as_str)) {
        languages.extend(locale.parse());
    }
    loader.load_languages(assets, &languages)?;
    Ok(loader)
}
