//! Reads the values on the command line: codes, messages, packages.

use im_error_l10n::ErrorType;

use crate::codes::{UNKNOWN, UNKNOWN_ID, own_code};

/// Reads a number, or the name or id of an error code.
pub(crate) fn code(word: &str) -> Result<i32, String> {
    let digits = word.strip_prefix(['-', '+']).unwrap_or(word);
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let range = format!("codes are numbers from {} to {}", i32::MIN, i32::MAX);
        return word.parse().map_err(|_| range);
    }
    if let Some(code) = own_code(word) {
        return Ok(code);
    }
    let id = message_id(word)?;
    // `error-unknown` has no code of its own; any unknown code shows it.
    Ok(ErrorType::from_message_id(id).map_or(UNKNOWN, |error| error.code()))
}

/// Returns the id of a message by id, number or name, in any case.
pub(crate) fn message_id(word: &str) -> Result<&'static str, String> {
    if let Ok(code) = word.parse::<i32>() {
        let error = ErrorType::from_code(code);
        return error
            .map(|error| error.message_id())
            .ok_or_else(|| format!("no message has the code {code}"));
    }
    let mut ids: Vec<&str> = ErrorType::ALL.iter().map(|error| error.message_id()).collect();
    ids.push(UNKNOWN_ID);
    let names: Vec<&str> = ErrorType::ALL.iter().map(|error| error.name()).collect();
    for (at, id) in ids.iter().enumerate() {
        let is_name = names.get(at).is_some_and(|name| name.eq_ignore_ascii_case(word));
        if is_name || id.eq_ignore_ascii_case(word) {
            return Ok(id);
        }
    }
    let near = nearest(word, if word.starts_with("error-") { &ids } else { &names });
    let advice = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    Err(format!("unknown message `{}`{advice}", word.escape_debug()))
}

/// The words that Java keeps for itself.
const JAVA_KEYWORDS: &str = "\
    _ abstract assert boolean break byte case catch char class const continue default do double else enum \
    extends false final finally float for goto if implements import instanceof int interface long native new \
    null package private protected public return short static strictfp super switch synchronized this throw \
    throws transient true try void volatile while";

/// Reads the name of a Java package.
pub(crate) fn package(name: &str) -> Result<String, String> {
    let is_word = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    let mut words = name.split('.');
    if !words.clone().all(is_word) {
        return Err(
            "a package is words with periods between them, such as com.example.chat".to_owned()
        );
    }
    match words.find(|word| JAVA_KEYWORDS.split(' ').any(|keyword| keyword == *word)) {
        Some(word) => Err(format!("`{word}` is a keyword of Java")),
        None => Ok(name.to_owned()),
    }
}

/// Returns the most similar candidate, if it differs in at most a third of the letters.
fn nearest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    const LONGEST: usize = 100; // edit distance is expensive
    let mut best = None;
    for candidate in candidates.iter().filter(|_| word.len() <= LONGEST) {
        let distance = strsim::damerau_levenshtein(&word.to_lowercase(), &candidate.to_lowercase());
        let is_nearer = best.is_none_or(|(least, _)| distance < least);
        if is_nearer && distance * 3 <= candidate.len().min(12) {
            best = Some((distance, *candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
