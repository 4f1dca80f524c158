//! The scopes of variables: users never see a raw `{$x}`.

use im_error_l10n::{Localizer, fluent_args};

use super::{english, findings, french};

/// Asserts that a source's `error-is-friend` is not used, with this one finding.
#[track_caller]
fn is_not_used(source: &str, finding: &str) {
    let localizer = french(source);
    let message = localizer.message(60, "qaa");
    assert_eq!((message.text(), message.locale()), (&*english(60), "en-US"), "{source}");
    assert_eq!(findings(&localizer), [format!("qaa/added-1.ftl:{finding}")], "{source}");
}

/// Asserts that a source's `error-is-friend` has this text, without findings.
#[track_caller]
fn is_used(source: &str, text: &str) {
    let localizer = french(source);
    assert_eq!(localizer.text(60, "qaa"), text, "{source}");
    assert_eq!(findings(&localizer), [""; 0], "{source}");
}

#[test]
fn terms_do_not_see_a_messages_variables() {
    is_not_used(
        "-hint = ({ $code })\nerror-is-friend = Ami{ -hint }",
        "1:13: error: `-hint` cannot use `$code`: a term only has the arguments of its reference; \
         move `{ $code }` into the message [unknown-variable]",
    );
    is_not_used(
        "-hint = ({ $name })\nerror-is-friend = Ami\n    .suggestion = Voir { -hint }",
        "1:13: error: `-hint` cannot use `$name`: a term only has the arguments of its reference; \
         move `{ $name }` into the message [unknown-variable]",
    );
}

#[test]
fn a_misspelled_argument_is_reported_once_at_its_place() {
    is_not_used(
        "-addon = Module { $nom }\nerror-is-friend = { -addon(noun: \"x\") }",
        "2:28: error: unknown argument `noun`; `-addon` needs `nom` [unknown-variable]",
    );
}

#[test]
fn arguments_that_are_not_passed_are_missing() {
    is_not_used(
        "-addon = Module { $nom }\nerror-is-friend = { -addon }",
        "1:20: error: `$nom` is not passed to `-addon`; pass it in the reference, as in \
         `{ -addon(nom: \"...\") }` [unknown-variable]",
    );
    is_used("-addon = Module { $nom }\nerror-is-friend = { -addon(nom: \"x\") }", "Module x");
    is_used("-addon = Module { $nom }\nerror-is-friend = { -addon(nom: 5) }", "Module 5");
}

#[test]
fn nested_terms_do_not_see_the_outer_terms_arguments() {
    is_not_used(
        "-inner = { $x }\n-outer = { -inner }\nerror-is-friend = { -outer(x: \"1\") }",
        "1:13: error: `$x` is not passed to `-inner`; pass it in the reference, as in \
         `{ -inner(x: \"...\") }` [unknown-variable]",
    );
}

#[test]
fn a_message_in_a_term_sees_the_terms_arguments() {
    let source = "quoted = { $x }\n-term = { quoted }\n";
    is_used(&format!("{source}error-is-friend = {{ -term(x: \"1\") }}"), "1");
    is_not_used(
        &format!("{source}error-is-friend = {{ -term }}"),
        "1:13: error: `$x` is not passed to `-term`; pass it in the reference, as in \
         `{ -term(x: \"...\") }` [unknown-variable]",
    );
    is_not_used(
        "quoted = { $code }\n-term = { quoted }\nerror-is-friend = { -term }",
        "1:13: error: `-term` cannot use `$code`: a term only has the arguments of its reference; \
         move `{ $code }` into the message [unknown-variable]",
    );
    // Outside the term, the message sees what the referencing message sees.
    is_used("quoted = { $code }\nerror-is-friend = n. { quoted }", "n. 60");
}

#[test]
fn variables_after_a_term_belong_to_the_caller() {
    // This is what fluent-bundle does, although the specification differs.
    is_used("-inner = x\n-outer = { -inner }{ $code }\nerror-is-friend = { -outer }", "x60");
    let source = "-inner = x\n-outer = { -inner }{ $limit }\nerror-is-friend = { -outer }";
    let localizer = french(source);
    assert_eq!(localizer.text(60, "qaa"), english(60));
    let chain = localizer.negotiate(["qaa"]);
    assert_eq!(chain.text_with(60, &fluent_args!["limit" => 5]), "x5");
}

