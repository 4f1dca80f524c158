//! `embed`.

use std::fs;

use super::{CHINESE, Project};

/// A project with the generated file of the English and the Chinese, and what is in that file. Then the
/// other files are added.
fn library(files: &[(&str, &str)]) -> (Project, String) {
    let project = Project::new(&[]);
    fs::create_dir_all(project.0.path().join("src/texts")).unwrap();
    assert_eq!(project.run(&["embed"]).1, 0);
    files.iter().for_each(|(path, text)| project.write(path, text));
    let fresh = generated(&project);
    (project, fresh)
}

fn generated(project: &Project) -> String {
    fs::read_to_string(project.0.path().join("src/texts/generated.rs")).unwrap()
}

#[test]
fn fresh_messages_change_nothing() {
    for args in [&["embed"][..], &["embed", "--check"], &["embed", "--dir", "locales"]] {
        let (project, fresh) = library(&[]);
        let expected = ("src/texts/generated.rs is up to date\n".to_owned(), 0);
        assert_eq!(project.run(args), expected);
        assert_eq!(generated(&project), fresh);
    }
}

#[test]
fn changed_texts_are_counted_and_written() {
    let chinese = CHINESE.replace("= 不是好友", "= 还不是好友").replace("= 成功", "= 好");
    let french = "error-success = { \"\" }Réussi !\n";
    let (project, fresh) = library(&[("zh-CN/errors.ftl", &chinese), ("fr/errors.ftl", french)]);
    let changes = "fr: new, 1 text\nzh-CN: 2 texts\n";
    let stale = format!("{changes}src/texts/generated.rs is stale; run `embed`\n");
    assert_eq!(project.run(&["embed", "--check"]), (stale, 1));
    assert_eq!(generated(&project), fresh, "`--check` writes nothing");
    let wrote = format!("{changes}wrote src/texts/generated.rs\n");
    assert_eq!(project.run(&["embed"]), (wrote, 0));
    assert!(generated(&project).contains("with(\"还不是好友\", "));
    assert_eq!(project.run(&["embed", "--check"]).1, 0);

    fs::remove_dir_all(project.path("fr")).unwrap();
    project.write("zh-CN/errors.ftl", CHINESE);
    let expected = "fr: removed\nzh-CN: 2 texts\nwrote src/texts/generated.rs\n";
    assert_eq!(project.run(&["embed"]), (expected.to_owned(), 0));
    assert_eq!(generated(&project), fresh);
}

#[test]
fn a_changed_comment_is_no_changed_text() {
    let chinese = format!("{CHINESE}\n# A comment\n");
    let (project, _) = library(&[("zh-CN/errors.ftl", &chinese)]);
    assert_eq!(project.run(&["embed", "--check"]).1, 1, "the library compares a hash");
    assert_eq!(project.run(&["embed"]), ("wrote src/texts/generated.rs\n".to_owned(), 0));
}

#[test]
fn a_stale_or_foreign_generated_file_is_replaced() {
    for stale in
        ["", "<<<<<<< HEAD\n", "static ZH_CN: &Texts = &[\n    text(\"旧\"), // error-success\n"]
    {
        let (project, fresh) = library(&[]);
        fs::write(project.0.path().join("src/texts/generated.rs"), stale).unwrap();
        assert_eq!(project.run(&["embed"]).1, 0, "{stale}");
        assert_eq!(generated(&project), fresh, "{stale}");
    }
    let (project, fresh) = library(&[]);
    fs::remove_file(project.0.path().join("src/texts/generated.rs")).unwrap();
    assert_eq!(project.run(&["embed"]).1, 0);
    assert_eq!(generated(&project), fresh);
}

