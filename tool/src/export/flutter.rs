//! Flutter: an ARB file for each locale, with one ICU message that selects by the code.

use serde_json::{Map, Value, json};

use super::catalog::{Catalog, ExportedLocale, Message, id};
use super::tag::Tag;
use super::{File, pretty};

pub(super) fn files(catalog: &mut Catalog) -> Vec<File> {
    for entry in catalog.entries.extract_if(.., |entry| entry.code.is_some_and(|code| code < 0)) {
        let why = "Flutter selects by no negative number";
        catalog.left_out.push(format!("{}: {why}", id(entry.code)));
    }
    let mut names: Vec<(String, usize)> = Vec::new();
    for (index, locale) in catalog.locales.iter().enumerate() {
        let tag = Tag::of(&locale.tag);
        if !tag.variants.is_empty() {
            let why = "Flutter has no locales with variants";
            catalog.left_out.push(format!("{}: {why}", locale.tag));
        } else if index > 0 {
            names.push((tag.underscored(), index));
        }
    }
    // gen-l10n demands a file of the language alone: `app_zh.arb` beside `app_zh_CN.arb`. That of the
    // default locale's language is the template.
    let template = catalog.locales.first().map(|locale| Tag::of(&locale.tag).language);
    let mut languages: Vec<String> = Vec::new();
    for (index, locale) in catalog.locales.iter().enumerate() {
        let tag = Tag::of(&locale.tag);
        let has_own_locale = names.iter().any(|(name, _)| *name == tag.language);
        if index == 0 && has_own_locale {
            names.push((tag.underscored(), index));
        } else if !has_own_locale && !languages.contains(&tag.language) {
            names.push((tag.language.clone(), index));
        }
        languages.push(tag.language);
    }
    names.sort();
    let mut files = Vec::new();
    for (name, index) in names {
        let Some(locale) = catalog.locales.get(index) else { continue };
        let is_template = template.as_deref() == Some(&name);
        files.push(File::new(
            format!("app_{name}.arb"),
            pretty(&arb(catalog, locale, &name, is_template)),
        ));
    }
    files
}

fn arb(catalog: &Catalog, locale: &ExportedLocale, name: &str, is_template: bool) -> Value {
    let mut arb = Map::new();
    arb.insert("@@locale".to_owned(), name.into());
    arb.insert("@@x-generator".to_owned(), "im-error-l10n".into());
    let text = |message: &Message| Some(message.text(escape, "{code}"));
    let suggestion = |message: &Message| {
        message.suggestion.as_ref().map(|_| message.suggestion(escape, "{code}"))
    };
    let mut comments = String::from("The text of an error code.");
    for entry in catalog.entries.iter().filter(|entry| !entry.comment.is_empty()) {
        comments.push('\n');
        comments.push_str(&entry.comment);
    }
    let messages = [
        ("imError", select(catalog, locale, text), comments),
        (
            "imErrorSuggestion",
            select(catalog, locale, suggestion),
            "What the user can do about an error code; empty if there is nothing.".to_owned(),
        ),
    ];
    for (key, message, description) in messages {
        arb.insert(key.to_owned(), message.into());
        // The template describes the messages.
        if is_template {
            let placeholders = json!({ "code": { "type": "String", "example": "56" } });
            let description = json!({ "description": description, "placeholders": placeholders });
            arb.insert(format!("@{key}"), description);
        }
    }
    Value::Object(arb)
}

/// One case for each code. A locale without a message of its own gets that of the locale after it,
/// since Flutter falls back for whole messages only.
fn select(
    catalog: &Catalog,
    locale: &ExportedLocale,
    text: impl Fn(&Message) -> Option<String>,
) -> String {
    let mut select = String::from("{code, select,");
    let mut other = String::new();
    let has_unknown = locale.answers.get(&None).is_some_and(|message| text(message).is_some());
    for entry in &catalog.entries {
        let shown = locale.answers.get(&entry.code).and_then(&text);
        match (entry.code, shown) {
            (None, shown) => other = shown.unwrap_or_default(),
            (Some(code), Some(shown)) => select.push_str(&format!(" {code} {{{shown}}}")),
            // Nothing, even if there is something for unknown codes.
            (Some(code), None) if has_unknown => select.push_str(&format!(" {code} {{}}")),
            (Some(_), None) => {}
        }
    }
    format!("{select} other {{{other}}}}}")
}

/// Quotes the characters of ICU's syntax, and doubles apostrophes. Each run is quoted as a whole: two
/// quoted texts side by side would be one with an apostrophe in it.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut is_quoted = false;
    for c in text.chars() {
        let is_syntax = matches!(c, '{' | '}' | '<' | '>');
        let stays_quoted = is_syntax || is_quoted && c == '\'';
        if stays_quoted != is_quoted {
            escaped.push('\'');
            is_quoted = stays_quoted;
        }
        if c == '\'' {
            escaped.push('\'');
        }
        escaped.push(c);
    }
    if is_quoted {
        escaped.push('\'');
    }
    escaped
}
