//! Parsing locale names as people, systems and browsers write them.

mod canonical;

use core::fmt;

use super::cldr;
use super::rows::find_row;
use super::subtags::{Language, Region, Script, Variants};

/// The maximum length of a tag in bytes; no real tag is longer.
const MAX_TAG_LEN: usize = 255;

/// A locale tag in its canonical form: `ZH_hans_cn` is `zh-Hans-CN`, `iw` is `he`.
///
/// See [UTS 35, canonicalization](https://unicode.org/reports/tr35/#LocaleId_Canonicalization).
/// Extensions and private-use subtags do not affect matching, so they are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    pub(super) language: Language,
    pub(super) script: Script,
    pub(super) region: Region,
    pub(super) variants: Variants,
    /// The language code before it was made canonical.
    pub(super) written: Language,
    /// Whether the tag has a language, script or region, even an unknown one (`und-999`).
    pub(super) is_specific: bool,
    /// Whether no subtag was left out, such as those of an extension.
    pub(super) is_whole: bool,
}

impl Tag {
    const EMPTY: Tag = Tag {
        language: Language::NONE,
        script: Script::NONE,
        region: Region::NONE,
        variants: Variants::NONE,
        written: Language::NONE,
        is_specific: false,
        is_whole: true,
    };

    /// Parses a tag. Returns `None` if it does not begin with a language, or with `_` and a region.
    ///
    /// Accepts BCP 47 (`zh-Hans-CN`) in any case, and the names of POSIX (`sr_RS.UTF-8@latin`),
    /// Java (`zh_TW_#Hant`) and Android (`zh-rCN`, `b+zh+Hans+CN`). What cannot be read after the
    /// language is ignored.
    pub(crate) fn parse(tag: &str) -> Option<Tag> {
        // Spaces count, because trimming a long string would take time.
        if tag.len() > MAX_TAG_LEN {
            return None;
        }
        Tag::parse_bytes(tag.trim().as_bytes())
    }

    /// Parses a tag without spaces around it.
    pub(super) fn parse_bytes(tag: &[u8]) -> Option<Tag> {
        if tag.len() > MAX_TAG_LEN {
            return None;
        }
        let tag = match tag {
            [b'b' | b'B', b'+', name @ ..] => name,
            tag => tag,
        };
        let (name, end) = split(tag, is_end);
        let (first, rest) = split(name, is_separator);
        let mut found = Tag::EMPTY;
        match (Language::parse(first), first, rest) {
            (Some(language), ..) => found.written = language,
            (None, [], [b'_', ..]) => {}
            (None, [b'i' | b'I'], _) => return Tag::irregular(name).map(Tag::canonical),
            _ => return None,
        }
        if !found.parse_subtags(rest)
            && let Some(irregular) = Tag::irregular(name)
        {
            found = irregular;
        }
        found.parse_modifier(end);
        let names_nothing = first.is_empty() && !found.is_specific;
        (!names_nothing).then(|| found.canonical())
    }

    /// Whether messages can be for this locale: not if all subtags are unknown, as in `und-ZZ`.
    #[cfg(feature = "fluent")]
    pub(crate) fn names_locale(&self) -> bool {
        let is_known = self.language != Language::NONE
            || self.script != Script::NONE
            || self.region != Region::NONE;
        self.is_specific && is_known
    }

    /// Parses the subtags after the language, and returns whether all of them could be parsed.
    fn parse_subtags(&mut self, mut subtags: &[u8]) -> bool {
        let mut is_first = true;
        let mut is_regular = true;
        while let [_, after @ ..] = subtags {
            let (subtag, rest) = split(after, |byte| !byte.is_ascii_alphanumeric());
            match subtag {
                // A single character starts an extension.
                [_] => {
                    self.is_whole = false;
                    break;
                }
                [b'r' | b'R', region @ ..]
                    if region.len() == 2 && self.written != SIGN && self.region == Region::NONE =>
                {
                    self.parse_subtag(region);
                }
                _ if is_first && self.parse_extlang(subtag) => {}
                _ => is_regular &= self.parse_subtag(subtag),
            }
            is_first = false;
            // Anything after another character is not part of the tag.
            subtags = if rest.first().is_some_and(|byte| is_separator(*byte)) { rest } else { &[] };
        }
        self.is_whole &= is_regular;
        is_regular
    }

    fn parse_subtag(&mut self, subtag: &[u8]) -> bool {
        if let Some(script) = Script::parse(subtag)
            && self.script == Script::NONE
        {
            self.script = script;
            self.is_specific = true;
        } else if let Some(region) = Region::parse(subtag)
            && self.region == Region::NONE
        {
            self.region = region;
            self.is_specific = true;
        } else if Variants::is_variant(subtag) {
            self.variants.insert(subtag);
        } else {
            return subtag.is_empty();
        }
        true
    }