#[test]
fn a_terms_attribute_is_in_the_scope_of_its_reference() {
    // As a selector the attribute is not shown, but it can never select what was intended.
    let localizer = french(
        "-brand = x\n    .case = { $case }\nerror-is-friend = { -brand.case ->\n    [gen] a\n   *[nom] b\n }",
    );
    assert_eq!(localizer.text(60, "qaa"), "b");
    assert_eq!(
        findings(&localizer),
        [
            "qaa/added-1.ftl:2:16: error: `$case` is not passed to `-brand`; pass it in the reference, as \
          in `{ -brand(case: \"...\") }` [unknown-variable]"
        ]
    );
    is_used(
        "-brand = x\n    .case = gen\nerror-is-friend = { -brand.case ->\n    [gen] a\n   *[nom] b\n }",
        "a",
    );
}

#[test]
fn a_selector_without_its_variable_selects_the_default() {
    let term = "-brand = { $case ->\n    [gen] Mozillas\n   *[nom] Mozilla\n }\n";
    is_used(&format!("{term}error-is-friend = {{ -brand }}"), "Mozilla");
    is_used(&format!("{term}error-is-friend = {{ -brand(case: \"gen\") }}"), "Mozillas");
    is_used(&format!("{term}error-is-friend = {{ -brand(case: \"acc\") }}"), "Mozilla");
    // Unselected variants are not shown.
    let term = "-brand = { $case ->\n    [gen] { $owner }s\n   *[nom] Mozilla\n }\n";
    is_used(&format!("{term}error-is-friend = {{ -brand }}"), "Mozilla");
    is_not_used(
        &format!("{term}error-is-friend = {{ -brand(case: \"gen\") }}"),
        "2:14: error: `$owner` is not passed to `-brand`; pass it in the reference, as in \
         `{ -brand(owner: \"...\") }` [unknown-variable]",
    );
}

#[test]
fn positional_and_unread_arguments_are_reported_and_the_message_is_used() {
    for (source, finding) in [
        (
            "-term = x\nerror-is-friend = { -term($code) }",
            "2:22: error: positional arguments of `-term` are ignored; name them or remove them \
             [unknown-variable]",
        ),
        (
            "-term = x\nerror-is-friend = { -term(case: \"gen\") }",
            "2:27: error: unknown argument `case`; `-term` does not use it; remove it [unknown-variable]",
        ),
    ] {
        let localizer = french(source);
        assert_eq!(localizer.text(60, "qaa"), "x");
        assert_eq!(findings(&localizer), [format!("qaa/added-1.ftl:{finding}")]);
    }
}

#[test]
fn error_unknown_follows_the_same_rules() {
    let localizer = french("-hint = ({ $code })\nerror-unknown = Erreur { -hint }");
    assert_eq!(localizer.text(7, "qaa"), english(7));
    assert_eq!(localizer.findings().len(), 1);
    let localizer =
        french("error-unknown = { $code ->\n    [7] { -nothing }\n   *[other] x { $code }\n }");
    assert_eq!(localizer.text(7, "qaa"), english(7));
    assert_eq!(localizer.text(8, "qaa"), "x 8");
    assert_eq!(
        findings(&localizer),
        [
            "qaa/added-1.ftl:2:12: error: unknown term `-nothing`; define it, or remove the reference [unknown-reference]"
        ]
    );
    let localizer = french("error-unknown = x { $limit }");
    assert_eq!(localizer.text(7, "qaa"), english(7));
    let chain = localizer.negotiate(["qaa"]);
    assert_eq!(chain.text_with(7, &fluent_args!["limit" => 5]), "x 5");
}

#[test]
fn only_functions_are_reported_in_variants_that_are_never_chosen() {
    for selector in ["\"x\"", "-brand.k"] {
        for unused in ["{ -nothing }", "{ -brand(case: \"gen\") }", "{ -brand($code) }", "{ -bad }"]
        {
            let source = format!(
                "-brand = b\n    .k = x\n-bad = {{ $x }}\n\
                 error-unknown = {{ {selector} ->\n    [y] {unused}\n   *[x] ok\n }}\n\
                 error-is-friend = {{ {selector} ->\n    [y] {unused}\n   *[x] ok\n }}"
            );
            is_used(&source, "ok");
            assert_eq!(french(&source).text(7, "qaa"), "ok", "{source}");
        }
    }
}

