//! Apple's platforms: a string catalog.

use serde_json::{Map, Value, json};

use super::catalog::{Catalog, ExportedLocale, Message};
use super::{File, pretty};

pub(super) fn files(catalog: &Catalog) -> Vec<File> {
    let mut strings = Map::new();
    for entry in &catalog.entries {
        let key = entry.code.map_or("unknown".to_owned(), |code| code.to_string());
        // Only the text of unknown codes is a format. Elsewhere, `%` is a character.
        let escape = |text: &str| match entry.code {
            None => text.replace('%', "%%"),
            Some(_) => text.to_owned(),
        };
        let text = |message: &Message| message.text(escape, "%lld");
        strings.insert(key.clone(), string(catalog, entry.code, &entry.comment, text));
        if entry.has_suggestion {
            let text = |message: &Message| message.suggestion(escape, "%lld");
            let comment = format!("What the user can do about {key}.");
            strings
                .insert(format!("{key}.suggestion"), string(catalog, entry.code, &comment, text));
        }
    }
    let source = catalog.locales.first().map(|locale| name(locale, catalog)).unwrap_or_default();
    let root = json!({ "sourceLanguage": source, "strings": strings, "version": "1.0" });
    Vec::from([File::new("ImErrors.xcstrings", pretty(&root))])
}

/// Returns a string in all languages. Where a locale has none of its own, it gets that of the locale
/// after it, to be reviewed: at run time, a missing string would show its key.
fn string(
    catalog: &Catalog,
    code: Option<i32>,
    comment: &str,
    text: impl Fn(&Message) -> String,
) -> Value {
    let mut localizations = Map::new();
    for (index, locale) in catalog.locales.iter().enumerate() {
        let Some(message) = locale.answers.get(&code) else { continue };
        let is_own = index == 0 || locale.own.contains_key(&code);
        let state = if is_own { "translated" } else { "needs_review" };
        let unit = json!({ "stringUnit": { "state": state, "value": text(message) } });
        localizations.insert(name(locale, catalog).to_owned(), unit);
    }
    let mut string = Map::new();
    if !comment.is_empty() {
        string.insert("comment".to_owned(), comment.into());
    }
    string.insert("extractionState".to_owned(), "manual".into());
    string.insert("localizations".to_owned(), localizations.into());
    string.into()
}

/// The name that Xcode has for a language. It names English and Chinese without their regions; but if
/// another locale has that name already, the locale keeps its own.
fn name<'a>(locale: &'a ExportedLocale, catalog: &Catalog) -> &'a str {
    let short = match locale.tag.as_str() {
        "en-US" => "en",
        "zh-CN" => "zh-Hans",
        "zh-TW" => "zh-Hant",
        other => other,
    };
    let is_taken = catalog.locales.iter().any(|other| other.tag == short);
    if is_taken { &locale.tag } else { short }
}
