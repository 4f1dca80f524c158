//! How a locale is written.

use std::collections::{HashMap, HashSet};

use super::conventions::is_among;
use super::locale::Locale;
use super::look_alikes::{
    GARBLED, HAN, HAN_ALSO_JAPANESE, TRADITIONAL, WINDOWS_1250, WINDOWS_1251, WINDOWS_1253,
    WINDOWS_1255, WINDOWS_1256,
};
use super::script::{letters_of, pairs};

/// How a locale is written.
pub(crate) struct Writing<'l> {
    pub(crate) tag: &'l str,
    pub(crate) script: String,
    /// The scripts of its letters.
    pub(crate) letters: &'static [&'static str],
    /// The encoding of Windows where the language is at home, by its upper half.
    pub(crate) code_page: Option<&'static str>,
    /// Han characters of another standard, each with the one to write.
    pub(crate) han: HashMap<char, char>,
    /// Characters that no text of the locale has, but UTF-8 in another encoding.
    pub(crate) rare: HashSet<char>,
}

impl<'l> Writing<'l> {
    /// Returns `None` if the script of the locale is unknown or rare.
    pub(crate) fn of(locale: &'l Locale<'_>) -> Option<Writing<'l>> {
        let script = locale.script();
        let letters = letters_of(&script);
        let mut han: HashMap<char, char> = match &*script {
            "Hans" => {
                let tables = [HAN, HAN_ALSO_JAPANESE, TRADITIONAL];
                tables.into_iter().flat_map(pairs).map(|(one, other)| (other, one)).collect()
            }
            "Hant" => pairs(HAN).chain(pairs(HAN_ALSO_JAPANESE)).collect(),
            "Jpan" => pairs(HAN).collect(),
            _ => HashMap::new(),
        };
        // Cantonese has words of these.
        if locale.language() == "yue" || locale.tag.contains("HK") || locale.tag.contains("MO") {
            han.retain(|c, _| !['晒', '吓'].contains(c));
        }
        let rare =
            if letters.contains(&"Hani") { GARBLED.chars().collect() } else { HashSet::new() };
        const CENTRAL_EUROPEAN: &str = "bs cs hr hu pl ro sk sl sq";
        let code_page = match letters {
            ["Cyrl"] => Some(WINDOWS_1251),
            ["Grek"] => Some(WINDOWS_1253),
            ["Hebr"] => Some(WINDOWS_1255),
            ["Arab"] => Some(WINDOWS_1256),
            _ if is_among(locale.language(), CENTRAL_EUROPEAN) => Some(WINDOWS_1250),
            _ => None,
        };
        let tag = locale.tag;
        (!letters.is_empty()).then_some(Writing { tag, script, letters, code_page, han, rare })
    }

    pub(crate) fn has(&self, script: &str) -> bool {
        self.letters.contains(&script)
    }
}