#[test]
fn terms_do_not_see_the_callers_arguments() {
    let source = "-term = { $limit }\nerror-is-friend = { $limit } { -term }";
    let localizer = french(source);
    let chain = localizer.negotiate(["qaa"]);
    assert_eq!(chain.text_with(60, &fluent_args!["limit" => 5]), english(60));
    assert_eq!(chain.message_with(60, &fluent_args!["limit" => 5]).locale(), "en-US");
    assert_eq!(localizer.findings().len(), 1);
}

#[test]
fn literal_braces_are_shown() {
    is_used(r#"error-is-friend = { "{$x}" }"#, "{$x}");
    is_used(r#"error-is-friend = { "{" }$x{ "}" }"#, "{$x}");
    is_used(r#"error-is-friend = { "\u007B$x\u007D" }"#, "{$x}");
    is_used(r#"error-is-friend = { "\u007B\u0024x\u007D" }"#, "{$x}");
    is_used(r#"error-is-friend = { "\u007B" }{ "$" }x{ "\u007D" }"#, "{$x}");
    is_used(
        r#"-t = { "\u007B" }{ "$" }x{ "\u007D" }
error-is-friend = { -t }{ $code }"#,
        "{$x}60",
    );
    is_used("-term = { $x }\nerror-is-friend = { -term(x: \"{$y}\") }", "{$y}");
    let localizer = french("error-is-friend = { $text }");
    let chain = localizer.negotiate(["qaa"]);
    for text in ["{$x}", "{", "$x", "{ $code }"] {
        assert_eq!(chain.text_with(60, &fluent_args!["text" => text]), text);
    }
}

#[test]
fn an_added_term_in_an_embedded_message_is_checked_too() {
    let localizer =
        Localizer::builder().ftl("zh-CN", "-multimedia-plugin = { $x } 插件").build().unwrap();
    assert_eq!(localizer.text(10004, "zh"), "上传出错，需要 MultimediaPlugin。");
    assert_eq!(
        findings(&localizer),
        [
            "zh-CN/added-1.ftl:1:25: error: `$x` is not passed to `-multimedia-plugin`; pass it in the \
          reference, as in `{ -multimedia-plugin(x: \"...\") }` [unknown-variable]"
        ]
    );
}

#[test]
fn variables_are_never_shown_raw_at_any_depth() {
    for depth in 1..40 {
        let mut source = String::from("-term0 = { $x }\n");
        for level in 1..=depth {
            source += &format!("message{level} = {{ -term{} }}\n", level - 1);
            source += &format!("-term{level} = {{ message{level} }}\n");
        }
        source += &format!("error-is-friend = {{ -term{depth} }}");
        let localizer = french(&source);
        assert_eq!(localizer.text(60, "qaa"), english(60), "{depth}");
        assert_eq!(localizer.findings().len(), 1, "{depth}: {:?}", findings(&localizer));
    }
}

#[test]
fn faults_in_unselected_variants_are_only_reported() {
    for bad in ["{ -bad }", "{ -nothing }", "{ nothing }", "{ m.k }"] {
        let localizer = french(&format!(
            "-bad = {{ $x }}\nm = x\nerror-is-friend = {{ $n ->\n    [1] {bad}\n   *[other] ok {{ $n }}\n }}"
        ));
        let chain = localizer.negotiate(["qaa"]);
        assert_eq!(chain.text_with(60, &fluent_args!["n" => 2]), "ok 2", "{bad}");
        assert_eq!(chain.text_with(60, &fluent_args!["n" => 1]), english(60), "{bad}");
        assert_eq!(chain.text(60), english(60), "{bad}");
        assert_eq!(localizer.findings().len(), 1, "{bad}: {:?}", findings(&localizer));
        // The faulty variant may be the default.
        let localizer = french(&format!(
            "-bad = {{ $x }}\nm = x\nerror-is-friend = {{ $n ->\n    [1] one\n   *[other] {bad}\n }}"
        ));
        let chain = localizer.negotiate(["qaa"]);
        assert_eq!(chain.text_with(60, &fluent_args!["n" => 1]), "one", "{bad}");
        assert_eq!(chain.text_with(60, &fluent_args!["n" => 2]), english(60), "{bad}");
        assert_eq!(chain.text(60), english(60), "{bad}");
        assert_eq!(localizer.findings().len(), 1, "{bad}: {:?}", findings(&localizer));
    }
}
