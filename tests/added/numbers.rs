//! Numbers that are written in files.

use im_error_l10n::fluent_args;

use super::{english, findings, french};

#[test]
fn numbers_are_shown_as_in_fluent() {
    for (written, shown) in [
        ("0", "0"),
        ("-0", "-0"),
        ("007", "7"),
        ("1.50", "1.50"),
        ("-3.25", "-3.25"),
        ("0.1", "0.1"),
        ("123456789012345", "123456789012345"),
        ("0.12345678901234", "0.12345678901234"),
        ("12345678.9012345", "12345678.9012345"),
        ("1.00000000000000000000", "1.00000000000000000000"),
        ("000000000000000000001.5", "1.5"),
        ("0.0000000000000000001", "0.0000000000000000001"),
    ] {
        let localizer = french(&format!("error-success = {{ {written} }}"));
        assert_eq!(localizer.text(0, "qaa"), shown);
    }
}

#[test]
fn numbers_of_more_than_15_digits_are_reported() {
    let number = "1234567890.123456";
    for message in [
        format!("{{ {number} }}"),
        format!("{{ {number} ->\n    *[other] x\n }}"),
        format!("{{ $x ->\n    [{number}] x\n   *[other] y\n }}"),
        format!("{{ -t(x: {number}) }}"),
    ] {
        let source = format!("-t = {{ $x }}\nerror-success = {message}");
        let localizer = french(&source);
        let chain = localizer.negotiate(["qaa"]);
        assert_eq!(chain.text(0), english(0), "{message}");
        assert_eq!(chain.text_with(0, &fluent_args!["x" => 1]), english(0), "{message}");
        let at = source.find(number).unwrap();
        let (line, column) = match source[..at].rsplit_once('\n') {
            Some((before, last)) => (before.matches('\n').count() + 2, last.len() + 1),
            None => (1, at + 1),
        };
        let finding = format!(
            "qaa/added-1.ftl:{line}:{column}: error: `{number}` has more than 15 digits; write a \
             shorter number [too-large]"
        );
        assert_eq!(findings(&localizer), [finding], "{message}");
    }
}
