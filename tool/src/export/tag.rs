//! The subtags of a canonical tag.

pub(super) struct Tag {
    pub(super) language: String,
    pub(super) script: String,
    pub(super) region: String,
    pub(super) variants: Vec<String>,
}

impl Tag {
    pub(super) fn of(canonical: &str) -> Tag {
        let mut subtags = canonical.split('-');
        let language = subtags.next().unwrap_or_default().to_owned();
        let (mut script, mut region, mut variants) = (String::new(), String::new(), Vec::new());
        for subtag in subtags {
            let is_digit = subtag.starts_with(|c: char| c.is_ascii_digit());
            match subtag.len() {
                4 if !is_digit => script = subtag.to_owned(),
                2 | 3 => region = subtag.to_owned(),
                _ => variants.push(subtag.to_owned()),
            }
        }
        Tag { language, script, region, variants }
    }

    /// Joins the subtags with hyphens again.
    pub(super) fn subtags(&self) -> String {
        let parts = [&self.language, &self.script, &self.region].into_iter().chain(&self.variants);
        parts.filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join("-")
    }

    /// The name with underscores: `zh_Hant_TW`.
    pub(super) fn underscored(&self) -> String {
        self.subtags().replace('-', "_")
    }
}
