//! HarmonyOS: a `string.json` for each locale.

use serde_json::{Value, json};

use super::catalog::{Catalog, id};
use super::tag::Tag;
use super::{File, name_of, pretty};

pub(super) fn files(catalog: &mut Catalog) -> Vec<File> {
    let mut files = Vec::new();
    for (index, locale) in catalog.locales.iter().enumerate() {
        let is_default = index == 0;
        let tag = Tag::of(&locale.tag);
        if let Some(why) = fault(&tag).filter(|_| !is_default) {
            catalog.left_out.push(format!("{}: {why}", locale.tag));
            continue;
        }
        let folder = if is_default { "base".to_owned() } else { tag.underscored() };
        let messages = if is_default { &locale.answers } else { &locale.own };
        let mut strings: Vec<Value> = Vec::new();
        for entry in &catalog.entries {
            let Some(message) = messages.get(&entry.code) else { continue };
            // Only the text of unknown codes is a format. Elsewhere, `%` is a character.
            let escape = |text: &str| match entry.code {
                None => text.replace('%', "%%"),
                Some(_) => text.to_owned(),
            };
            let (text, suggestion) = (message.text(escape, "%d"), message.suggestion(escape, "%d"));
            if is_reference(&text) || is_reference(&suggestion) {
                let why = "begins like a reference to another resource";
                catalog.left_out.push(format!("{}: {}: {why}", locale.tag, id(entry.code)));
                continue;
            }
            let name = name_of(entry.code);
            strings.push(json!({ "name": name, "value": text }));
            if entry.has_suggestion {
                strings.push(json!({ "name": format!("{name}_suggestion"), "value": suggestion }));
            }
        }
        let path = format!("{folder}/element/string.json");
        files.push(File::new(path, pretty(&json!({ "string": strings }))));
    }
    files
}

/// Returns why HarmonyOS has no folder for a locale.
fn fault(tag: &Tag) -> Option<&'static str> {
    if !tag.variants.is_empty() {
        Some("HarmonyOS has no locales with variants")
    } else if ["car", "tv"].contains(&&*tag.language) {
        Some("HarmonyOS takes this language for a kind of device")
    } else {
        None
    }
}

/// Whether HarmonyOS reads the text as a resource: `$string:name`.
fn is_reference(text: &str) -> bool {
    let name = text.strip_prefix('$').and_then(|rest| rest.split_once(':'));
    name.is_some_and(|(kind, _)| kind.chars().all(|c| c.is_ascii_alphabetic()))
}