#[test]
fn everything_in_fluent_is_resolved() {
    let french = "\
-app = { $case ->
   *[nominative] Appli
    [genitive] d’Appli
}
error-success = Nom { -app(case: \"genitive\") }
error-server-error = { $code ->
    [one] un
    [5] cinq { error-success }
   *[other] autre
}
    suite
    .suggestion = { -app }
error-unknown = Erreur { $code } ({ $name })
";
    let (project, _) = library(&[("fr/errors.ftl", french)]);
    assert_eq!(project.run(&["embed"]).1, 0);
    let text = generated(&project);
    for row in ["text(\"Nom d’Appli\")", "\"Appli\"), // error-server-error"] {
        assert!(text.contains(row), "{row}: {text}");
    }
    let pieces =
        "[literal(\"Erreur \"), Piece::Code, literal(\" (\"), Piece::Name, literal(\")\")]";
    assert!(text.contains(pieces), "{text}");
}

#[test]
fn messages_that_cannot_be_embedded_are_refused() {
    const SELECTS: &str = "error: `error-unknown` cannot select: its code is known only when it is shown; \
                           write one text, with `{ $code }` where the number belongs [unknown-variable]";
    const ARGUMENT: &str = "error: unknown variable `$limit`; this message has `$code` and `$name`; \
                            remove it [unknown-variable]";
    let by_code = "{ $code ->\n    [1] a\n   *[other] b\n }\n";
    for (text, place, expected) in [
        ("error-success = { $limit } x\n", "1:20", ARGUMENT),
        ("error-success = a\nerror-not-friend = { $limit }\n", "2:23", ARGUMENT),
        ("error-success = a\n    .suggestion = { $limit }\n", "2:22", ARGUMENT),
        ("error-success = { $limit ->\n   *[other] a\n }\n", "1:20", ARGUMENT),
        ("error-unknown = { $code } { $limit }\n", "1:30", ARGUMENT),
        (
            "error-success = a\n\nerror-not-friend b\n",
            "3:18",
            "error: expected `=` after the id, found `b` [syntax]",
        ),
        (
            "error-success = a\nerror-not-friend = { -none }\n",
            "2:22",
            "error: unknown term `-none`; define it, or remove the reference \
             [unknown-reference]",
        ),
        (
            "error-success = { NUMBER($code) }\n",
            "1:19",
            "error: unknown function `NUMBER`; no functions are available, so write the text or \
             `{ $code }` alone [unknown-function]",
        ),
        (
            "error-success = a\nerror-success = b\n",
            "2:1",
            "error: duplicate message `error-success`; first defined on line 1; remove one of the \
             two [duplicate-message]",
        ),
        (
            "error-success = { \"\" }\n",
            "1:17",
            "error: this text, or one of its variants, has no visible characters; write the text \
             [empty-text]",
        ),
        (&format!("error-unknown = {by_code}"), "1:1", SELECTS),
        (
            &format!("error-success = a\nerror-unknown = b\n    .suggestion = {by_code}"),
            "2:1",
            SELECTS,
        ),
        (
            &format!(
                "error-success = a\nerror-unknown = {{ error-not-friend }}\n\
                 error-not-friend = {by_code}"
            ),
            "2:1",
            SELECTS,
        ),
    ] {
        let (project, fresh) = library(&[("fr/errors.ftl", text)]);
        for args in [&["embed"][..], &["embed", "--check"]] {
            let expected = format!(
                "locales/fr/errors.ftl:{place}: {expected}\n\
                 skipped src/texts/generated.rs: the messages have errors\n"
            );
            assert_eq!(project.run(args), (expected, 1), "{text}");
            assert_eq!(generated(&project), fresh);
        }
    }
}

/// What does not depend on the code is known, so it may select.
#[test]
fn the_message_for_unknown_codes_may_select_by_constants() {
    let french = "\
-app = { $case ->
   *[nominative] Appli
    [genitive] d’Appli
}
    .kind = app
error-unknown = { -app(case: \"genitive\") } { \"a\" ->
    [a] un
   *[b] { error-unknown }
} { -app.kind ->
    [app] deux
   *[other] trois
} { $code }
";
    let (project, _) = library(&[("fr/errors.ftl", french)]);
    assert_eq!(project.run(&["embed"]).1, 0);
    let pieces = "[literal(\"d’Appli un deux \"), Piece::Code]";
    assert!(generated(&project).contains(pieces));
}

/// The linter knows a variable of English by its comment, but nobody passes it to an embedded message.
#[test]
fn variables_that_a_comment_explains_are_refused() {
    let (project, fresh) = library(&[]);
    let line = "error-success = { $limit } x";
    let english = format!("# $limit: a number\n{line}\n");
    project.write("en-US/errors.ftl", &english);
    let expected = "locales/en-US/errors.ftl:2:1: error: `error-success` cannot be embedded: only \
                    `$code` and `$name` are known at build time, but it has `$limit` \
                    [unknown-variable]\n\
                    skipped src/texts/generated.rs: the messages have errors\n";
    assert_eq!(project.run(&["embed"]), (expected.to_owned(), 1));
    assert_eq!(generated(&project), fresh);
}

#[test]
fn missing_folders_are_explained() {
    let project = Project::new(&[]);
    let expected =
        "error: there is no folder `src/texts`; `embed` writes into a clone of the library\n";
    assert_eq!(project.run(&["embed"]), (expected.to_owned(), 2));
    fs::remove_dir_all(project.path("")).unwrap();
    let expected = "error: there is no folder `locales` here; name one with --dir\n";
    assert_eq!(project.run(&["embed"]), (expected.to_owned(), 2));
}

#[test]
fn a_folder_without_the_source_is_refused() {
    let (project, fresh) = library(&[]);
    fs::remove_dir_all(project.path("en-US")).unwrap();
    let (printed, status) = project.run(&["embed"]);
    assert!(printed.contains("there is no `en-US`, the locale that"), "{printed}");
    assert_eq!((status, generated(&project)), (1, fresh));
}

#[cfg(target_os = "linux")]
#[test]
fn an_unwritable_file_is_an_error() {
    let (project, fresh) = library(&[("fr/errors.ftl", "error-success = Oui\n")]);
    let path = project.0.path().join("src/texts/generated.rs");
    // The limit is below the size of the file. Unlike permissions, it holds for root too.
    let output = super::shell(project.0.path(), "trap '' XFSZ; ulimit -f 1; exec \"$0\" embed");
    let printed = super::printed(&output);
    let expected = "error: cannot write `src/texts/generated.rs`: File too large";
    assert!(printed.starts_with(expected), "{printed}");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_to_string(&path).unwrap(), fresh);
    let left = fs::read_dir(path.parent().unwrap()).unwrap().count();
    assert_eq!(left, 1, "no temporary file is left");
}
