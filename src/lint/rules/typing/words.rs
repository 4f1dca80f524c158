//! Words that were typed twice.

use std::ops::Range;

use super::{Habits, Mistake};
use crate::lint::model::characters::is_combining;
use crate::lint::model::conventions::is_among;
use crate::lint::model::scan::end_of_run;

/// Languages that repeat words to say “many”, “very” or “slowly”.
const REPEATING: &str = "as az bn fa fil gu haw hy id ja jv ka kk km kn ky lo mi ml mr ms my ne \
    or pa sa si sw ta te tl tr ug ur uz vi zh yue";

/// Words that may be followed by themselves, by language.
const REPEATED: &[(&str, &str)] = &[
    ("ar", "واحدة جدا جدًا خطوة رسالة كلمة"),
    ("cs", "se si"),
    ("da", "det"),
    ("de", "das es sie"),
    ("el", "σιγά πολύ λίγο λίγα μου σου του της μας σας τους κομμάτι βήμα έτσι ένα πρώτα"),
    ("en", "had that is her you very so bye no many really far long ha"),
    ("es", "casi luego muy no nos ya"),
    ("fr", "nous vous très"),
    ("he", "לאט אט אחד אחת מאוד מעט קצת מהר היטב הודעה צעד שלב טיפין"),
    ("fi", "hyvin pian"),
    ("it", "piano via vi ci si passo così quasi"),
    ("nb", "det"),
    ("nl", "dat die er het je ze"),
    ("sv", "det"),
    ("ko", "하나 매우 아주 너무 조금 차츰 또 천천히 자주 따로"),
    ("pl", "to"),
    ("pt", "já logo quase"),
    ("ru", "очень да еле так"),
];

/// After a comma, a relative pronoun may precede an article: “die, die die ...”.
const RELATIVE: &[(&str, &str)] = &[("de", "die der das den dem sie"), ("nl", "die dat")];

/// Words of Hindi, which repeats others, that are never followed by themselves.
const HINDI: &str = "का की के को से में पर ने है हैं था थी थे और नहीं यह कि लिए";

/// A word that is written twice.
pub(super) fn twice(text: &str, habits: &Habits<'_>) -> Option<Mistake> {
    let place = match &*habits.script {
        // Thai repeats syllables, and writes no space between words either.
        "Thai" | "Laoo" | "Khmr" | "Mymr" => None,
        "Hans" | "Hant" | "Jpan" => twice_without_space(text, habits),
        _ => twice_with_space(text, habits),
    }?;
    let word = text.get(place.clone())?.trim();
    let message = format!("`{word}` is written twice; remove one");
    Some(Mistake::new(place, message))
}

/// Letters, the marks on them, and what joins them to a word.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\'' | '’' | '-' | '׳' | '״' | '\u{200c}' | '\u{200d}')
        || is_combining(c)
}

/// Returns the second of two equal words, with the space before it.
fn twice_with_space(text: &str, habits: &Habits<'_>) -> Option<Range<usize>> {
    let mut previous: Range<usize> = 0..0;
    let mut start = 0;
    while let Some(found) = text.get(start..)?.find(is_of_word) {
        let at = start + found;
        let end = end_of_run(text, at, is_of_word);
        let (first, second) = (text.get(previous.clone())?, text.get(at..end)?);
        let between = text.get(previous.end..at)?;
        let is_spaced = !between.is_empty() && between.chars().all(char::is_whitespace);
        let before = text.get(..previous.start)?;
        if is_spaced && is_same(first, second, before) && !may_repeat(first, before, habits) {
            return Some(previous.end..end);
        }
        previous = at..end;
        start = end;
    }
    None
}

/// Whether two words are the same. At the start of a sentence, the first one has a capital.
fn is_same(first: &str, second: &str, before: &str) -> bool {
    let starts = before.trim_end().is_empty() || before.trim_end().ends_with(['.', '!', '?', ':']);
    let is_word = !first.contains(char::is_numeric) && first.contains(char::is_alphabetic);
    let is_equal = first == second || starts && first.to_lowercase() == second;
    is_word && is_equal
}

fn may_repeat(word: &str, before: &str, habits: &Habits<'_>) -> bool {
    let word = word.to_lowercase();
    if habits.language == "hi" {
        return !is_among(&word, HINDI);
    }
    // Arabic adverbs in the accusative: رويدًا رويدًا.
    habits.language == "ar" && word.ends_with(['\u{627}', '\u{64b}']) && word.contains('\u{64b}')
        || is_among(habits.language, REPEATING)
        || has(REPEATED, habits.language, &word)
        || is_after_comma(before) && has(RELATIVE, habits.language, &word)
}

/// Whether a table has a word of a language.
fn has(table: &[(&str, &str)], language: &str, word: &str) -> bool {
    table.iter().any(|(known, words)| *known == language && is_among(word, words))
}

/// Whether a text ends with a comma, or with one and a preposition: “, mit der der ...”.
fn is_after_comma(before: &str) -> bool {
    let before = before.trim_end();
    let preposition = before.rsplit(' ').next().unwrap_or_default();
    let rest = before.strip_suffix(preposition).unwrap_or_default();
    before.ends_with(',') || rest.trim_end().ends_with(',')
}

/// Returns the second of two equal words in a script that writes none between spaces. Shorter ones
/// repeat on purpose: 看看, ますます.
fn twice_without_space(text: &str, habits: &Habits<'_>) -> Option<Range<usize>> {
    const LONGEST: usize = 8;
    let mut places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let count = places.len();
    places.push(text.len());
    for first in 0..count {
        for len in 1..=LONGEST.min((count - first) / 2) {
            let start = *places.get(first)?;
            let middle = *places.get(first + len)?;
            let end = *places.get(first + 2 * len)?;
            let word = text.get(start..middle)?;
            // 请检查检查: a verb of two characters, politely.
            let is_request = len == 2 && text.get(..start)?.ends_with(['请', '請']);
            let is_twice = text.get(middle..end) == Some(word) && !is_request;
            if is_twice && !may_repeat_without_space(word, habits) {
                return Some(middle..end);
            }
        }
    }
    None
}

fn may_repeat_without_space(word: &str, habits: &Habits<'_>) -> bool {
    let len = word.chars().count();
    if habits.language != "ja" {
        let is_common = word.starts_with(['一', '很', '非', '慢', '休', '谢', '謝']);
        return len < 2 || is_common || !word.chars().all(is_han);
    }
    // ひとりひとり, 一つ一つ
    let is_common = word.starts_with(['ひ', '一', 'ゆ', 'ち']);
    word != "を" && (len < 3 || is_common || !word.chars().all(is_han_or_kana))
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

fn is_han_or_kana(c: char) -> bool {
    is_han(c) || matches!(c, '\u{3041}'..='\u{30fa}' | 'ー')
}
