//! Writes the enum that es-fluent derives the messages from.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs, io};

use im_error_l10n::ErrorType;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=../../../locales");
    let mut variants = String::new();
    let mut arms = String::new();
    for error in ErrorType::ALL {
        let (name, code, id) = (error.name(), error.code(), error.message_id());
        let key = id.strip_prefix("error-").unwrap_or(id);
        let _ = writeln!(variants, "    #[fluent(key = {key:?})] {name},");
        let _ = writeln!(arms, "            {code} => Self::{name},");
    }
    let source = format!(
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
    );
    let folder = env::var_os("OUT_DIR").unwrap_or_default();
    fs::write(Path::new(&folder).join("error.rs"), source)
}
