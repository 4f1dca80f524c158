//! What a file may hold, to the byte. `tests/faults.rs` has what is far beyond.

use im_error_l10n::lint::{File, Rule, Scope, lint};

/// Why a file is not used, as `rule at line:column`.
fn refused(text: &str) -> Option<String> {
    let findings = lint(&[File::new("fr", "x", text)], Scope::Added);
    let refusal = findings.iter().find(|it| it.message.contains("the file is"))?;
    Some(format!("{} at {}:{}", refusal.rule, refusal.line, refusal.column))
}

fn is_used(text: &str) -> bool {
    refused(text).is_none()
}

#[test]
fn a_file_may_have_a_mebibyte() {
    let file = |len: usize| format!("{}#", "# \n".repeat(len / 3));
    assert_eq!(file(1 << 20).len(), 1 << 20);
    assert!(is_used(&file(1 << 20)));
    let findings = lint(&[File::new("fr", "x", file(1 << 20) + "#")], Scope::Added);
    assert_eq!(findings[0].message, "the file is over 1 MiB and is not used");
    assert_eq!(findings[0].rule, Rule::TooLarge);
}

#[test]
fn a_name_may_have_200_characters() {
    let name = |len: usize| "a".repeat(len);
    assert!(is_used(&format!("error-x = {{ ${} }} {}", name(200), name(200))));
    assert_eq!(
        refused(&format!("x = y\nz = {{ $b }} {{ ${} }}", name(201))).unwrap(),
        "too-large at 2:15"
    );
    assert_eq!(refused(&name(201)).unwrap(), "too-large at 1:1");
    // A comment may have any words.
    assert!(is_used(&format!("# {}", name(201))));
}

#[test]
fn the_arguments_of_a_call_may_have_1000_bytes() {
    let call = |len: usize| format!("x = y\nz = {{ F({:len$}) }}", 1);
    assert!(is_used(&call(999)));
    assert_eq!(refused(&call(1000)).unwrap(), "too-large at 2:8");
    let lines = |count: usize| format!("x = {{ F(1,\n{}) }}", "1,\n".repeat(count));
    assert!(is_used(&lines(332)));
    assert_eq!(refused(&lines(333)).unwrap(), "too-large at 1:8");
    let inner = format!("x = {{ F(G(1), {}G({:500})) }}", "1, ".repeat(200), 1);
    assert_eq!(refused(&inner).unwrap(), "too-large at 1:8");
    // What only looks like a call, and many short ones.
    assert!(is_used(&format!("x = ({:1001})", "y")));
    assert!(is_used(&format!("x = {{ $y ->\n *[z] ({:1001})\n }}", "y")));
    assert!(is_used(&format!("x = {}", "{ F(1) }".repeat(200))));
    assert!(is_used(&format!("x = {{ F({}) }}", "G(), ".repeat(150))));
}

#[test]
fn placeables_may_be_nested_100_deep() {
    let nested = |depth: usize| format!("{}$x{}", "{".repeat(depth), "}".repeat(depth));
    assert!(is_used(&format!("x = {}", nested(100))));
    assert_eq!(refused(&format!("x = y\nz = {}", nested(101))).unwrap(), "too-deep at 2:105");
    assert!(is_used(&format!("x = {}{}", nested(100), nested(100))));
    assert!(is_used(&format!("x = {}\ny = {}", "{".repeat(60), "{".repeat(60))));
    assert!(is_used(&format!("# {}", nested(101))));
}

#[test]
fn what_is_quoted_nests_nothing() {
    let braces = "{".repeat(101);
    assert!(is_used(&format!("x = {{ \"{braces}\" }}")));
    assert!(is_used(&format!("x = {{ \"\\\"{braces}\" }}")));
    assert!(is_used(&format!("x = {{ \"\\\\\" }}{{ \"{braces}\" }}")));
    assert_eq!(refused(&format!("x = {{ \"\" }}{braces}")).unwrap(), "too-deep at 1:111");
    // Quotes and arrows in a text are text.
    assert_eq!(refused(&format!("x = \"{braces}\"")).unwrap(), "too-deep at 1:106");
    let variant = format!("x = {{ $y ->\n *[z] \"{braces}\"\n }}");
    assert_eq!(refused(&variant).unwrap(), "too-deep at 2:107");
    assert!(is_used(&format!("x = {} {}", ">".repeat(101), "->".repeat(101))));
    let deep = format!("{}$x{}", "{".repeat(100), "}".repeat(100));
    assert!(is_used(&format!("x = > {deep}\ny = -> {deep}")));
    let closed = "{ $y ->\n *[z] )".repeat(101);
    assert_eq!(refused(&format!("x = {closed}")).unwrap(), "too-deep at 101:8");
}
