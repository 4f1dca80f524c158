//! Pseudo-locales: altered English that reveals layout problems before the first translation.
//!
//! The input is formatted text. Numbers, and parts in braces that Fluent could not format, stay
//! readable.
//!
//! The crate `fluent-pseudo` leaves vowels plain and lengthens a text only by doubling them, which makes
//! these texts 14 to 40 % longer, depending on their vowels.

use std::iter;

use unicode_width::UnicodeWidthStr;

const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED: &str = "ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ";

const RIGHT_TO_LEFT_OVERRIDE: char = '\u{202E}';
const POP_DIRECTIONAL_FORMATTING: char = '\u{202C}';
const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';
const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

/// Accented letters in brackets, 30 to 40 % wider than the text: `[Ŧřẏ ȧɠȧȧīīƞ ŀȧŧḗḗř.]`.
///
/// The width is exact to the column from 8 columns on. A shorter text gets at least the brackets, which
/// alone can add more than 40 %. Vowels are repeated evenly; a text without letters cannot grow. If a
/// bracket is missing on the screen, the text was cut off.
pub(super) fn accented(text: &str) -> String {
    let width = text.width();
    let wanted = (width * 135 + 50) / 100;
    let extra = wanted.saturating_sub(width + "[]".len());

    let is_vowel = |c: char| "aeiouAEIOU".contains(c);
    let vowels = marked(text).filter(|&(c, kept)| !kept && is_vowel(c)).count();
    let letters = marked(text).filter(|&(c, kept)| !kept && c.is_ascii_alphabetic()).count();
    let grows = |c: char| if vowels > 0 { is_vowel(c) } else { c.is_ascii_alphabetic() };
    let growing = if vowels > 0 { vowels } else { letters };

    let mut result = String::from("[");
    let mut grown = 0;
    for (c, kept) in marked(text) {
        if kept {
            result.push(c);
            continue;
        }
        result.push(accent(c));
        if grows(c) {
            let copies = (grown + 1) * extra / growing - grown * extra / growing;
            result.extend(iter::repeat_n(accent(c), copies));
            grown += 1;
        }
    }
    result.push(']');
    result
}

/// Accented letters that run from right to left, as in the bidirectional pseudo-locales of
/// Android and Mozilla. The width does not change; [`accented`] tests that.
///
/// An override ends with its line, so every line has its own.
pub(super) fn mirrored(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(mirrored_line).collect();
    lines.join("\n")
}

fn mirrored_line(line: &str) -> String {
    let mut result = String::from(RIGHT_TO_LEFT_OVERRIDE);
    let mut isolated = false;
    for (c, kept) in marked(line) {
        if kept != isolated {
            result.push(if kept { LEFT_TO_RIGHT_ISOLATE } else { POP_DIRECTIONAL_ISOLATE });
            isolated = kept;
        }
        result.push(if kept { c } else { accent(c) });
    }
    if isolated {
        result.push(POP_DIRECTIONAL_ISOLATE);
    }
    result.push(POP_DIRECTIONAL_FORMATTING);
    result
}

fn accent(c: char) -> char {
    let place = PLAIN.find(c).and_then(|place| ACCENTED.chars().nth(place));
    place.unwrap_or(c)
}

/// The characters of a text, each with whether to keep it: digits, the separators between them, and
/// everything in braces.
fn marked(text: &str) -> impl Iterator<Item = (char, bool)> {
    let mut depth = 0_usize;
    let mut before = ' ';
    text.char_indices().map(move |(at, c)| {
        let after = text[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        let in_number = c.is_ascii_digit()
            || (".,:".contains(c) && before.is_ascii_digit() && after.is_ascii_digit());
        before = c;
        if c == '{' {
            depth += 1;
        }
        let kept = depth > 0 || in_number;
        if c == '}' {
            depth = depth.saturating_sub(1);
        }
        (c, kept)
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    /// How a line within an override is displayed: backwards, but isolates forwards.
    fn as_seen(line: &str) -> String {
        let inner = line.strip_prefix(RIGHT_TO_LEFT_OVERRIDE).unwrap();
        let inner = inner.strip_suffix(POP_DIRECTIONAL_FORMATTING).unwrap();
        let parts = inner.split([LEFT_TO_RIGHT_ISOLATE, POP_DIRECTIONAL_ISOLATE]);
        let turned: Vec<String> = parts
            .enumerate()
            .map(|(n, part)| if n % 2 == 0 { part.chars().rev().collect() } else { part.into() })
            .collect();
        turned.into_iter().rev().collect()
    }

    #[test]
    fn every_letter_has_an_accented_form_of_one_column() {
        assert_eq!(PLAIN.chars().count(), ACCENTED.chars().count());
        for c in PLAIN.chars() {
            let accented = accent(c);
            assert!(!accented.is_ascii(), "{c}");
            assert_eq!(accented.to_string().width(), 1, "{c}");
        }
    }

    #[test]
    fn letters_get_accents_and_texts_get_brackets() {
        assert_eq!(accented("Try again later."), "[Ŧřẏ ȧɠȧȧīīƞ ŀȧȧŧḗḗř.]");
    }

    #[test]
    fn texts_of_8_columns_or_more_grow_by_30_to_40_percent() {
        let sentence =
            "You’ve reached the limit: remove some of the 1,000 friends, and try again. ";
        let text = sentence.repeat(3);
        for (end, _) in text.char_indices().skip(8) {
            let text = &text[..end];
            let share = accented(text).width() as f64 / text.width() as f64;
            assert!((1.3..=1.4).contains(&share), "{share}: {text}");
        }
        assert_eq!(accented("Shhh, hmm!").width(), 14, "a text without vowels grows as well");
    }

    #[test]
    fn short_texts_gain_the_brackets() {
        assert_eq!(accented("OK"), "[ǾĶ]");
        assert_eq!(accented(""), "[]");
    }

    #[test]
    fn numbers_and_braces_are_kept() {
        let text = "An unknown error occurred (code 1,234.5). {$limit}";
        for pseudo in [accented(text), mirrored(text)] {
            assert!(pseudo.contains("1,234.5"), "{pseudo}");
            assert!(pseudo.contains("{$limit}"), "{pseudo}");
            assert!(!pseudo.contains("code"), "{pseudo}");
        }
    }

    #[test]
    fn other_scripts_are_kept() {
        assert_eq!(accented("成功"), "[成功]");
    }

    #[test]
    fn mirrored_text_reads_from_right_to_left() {
        assert_eq!(mirrored("Hi."), "\u{202E}Ħī.\u{202C}");
        assert_eq!(as_seen(&mirrored("Code 42, bye.")), ".ḗẏƀ ,42 ḗḓǿƇ");
    }

    #[test]
    fn every_mirrored_line_has_its_own_override() {
        assert_eq!(mirrored("a\nb 1"), "\u{202E}ȧ\u{202C}\n\u{202E}ƀ \u{2066}1\u{2069}\u{202C}");
    }
}
