//! Writes the files that the peers need into `benches/peers/generated`.
//!
//! Users of a peer write these by hand, so generating them is not measured.

use std::fmt::Write;
use std::path::Path;
use std::{fs, io};

use im_error_l10n::{ErrorType, Localizer};

/// An unknown code that is easy to find in the text.
const UNKNOWN: i32 = 99999;

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated");
    fs::create_dir_all(folder.join("rust-i18n"))?;
    write(&folder.join("codes.rs"), &codes())?;
    write(&folder.join("error.rs"), &es_fluent())?;
    for tag in Localizer::builtin().locales() {
        write(&folder.join(format!("rust-i18n/{tag}.json")), &rust_i18n(tag))?;
    }
    Ok(())
}

/// Skips a file that is up to date, because a new timestamp would rebuild everything.
fn write(path: &Path, contents: &str) -> io::Result<()> {
    if fs::read_to_string(path).is_ok_and(|written| written == contents) {
        return Ok(());
    }
    fs::write(path, contents)
}

/// Returns the functions that map codes, which a program without this crate has to write.
fn codes() -> String {
    let chain = Localizer::builtin().negotiate(["zh-CN"]);
    let (mut ids, mut suggestion_ids, mut texts) = (String::new(), String::new(), String::new());
    for error in ErrorType::ALL {
        let (code, id) = (error.code(), error.message_id());
        let message = chain.message(error);
        let _ = writeln!(ids, "        {code} => {id:?},");
        let _ = writeln!(texts, "        {code} => {:?},", message.text());
        if message.suggestion().is_some() {
            let _ = writeln!(suggestion_ids, "        {code} => {:?},", format!("{id}.suggestion"));
        }
    }
    function("The id of the message of a code.", "id", &ids)
        + &function("The id of the suggestion of a code.", "suggestion_id", &suggestion_ids)
        + &function("The lower limit: the Chinese text of a code.", "literal", &texts)
}

fn function(doc: &str, name: &str, arms: &str) -> String {
    format!(
        "/// {doc}\n#[inline(always)]\npub fn {name}(code: i32) -> &'static str {{\n    \
         match code {{\n{arms}        _ => \"error-unknown\",\n    }}\n}}\n\n"
    )
}

/// Returns the JSON file of a locale.
fn rust_i18n(tag: &str) -> String {
    let chain = Localizer::builtin().negotiate([tag]);
    let unknown = chain.text(UNKNOWN).replace(&UNKNOWN.to_string(), "%{code}");
    let mut json = format!("{{\n  \"_version\": 1,\n  \"error-unknown\": {unknown:?}");
    for error in ErrorType::ALL {
        let (id, message) = (error.message_id(), chain.message(error));
        let _ = write!(json, ",\n  {id:?}: {:?}", message.text());
        if let Some(suggestion) = message.suggestion() {
            let _ = write!(json, ",\n  \"{id}.suggestion\": {suggestion:?}");
        }
    }
    json + "\n}\n"
}

/// Returns the enum from which es-fluent derives messages.
fn es_fluent() -> String {
    let (mut variants, mut arms) = (String::new(), String::new());
    for error in ErrorType::ALL {
        let (name, code, id) = (error.name(), error.code(), error.message_id());
        let key = id.strip_prefix("error-").unwrap_or(id);
        let _ = writeln!(variants, "    #[fluent(key = {key:?})] {name},");
        let _ = writeln!(arms, "            {code} => Self::{name},");
    }
    format!(
        "#[derive(es_fluent::EsFluent)]
#[fluent(resource = \"error\")]
pub enum Error {{
{variants}    #[fluent(key = \"unknown\")] Unknown {{ code: i32 }},
}}

impl Error {{
    pub fn from_code(code: i32) -> Self {{
        match code {{
{arms}            _ => Self::Unknown {{ code }},
        }}
    }}
}}
"
    )
}
