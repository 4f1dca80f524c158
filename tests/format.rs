//! What formatting a file keeps, from outside.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use im_error_l10n::lint::{File, format};

fn formatted(text: &str) -> String {
    format(&File::new("en-US", "en-US/errors.ftl", text)).unwrap()
}

#[test]
fn a_comment_without_a_line_leaves_nothing_behind() {
    for text in ["#", "##", "###", "-t = x\n#", "# a\n\n##", "error-success = x\n\n### "] {
        let once = formatted(text);
        assert_eq!(formatted(&once), once, "{text:?}");
    }
    assert_eq!(formatted("error-success = x\n#"), "error-success = x\n");
}
