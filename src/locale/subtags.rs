//! Language, script, region and variants, each packed in a number.

use core::fmt;

/// A language code of two or three letters, 5 bits each; 0 is `und`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Language(pub(super) u16);

/// A script code of four letters, 5 bits each; 0 is none, and so is `Zzzz`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Script(pub(super) u32);

/// A region code, 5 bits each of two letters or [`FIRST_DIGITS`] and more for three digits; 0 is
/// none, and so is `ZZ`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region(pub(super) u16);

/// `000` as a region.
pub(super) const FIRST_DIGITS: u16 = 1024;

/// The variants of a tag, sorted, each in the bytes of a number; 0 is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Variants([u64; Variants::MAX]);

/// Packs at most six ASCII letters of any case, and `unknown` as 0. Returns `None` if there is
/// another character.
const fn letters(subtag: &[u8], unknown: u32) -> Option<u32> {
    let mut packed = 0;
    let mut rest = subtag;
    while let [letter, others @ ..] = rest {
        if !letter.is_ascii_alphabetic() {
            return None;
        }
        packed = packed << 5 | (*letter & 31) as u32;
        rest = others;
    }
    Some(if packed == unknown { 0 } else { packed })
}

fn write_letters(
    f: &mut fmt::Formatter<'_>,
    packed: u32,
    count: u32,
    case: [u8; 2],
) -> fmt::Result {
    let mut index = count;
    while index > 0 {
        index -= 1;
        let letter = (packed >> (5 * index) & 31) as u8;
        let case = if index + 1 == count { case[0] } else { case[1] };
        if letter != 0 {
            fmt::Write::write_char(f, char::from(case | letter))?;
        }
    }
    Ok(())
}

/// Added to the number of a letter to make it ASCII.
const LOWER: u8 = 0x60;
const UPPER: u8 = 0x40;

impl Language {
    pub(super) const NONE: Language = Language(0);
    pub(super) const AR: Language = Language(1 << 5 | 18);
    pub(super) const ES: Language = Language(5 << 5 | 19);
    pub(super) const PT: Language = Language(16 << 5 | 20);
    pub(super) const ZH: Language = Language(26 << 5 | 8);
    pub(super) const EN: Language = Language(5 << 5 | 14);
    const UND: u32 = 21 << 10 | 14 << 5 | 4;

    #[cfg(feature = "lint")]
    pub(super) fn has_three_letters(self) -> bool {
        self.0 >= 1 << 10
    }

    /// Parses two or three letters, in any case.
    pub(super) const fn parse(subtag: &[u8]) -> Option<Language> {
        if !matches!(subtag.len(), 2 | 3) {
            return None;
        }
        match letters(subtag, Language::UND) {
            Some(packed) => Some(Language(packed as u16)),
            None => None,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let packed = if self.0 == 0 { Language::UND } else { self.0.into() };
        write_letters(f, packed, 3, [LOWER, LOWER])
    }
}

impl Script {
    pub(super) const NONE: Script = Script(0);
    pub(super) const HANT: Script = Script(8 << 15 | 1 << 10 | 14 << 5 | 20);
    pub(super) const LATN: Script = Script(12 << 15 | 1 << 10 | 20 << 5 | 14);
    const ZZZZ: u32 = 26 << 15 | 26 << 10 | 26 << 5 | 26;
    /// The former code of `Zinh`.
    pub(super) const QAAI: Script = Script(17 << 15 | 1 << 10 | 1 << 5 | 9);
    pub(super) const ZINH: Script = Script(26 << 15 | 9 << 10 | 14 << 5 | 8);

    /// Parses four letters, in any case.
    pub(super) const fn parse(subtag: &[u8]) -> Option<Script> {
        if subtag.len() != 4 {
            return None;
        }
        match letters(subtag, Script::ZZZZ) {
            Some(packed) => Some(Script(packed)),
            None => None,
        }
    }
}

impl fmt::Display for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_letters(f, self.0, 4, [UPPER, LOWER])
    }
}

impl Region {
    pub(super) const NONE: Region = Region(0);
    pub(super) const GB: Region = Region(7 << 5 | 2);
    pub(super) const US: Region = Region(21 << 5 | 19);
    const ZZ: u32 = 26 << 5 | 26;

    /// Parses two letters, in any case, or three digits.
    pub(super) const fn parse(subtag: &[u8]) -> Option<Region> {
        if let [a @ b'0'..=b'9', b @ b'0'..=b'9', c @ b'0'..=b'9'] = subtag {
            let number = (*a & 15) as u16 * 100 + (*b & 15) as u16 * 10 + (*c & 15) as u16;
            return Some(Region(FIRST_DIGITS + number));
        }
        if subtag.len() != 2 {
            return None;
        }
        match letters(subtag, Region::ZZ) {
            Some(packed) => Some(Region(packed as u16)),
            None => None,
        }
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.checked_sub(FIRST_DIGITS) {
            Some(number) => write!(f, "{number:03}"),
            None => write_letters(f, self.0.into(), 2, [UPPER, UPPER]),
        }
    }
}

impl Variants {
    /// The maximum number of variants, more than any tag in use has. Others are ignored.
    const MAX: usize = 8;
    pub(super) const NONE: Variants = Variants([0; Variants::MAX]);

    /// Whether a subtag has the form of a variant.
    pub(super) const fn is_variant(subtag: &[u8]) -> bool {
        match subtag.len() {
            5..=8 => true,
            4 => matches!(subtag, [b'0'..=b'9', ..]),
            _ => false,
        }
    }

    fn pack(subtag: &[u8]) -> u64 {
        let mut packed = [0; 8];
        for (byte, letter) in packed.iter_mut().zip(subtag) {
            *byte = letter.to_ascii_lowercase();
        }
        u64::from_be_bytes(packed)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0[0] == 0
    }

    pub(super) fn count(&self) -> u32 {
        self.0.iter().filter(|variant| **variant != 0).count() as u32
    }

    /// Inserts a variant of at most eight letters in order, unless it is already present.
    pub(super) fn insert(&mut self, subtag: &[u8]) {
        let mut new = Variants::pack(subtag);
        for variant in &mut self.0 {
            if *variant == new {
                return;
            }
            if *variant == 0 || new < *variant {
                core::mem::swap(variant, &mut new);
            }
            if new == 0 {
                return;
            }
        }
    }

    /// Removes a variant.
    pub(super) fn remove(&mut self, subtag: &[u8]) {
        let old = core::mem::replace(self, Variants::NONE);
        let removed = Variants::pack(subtag);
        let kept = old.0.into_iter().filter(|variant| *variant != removed);
        for (slot, variant) in self.0.iter_mut().zip(kept) {
            *slot = variant;
        }
    }

    pub(super) fn contains(&self, subtag: &[u8]) -> bool {
        self.0.contains(&Variants::pack(subtag))
    }

    /// Whether each of these is among `others`.
    pub(super) fn are_among(&self, others: &Variants) -> bool {
        self.0.iter().all(|variant| *variant == 0 || others.0.contains(variant))
    }
}

impl fmt::Display for Variants {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for variant in self.0.iter().take_while(|variant| **variant != 0) {
            f.write_str("-")?;
            for letter in variant.to_be_bytes().into_iter().filter(|letter| *letter != 0) {
                fmt::Write::write_char(f, char::from(letter))?;
            }
        }
        Ok(())
    }
}
