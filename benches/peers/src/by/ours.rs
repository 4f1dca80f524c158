//! This crate, in the tier that the features enable.

use std::borrow::Cow;

use im_error_l10n::Localizer;

/// The embedded messages.
#[cfg(not(feature = "builder"))]
pub fn first_text(code: i32, tag: &str) -> Cow<'static, str> {
    Localizer::builtin().text(code, tag)
}

/// A message added at run time and, with the feature `lint`, its first finding.
#[cfg(feature = "builder")]
pub fn first_text(code: i32, tag: &str) -> Cow<'static, str> {
    let source = std::hint::black_box("error-unknown = 错误 { $code }");
    let builder = Localizer::builder().ftl(tag, source);
    let text = builder.build().map(|localizer| localizer.text(code, tag).into_owned());
    #[cfg(feature = "lint")]
    if let Some(finding) = first_finding(tag, source) {
        return Cow::Owned(finding);
    }
    Cow::Owned(text.unwrap_or_default())
}

#[cfg(feature = "lint")]
fn first_finding(tag: &str, source: &str) -> Option<String> {
    use im_error_l10n::lint::{File, Scope, lint};

    let file = File::new(tag, "added.ftl", source);
    lint(&[file], Scope::Added).first().map(ToString::to_string)
}