    /// Replaces the language by an extended language, as in RFC 5646: `zh-yue-HK` is `yue-HK`.
    ///
    /// An extended language counts as registered if language matching or an alias relates it to the
    /// language.
    fn parse_extlang(&mut self, subtag: &[u8]) -> bool {
        let Some(extlang) = Language::parse(subtag).filter(|_| subtag.len() == 3) else {
            return false;
        };
        let mut tag = Tag { language: extlang, ..Tag::EMPTY };
        tag.replace_language();
        let [wanted, available, _] = &cldr::PAIRS;
        let is_registered = self.written == SIGN
            || tag.language == self.written
            || find_row(&[wanted, available], &[tag.language.0, self.written.0]).is_some();
        if is_registered {
            self.written = extlang;
        }
        is_registered
    }

    /// Reads the script or variant that follows `@` in POSIX and `#` in Java.
    fn parse_modifier(&mut self, modifier: &[u8]) {
        let Some(at) = modifier.iter().position(|byte| matches!(byte, b'@' | b'#')) else {
            return;
        };
        let (_, after) = modifier.split_at(at + 1);
        let (modifier, _) = split(after, |byte| !byte.is_ascii_alphanumeric());
        if let Some(script) = script_of_modifier(modifier) {
            if self.script == Script::NONE {
                self.script = script;
            }
        } else if Variants::is_variant(modifier)
            && cldr::VARIANTS
                .split(' ')
                .any(|variant| modifier.eq_ignore_ascii_case(variant.as_bytes()))
        {
            self.variants.insert(modifier);
        }
    }

    /// Parses a tag that does not mean what its subtags say, such as `i-klingon` and `zh-CHS`.
    #[cold]
    fn irregular(name: &[u8]) -> Option<Tag> {
        for (beginning, meaning) in cldr::IRREGULAR {
            if !is_beginning(beginning.as_bytes(), name) {
                continue;
            }
            let (language, subtags) = split(meaning.as_bytes(), is_separator);
            let mut tag = Tag { written: Language::parse(language)?, ..Tag::EMPTY };
            tag.parse_subtags(subtags);
            tag.parse_subtags(name.split_at(beginning.len()).1);
            return Some(tag);
        }
        None
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.language.fmt(f)?;
        if self.script != Script::NONE {
            write!(f, "-{}", self.script)?;
        }
        if self.region != Region::NONE {
            write!(f, "-{}", self.region)?;
        }
        self.variants.fmt(f)
    }
}

/// `sgn`, the collection of all sign languages.
const SIGN: Language = Language(19 << 10 | 7 << 5 | 14);

const fn is_separator(byte: u8) -> bool {
    matches!(byte, b'-' | b'_' | b'+')
}

/// Whether the subtags end here, before a character set or a modifier of POSIX or Java.
const fn is_end(byte: u8) -> bool {
    matches!(byte, b'.' | b'@' | b'#')
}

/// Splits before the first byte of this kind.
fn split(text: &[u8], is_kind: fn(u8) -> bool) -> (&[u8], &[u8]) {
    let end = text.iter().position(|byte| is_kind(*byte)).unwrap_or(text.len());
    text.split_at(end)
}

/// Whether `name` begins with the subtags of `beginning`, which are in lowercase.
fn is_beginning(beginning: &[u8], name: &[u8]) -> bool {
    let Some((first, rest)) = name.split_at_checked(beginning.len()) else {
        return false;
    };
    let is_equal = |(wanted, byte): (&u8, &u8)| match wanted {
        b'-' => is_separator(*byte),
        letter => byte.eq_ignore_ascii_case(letter),
    };
    beginning.iter().zip(first).all(is_equal) && rest.first().is_none_or(|byte| is_separator(*byte))
}

/// Returns the script that a modifier names by its code or at its end: `ijekavianlatin`.
fn script_of_modifier(modifier: &[u8]) -> Option<Script> {
    let code = Script::parse(modifier).filter(|script| cldr::SCRIPTS.binary_search(script).is_ok());
    if code.is_some() {
        return code;
    }
    for row in cldr::SCRIPT_NAMES.split(' ') {
        let (name, code) = split(row.as_bytes(), is_separator);
        let start = modifier.len().checked_sub(name.len());
        if let Some(start) = start
            && modifier.split_at(start).1.eq_ignore_ascii_case(name)
        {
            return Script::parse(code.split_at(1).1);
        }
    }
    None
}
