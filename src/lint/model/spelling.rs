//! Guessing what a misspelled word was meant to be.

/// Guesses for a limited number of words: a file of nothing but misspelled words must not take
/// long.
pub(crate) struct Guesser {
    left: usize,
}

impl Default for Guesser {
    fn default() -> Guesser {
        Guesser { left: 200 }
    }
}

impl Guesser {
    /// Returns the candidate that a word most likely means, if one is close enough to suggest.
    pub(crate) fn nearest<'a>(
        &mut self,
        word: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        const MAX_CANDIDATES: usize = 500;
        self.left = self.left.checked_sub(1)?;
        nearest(word, candidates.into_iter().take(MAX_CANDIDATES))
    }
}

/// Returns the candidate that a word most likely means, if one is close enough to suggest.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    const LONGEST: usize = 100; // edit distance is expensive
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let mut best = None;
    let mut least = usize::MAX;
    for candidate in candidates {
        // At least this many edits are needed.
        if word.chars().count().abs_diff(candidate.chars().count()) * 3 > candidate.len().min(12) {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&word, &candidate.to_lowercase());
        if distance * 3 <= candidate.len().min(12) && distance < least {
            best = Some(candidate);
            least = distance;
        }
    }
    best
}
