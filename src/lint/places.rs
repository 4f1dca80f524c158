//! Lines and columns, found without reading the text from its beginning each time.

/// How many bytes are read at most to count the characters before a place.
const STEP: usize = 512;

/// Where the lines of a text begin, and how many characters stand before some places in it.
pub(super) struct Places {
    lines: Vec<usize>,
    /// The characters before every `STEP`th byte.
    characters: Vec<usize>,
}

impl Places {
    pub(super) fn of(text: &str) -> Places {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let mut count = 0;
        let characters = text.as_bytes().chunks(STEP).map(|chunk| {
            let before = count;
            count += starts_in(chunk);
            before
        });
        Places { characters: characters.collect(), lines: [0].into_iter().chain(breaks).collect() }
    }

    /// The line and the column of a place in this text, both from 1.
    pub(super) fn line_and_column(&self, text: &str, at: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= at);
        let start = line.checked_sub(1).and_then(|it| self.lines.get(it)).copied().unwrap_or(0);
        (line, self.characters_before(text, at) - self.characters_before(text, start) + 1)
    }

    fn characters_before(&self, text: &str, at: usize) -> usize {
        let known = self.characters.get(at / STEP).copied();
        let rest = text.as_bytes().get(at / STEP * STEP..at).unwrap_or_default();
        known.map_or_else(|| starts_in(text.as_bytes()), |known| known + starts_in(rest))
    }
}

/// How many characters begin in these bytes of UTF-8.
fn starts_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xbf)).count()
}
