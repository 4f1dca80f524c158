//! Writes what the peers that do not read Fluent need, from the crate's own texts.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use im_error_l10n::{ErrorType, Localizer};

/// A number that no table has, to be found again in the text.
const UNKNOWN: i32 = 99999;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=../../locales");
    let folder = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(folder.join("codes.rs"), codes())?;
    rust_i18n(&folder)
}

/// The look-ups from a number that a program without our crate would have.
fn codes() -> String {
    let chain = Localizer::builtin().negotiate(["zh-CN"]);
    let (mut ids, mut suggestion_ids, mut texts) = (String::new(), String::new(), String::new());
    for error in ErrorType::ALL {
        let (code, id) = (error.code(), error.message_id());
        let message = chain.message(code);
        let _ = writeln!(ids, "        {code} => {id:?},");
        let _ = writeln!(texts, "        {code} => {:?},", message.text());
        if message.suggestion().is_some() {
            let _ = writeln!(suggestion_ids, "        {code} => {:?},", format!("{id}.suggestion"));
        }
    }
    let function = |doc: &str, inline: &str, name: &str, arms: &str| {
        format!(
            "/// {doc}
#[{inline}]
pub fn {name}(code: i32) -> &'static str {{
    match code {{
{arms}        _ => \"error-unknown\",
    }}
}}
"
        )
    };
    // The limit is to be as fast as it can.
    function("The id of the message of a code.", "inline", "id", &ids)
        + &function("The key of a suggestion.", "inline", "suggestion_id", &suggestion_ids)
        + &function("The limit: the Chinese text of a code.", "inline(always)", "matched", &texts)
}

/// One JSON file a locale, and the macro call that names their folder.
fn rust_i18n(folder: &Path) -> io::Result<()> {
    let texts = folder.join("rust-i18n");
    fs::create_dir_all(&texts)?;
    for tag in Localizer::builtin().locales() {
        let chain = Localizer::builtin().negotiate([tag]);
        let unknown = chain.text(UNKNOWN).replace(&UNKNOWN.to_string(), "%{code}");
        let mut json = format!("{{\n  \"_version\": 1,\n  \"error-unknown\": {unknown:?}");
        for error in ErrorType::ALL {
            let message = chain.message(*error);
            let _ = write!(json, ",\n  {:?}: {:?}", error.message_id(), message.text());
            if let Some(suggestion) = message.suggestion() {
                let _ = write!(json, ",\n  \"{}.suggestion\": {suggestion:?}", error.message_id());
            }
        }
        fs::write(texts.join(format!("{tag}.json")), json + "\n}\n")?;
    }
    let call = format!("rust_i18n::i18n!({:?}, fallback = \"en-US\");\n", texts.display());
    fs::write(folder.join("rust_i18n.rs"), call)
}
