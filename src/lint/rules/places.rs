//! Where findings are, to drop others about the same characters.

use std::collections::HashMap;
use std::ops::Range;

use crate::finding::Finding;

/// The places of some findings, in order, by the path of their file.
pub(super) struct Places(HashMap<String, Vec<Range<usize>>>);

impl Places {
    pub(super) fn of<'f>(findings: impl Iterator<Item = &'f Finding>) -> Places {
        let mut by_path: HashMap<String, Vec<Range<usize>>> = HashMap::new();
        for finding in findings {
            by_path.entry(finding.path.clone()).or_default().push(finding.span.clone());
        }
        for places in by_path.values_mut() {
            places.sort_by_key(start);
        }
        Places(by_path)
    }

    fn in_file(&self, path: &str) -> &[Range<usize>] {
        self.0.get(path).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether a finding overlaps one of the places, or is next to it.
    pub(super) fn touch(&self, finding: &Finding) -> bool {
        let places = self.in_file(&finding.path);
        let next = places.get(count_below(places, end, finding.span.start));
        matches!(next, Some(place) if place.start <= finding.span.end)
    }

    /// Whether a finding is in one of the places, and does not fill it.
    pub(super) fn contain(&self, finding: &Finding) -> bool {
        let places = self.in_file(&finding.path);
        let begun = places.get(..count_below(places, start, finding.span.start + 1));
        let around = begun.unwrap_or_default().last();
        matches!(around, Some(place) if finding.span.end <= place.end && finding.span != *place)
    }
}

/// Returns how many of some places start, or end, before another one.
fn count_below(places: &[Range<usize>], of: fn(&Range<usize>) -> usize, at: usize) -> usize {
    places.partition_point(|place| of(place) < at)
}

fn start(place: &Range<usize>) -> usize {
    place.start
}

fn end(place: &Range<usize>) -> usize {
    place.end
}
