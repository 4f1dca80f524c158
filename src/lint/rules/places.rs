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
            places.sort_by_key(|place| place.start);
        }
        Places(by_path)
    }

    fn in_file(&self, path: &str) -> &[Range<usize>] {
        self.0.get(path).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether a finding overlaps one of the places, or is next to it.
    pub(super) fn touch(&self, finding: &Finding) -> bool {
        let places = self.in_file(&finding.path);
        let next = places.partition_point(|place| place.end < finding.span.start);
        places.get(next).is_some_and(|place| place.start <= finding.span.end)
    }

    /// Whether a finding is in one of the places, and does not fill it.
    pub(super) fn contain(&self, finding: &Finding) -> bool {
        let places = self.in_file(&finding.path);
        let after = places.partition_point(|place| place.start <= finding.span.start);
        let around = after.checked_sub(1).and_then(|at| places.get(at));
        around.is_some_and(|place| finding.span.end <= place.end && finding.span != *place)
    }
}
