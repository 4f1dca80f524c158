//! Replacing codes that have a newer or a better one.
//!
//! See [UTS 35, canonicalization](https://unicode.org/reports/tr35/#LocaleId_Canonicalization).

use super::{SIGN, Tag, is_separator, split};
use crate::locale::rows::{cell, find, first_row};
use crate::locale::script_at;
use crate::locale::subtags::{Language, Region, Script};
use crate::locale::{self, cldr};

impl Tag {
    /// Returns the canonical form of a tag that was read.
    pub(super) fn canonical(mut self) -> Tag {
        self.language = self.written;
        self.is_specific |= self.written != Language::NONE;
        if self.variants.is_empty()
            && self.script != Script::QAAI
            && !locale::SPECIAL_LANGUAGES.may_have(self.written.0)
            && !locale::SPECIAL_REGIONS.may_have(self.region.0)
        {
            return self;
        }
        loop {
            let before = (self.language, self.region);
            if !self.variants.is_empty() {
                self.replace_variants();
            }
            self.replace_sign_language();
            self.replace_language();
            if self.script == Script::QAAI {
                self.script = Script::ZINH;
            }
            self.replace_region();
            if (self.language, self.region) == before {
                return self;
            }
        }
    }

    #[cold]
    fn replace_variants(&mut self) {
        for (old, new) in cldr::VARIANT_ALIASES {
            let (language, variants) = split(old.as_bytes(), is_separator);
            let language = Language::parse(language);
            let old = variants.split(|byte| *byte == b'-').filter(|variant| !variant.is_empty());
            if language.is_some_and(|language| language != self.language)
                || !old.clone().all(|variant| self.variants.contains(variant))
            {
                continue;
            }
            old.for_each(|variant| self.variants.remove(variant));
            let (language, rest) = split(new.as_bytes(), is_separator);
            if let Some(language) = Language::parse(language) {
                self.language = language;
                self.written = language;
            }
            self.parse_subtags(rest);
        }
    }

    /// Replaces `sgn` and a region by the sign language: `sgn-BR` is `bzs`, that of Brazil.
    fn replace_sign_language(&mut self) {
        let [regions, languages] = &cldr::SIGNED;
        if self.language == SIGN
            && let Some(row) = find(regions, self.region.0)
        {
            self.language = Language(cell(languages, row));
            self.written = self.language;
            self.region = Region::NONE;
        }
    }

    pub(super) fn replace_language(&mut self) {
        let [old, new] = &cldr::ALIASES;
        if let Some(row) = find(old, self.language.0) {
            self.language = Language(cell(new, row));
        }
        let [old, languages, scripts, regions] = &cldr::COMPOUND;
        if let Some(row) = find(old, self.language.0) {
            self.language = Language(cell(languages, row));
            if self.script == Script::NONE {
                self.script = script_at(cell(scripts, row));
            }
            if self.region == Region::NONE {
                self.region = Region(cell(regions, row));
            }
        }
    }

    fn replace_region(&mut self) {
        if self.region == Region::NONE {
            return;
        }
        let [old, new] = &cldr::REGIONS;
        if let Some(row) = find(old, self.region.0) {
            self.region = Region(cell(new, row));
            return;
        }
        // Of the regions that it was split into, take the one where the language is spoken.
        let [old, new] = &cldr::SPLIT;
        let mut row = first_row(old, self.region.0);
        if old.get(row) != Some(&self.region.0) {
            return;
        }
        let old_region = core::mem::replace(&mut self.region, Region(cell(new, row)));
        let (.., likely) = locale::likely(self.language, self.script, Region::NONE);
        while old.get(row) == Some(&old_region.0) {
            if cell(new, row) == likely.0 {
                self.region = likely;
            }
            row += 1;
        }
    }
}
