//! TypeScript: a module with a map of messages for each locale, and the lookup.

use std::fmt::Write;

use im_error_l10n::{ErrorCode, ErrorKind, Localizer};

use super::File;
use super::catalog::{Catalog, ExportedLocale};
use super::matching;

const RUNTIME: &str = include_str!("runtime.ts");

pub(super) fn files(catalog: &Catalog, localizer: &Localizer) -> Vec<File> {
    let mut tags: Vec<&str> = catalog.locales.iter().map(|locale| &*locale.tag).collect();
    matching::sort(&mut tags, localizer);
    let mut module = RUNTIME.replace("  __TABLES__\n", &matching::tables(&tags));
    let mut kinds: Vec<&str> = Vec::from([ErrorKind::Unknown.as_str()]);
    let mut codes = String::new();
    for code in catalog.entries.iter().filter_map(|entry| entry.code).map(ErrorCode::new) {
        let kind = code.kind().as_str();
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
        let name = code.name().map_or("null".to_owned(), string);
        let (number, retryable) = (code.get(), code.is_retryable());
        let _ = writeln!(codes, "  {}: [{name}, \"{kind}\", {retryable}],", key(number));
    }
    kinds.sort_unstable();
    let kinds = kinds.iter().map(|kind| format!("\"{kind}\"")).collect::<Vec<_>>().join(" | ");
    module = module.replace("__KINDS__", &kinds).replace("  __CODES__\n", &codes);
    let mut names = Vec::new();
    for (index, locale) in catalog.locales.iter().enumerate() {
        let name = identifier(&locale.tag);
        map(&mut module, catalog, locale, &name, index == 0);
        names.push(name);
    }
    let names = names.join(", ");
    let _ = write!(
        module,
        "\n/**\n * Returns the message of a code in the first of these languages that there is. Pass \
         `navigator.languages`.\n */\nexport const message = /* @__PURE__ */ localizer({names});\n"
    );
    Vec::from([File::new("im-errors.ts", module)])
}

fn map(
    module: &mut String,
    catalog: &Catalog,
    locale: &ExportedLocale,
    name: &str,
    is_default: bool,
) {
    let messages = if is_default { &locale.answers } else { &locale.own };
    let _ = write!(
        module,
        "\nexport const {name}: Messages = {{\n  locale: {},\n",
        string(&locale.tag)
    );
    let mut texts = String::new();
    for entry in &catalog.entries {
        let Some(message) = messages.get(&entry.code) else { continue };
        let pieces = |pieces: &Vec<String>| {
            pieces.iter().map(|piece| string(piece)).collect::<Vec<_>>().join(", ")
        };
        let suggestion = message.suggestion.as_ref().map(pieces);
        if is_default && !entry.comment.is_empty() {
            let _ =
                writeln!(texts, "    // {}", entry.comment.replace(['\u{2028}', '\u{2029}'], " "));
        }
        match entry.code {
            Some(code) => {
                let suggestion = suggestion.map(|text| format!(", {text}")).unwrap_or_default();
                let _ =
                    writeln!(texts, "    {}: [{}{suggestion}],", key(code), pieces(&message.text));
            }
            None => {
                let suggestion =
                    suggestion.map(|pieces| format!(", [{pieces}]")).unwrap_or_default();
                let _ = writeln!(module, "  unknown: [[{}]{suggestion}],", pieces(&message.text));
            }
        }
    }
    let _ = write!(module, "  texts: {{\n{texts}  }},\n}};\n");
}

/// A number as a key of an object.
fn key(code: i32) -> String {
    if code < 0 { format!("\"{code}\"") } else { code.to_string() }
}

/// A literal that all versions of JavaScript read, and every editor shows.
fn string(text: &str) -> String {
    let mut literal = String::from("\"");
    for c in text.chars() {
        let is_visible = !c.is_control()
            && !matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
        match c {
            '"' | '\\' => literal.extend(['\\', c]),
            _ if is_visible => literal.push(c),
            _ => {
                let _ = write!(literal, "\\u{:04x}", u32::from(c));
            }
        }
    }
    literal.push('"');
    literal
}

/// The name of a locale's map: `zhCN`.
fn identifier(tag: &str) -> String {
    let mut subtags = tag.split('-');
    let language = subtags.next().unwrap_or_default();
    // `in` and `is` are words of the language, also with nothing after them.
    let rest: String = subtags.collect();
    if rest.is_empty() { format!("{language}_") } else { format!("{language}{rest}") }
}
