//! With `fluent-bundle` alone: one bundle per locale, with the application's and the crate's
//! messages.

use fluent_bundle::{FluentArgs, FluentBundle, FluentError, FluentResource};
use im_error_l10n::ErrorCode;
use unic_langid::LanguageIdentifier;

use crate::{Toast, args, choose, message_id};

/// A locale and the content of an `.ftl` file.
pub type Source = (&'static str, &'static str);

/// The application's own messages.
pub const CHAT: [Source; 2] = [
    ("en-US", include_str!("../i18n/en-US/chat.ftl")),
    ("zh-CN", include_str!("../i18n/zh-CN/chat.ftl")),
];

/// The messages of the application and of the crate, best locale first.
pub struct Messages {
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Messages {
    /// Loads the locales of the application that match what a user wants, and the default.
    ///
    /// # Errors
    ///
    /// Returns [`FluentError::Overriding`] with the id if the application and the crate both define
    /// one, such as `error-unknown`.
    pub fn new(wanted: &[impl AsRef<str>], own: &[Source]) -> Result<Messages, Vec<FluentError>> {
        let mut bundles = Vec::new();
        for locale in choose(wanted, own.iter().map(|(locale, _)| *locale)) {
            bundles.push(bundle(locale, own)?);
        }
        Ok(Messages { bundles })
    }

    /// Returns the application's message with this id.
    pub fn text(&self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        self.toast(id, args).map(|toast| toast.text)
    }

    /// Returns the toast for an error.
    pub fn error(&self, code: impl Into<ErrorCode>) -> Option<Toast> {
        let code = code.into();
        self.toast(message_id(code), &args(code))
    }

    fn toast(&self, id: &str, args: &FluentArgs<'_>) -> Option<Toast> {
        for bundle in &self.bundles {
            let Some(message) = bundle.get_message(id) else { continue };
            let Some(pattern) = message.value() else { continue };
            let mut errors = Vec::new();
            let mut format =
                |pattern| bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
            let text = format(pattern);
            // From the same locale as the text, or the toast would be half English and half Chinese.
            let suggestion = message.get_attribute("suggestion");
            let suggestion = suggestion.map(|attribute| format(attribute.value()));
            if errors.is_empty() {
                return Some(Toast { text, suggestion });
            }
        }
        None
    }
}

fn bundle(locale: &str, own: &[Source]) -> Result<FluentBundle<FluentResource>, Vec<FluentError>> {
    let languages: Option<LanguageIdentifier> = locale.parse().ok();
    let mut bundle = FluentBundle::new(languages.into_iter().collect());
    // The crate's own lookups add no isolation marks either.
    bundle.set_use_isolating(false);
    // The application's file comes first: if two messages share an id, the bundle keeps the first
    // and returns an error.
    let mut sources = own.to_vec();
    sources.extend(im_error_l10n::sources());
    for (tag, source) in sources {
        if tag == locale {
            bundle.add_resource(parse(source)?)?;
        }
    }
    Ok(bundle)
}

fn parse(source: &str) -> Result<FluentResource, Vec<FluentError>> {
    FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| {
        let errors = errors.into_iter().map(FluentError::ParserError);
        errors.collect()
    })
}
