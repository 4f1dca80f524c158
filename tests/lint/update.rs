//! Stubs: new locales, new messages, changes of the English, and what translators type into stubs.

use im_error_l10n::edit::{format, template, update};
use im_error_l10n::lint::{File, Scope, lint};

use super::{CHINESE, ENGLISH, file, lines, rules, with_english};

/// Updates a file without a record.
fn updated(english: &str, text: &str) -> (String, Vec<String>, Vec<String>) {
    let (text, _, added, renewed) = updated_with(english, text, None);
    (text, added, renewed)
}

/// Updates a file beside a record, and returns both texts, and what was added and renewed.
fn updated_with(
    english: &str,
    text: &str,
    record: Option<&str>,
) -> (String, String, Vec<String>, Vec<String>) {
    let mut files = vec![file("en-US", english), file("ja", text)];
    files.extend(record.map(|record| File::new("ja", "ja/accepted.txt", record)));
    let updated = update(&files, "ja").unwrap();
    let [done] = &updated.files[..] else { panic!("{updated:?}") };
    assert_eq!((done.path.as_str(), done.findings.len()), ("ja.ftl", 0));
    (
        done.text.clone().unwrap_or_else(|| text.to_owned()),
        updated.record.unwrap_or_else(|| record.unwrap_or_default().to_owned()),
        done.added.clone(),
        done.renewed.clone(),
    )
}

/// A new locale, with the record of its English.
fn new_locale() -> (String, String) {
    let text = template(&[file("en-US", ENGLISH)], "ja").unwrap();
    let (same, record, added, renewed) = updated_with(ENGLISH, &text, None);
    assert_eq!((same, added.len(), renewed.len()), (text.clone(), 0, 0));
    (text, record)
}

fn check(english: &str, text: &str, record: &str) -> Vec<String> {
    let record = File::new("ja", "ja/accepted.txt", record);
    lines(&lint(&[file("en-US", english), file("ja", text), record], Scope::Complete))
}

#[test]
fn a_new_locale_consists_of_stubs_in_canonical_form() {
    let text = template(&[file("en-US", ENGLISH)], "ja").unwrap();
    assert_eq!(format(&file("ja", &text)).unwrap(), text);
    assert_eq!(rules(&with_english("ja", &text)), ["untranslated"]);
    assert!(text.contains(
        "\n# error-not-friend = You and this user aren’t friends.\n#     .suggestion = "
    ));
    assert_eq!(updated(ENGLISH, &text), (text.clone(), vec![], vec![]));
}

#[test]
fn stubs_of_new_messages_are_inserted_in_order() {
    let without = CHINESE.replace("error-is-friend = 已经是好友了\n", "");
    let (text, added, renewed) = updated(ENGLISH, &without);
    assert_eq!((added, renewed), (vec!["error-is-friend".to_owned()], vec![]));
    let at = text.find("# error-is-friend = You’re already friends.\n\n").unwrap();
    assert!(
        text[..at].contains("error-update-frequent =") && !text[..at].contains("error-friend-more")
    );
    // Every old line is still there, in order.
    let mut lines = text.lines();
    assert!(without.lines().all(|line| lines.any(|other| other == line)));
    assert_eq!(rules(&with_english("zh-CN", &text)), ["untranslated"]);
    assert_eq!(updated(ENGLISH, &text), (text.clone(), vec![], vec![]));
    assert_eq!(format(&file("ja", &text)).unwrap(), text);
    let (text, added, _) = updated(ENGLISH, &CHINESE.replace("error-success = 成功\n", ""));
    assert_eq!(added, ["error-success"]);
    assert!(text.find("# error-success = ").unwrap() < text.find("error-invalid-token").unwrap());
}

#[test]
fn the_english_in_stubs_is_updated() {
    let (old, record) = new_locale();
    let english = ENGLISH.replace("= Add this user as a friend first.", "= Add them first.");
    let found = check(&english, &old, &record);
    assert!(found.iter().any(|line| line.contains("is now “Add them first.”; run `update ja`")));
    let (text, new_record, added, renewed) = updated_with(&english, &old, Some(&record));
    assert_eq!((added, renewed), (vec![], vec!["error-not-friend".to_owned()]));
    assert_eq!(text, old.replace("= Add this user as a friend first.", "= Add them first."));
    assert!(new_record.contains("\nerror-not-friend.suggestion = Add them first.\n"));
    // Done once, and again after the next change.
    let again = updated_with(&english, &text, Some(&new_record));
    assert_eq!(again, (text.clone(), new_record.clone(), vec![], vec![]));
    let (back, ..) = updated_with(ENGLISH, &text, Some(&new_record));
    assert_eq!(back, old);
}

/// What a translator may do to a stub without removing its `# `.
const TRANSLATED: [(&str, &str); 7] = [
    // All of it.
    (
        "= You and this user aren’t friends.\n#     .suggestion = Add this user as a friend first.",
        "= 友だちではありません。\n#     .suggestion = まず友だちに追加してください。",
    ),
    // The message only, or the suggestion only.
    ("= You and this user aren’t friends.", "= 友だちではありません。"),
    ("= Add this user as a friend first.", "= まず友だちに追加してください。"),
    // On several lines.
    ("= You and this user aren’t friends.", "=\n#     友だち\n#     ではありません。"),
    // Beside the English.
    ("= You and this user aren’t friends.", "= You and this user aren’t friends. 友だちではない"),
    // With a mistake in it.
    ("= You and this user aren’t friends.", "= 友だち{ではありません。"),
    // Without the suggestion.
    (
        "= You and this user aren’t friends.\n#     .suggestion = Add this user as a friend first.",
        "= 友だちではありません。",
    ),
];

#[test]
fn translated_stubs_are_kept_and_reported() {
    let (old, record) = new_locale();
    for (from, to) in TRANSLATED {
        let text = old.replacen(from, to, 1);
        assert_ne!(text, old, "{to}");
        for english in
            [ENGLISH, &ENGLISH.replace("= You and this user aren’t friends.", "= Not friends.")]
        {
            let (kept, new_record, added, renewed) = updated_with(english, &text, Some(&record));
            assert_eq!((&kept, added, renewed), (&text, vec![], vec![]), "{to}");
            assert_eq!(new_record, record, "{to}");
            let found = check(english, &text, &record);
            let advice = "this stub is translated; remove the `# ` at the start of its lines";
            assert!(found.iter().any(|line| line.contains(advice)), "{found:?}");
            assert_eq!(found.len(), 2, "{found:?}");
            assert!(found.iter().any(|line| line.contains("47 of 48")), "{found:?}");
            // `fmt` keeps it too.
            if let Ok(formatted) = format(&file("ja", &text)) {
                assert!(to.lines().all(|line| formatted.contains(line)), "{to}");
            }
        }
    }
}

#[test]
fn a_translation_in_the_record_too_is_kept() {
    let (old, record) = new_locale();
    let english = ENGLISH.replace("= You and this user aren’t friends.", "= Not friends.");
    for (from, to) in [
        ("You and this user aren’t friends.", "友だちではありません。"),
        ("You and this user aren’t friends.", "Vous n’êtes pas amis."),
        ("Add this user as a friend first.", "Ajoutez d’abord ce user comme ami."),
    ] {
        let (text, record) = (old.replace(from, to), record.replace(from, to));
        let (kept, new_record, added, renewed) = updated_with(&english, &text, Some(&record));
        assert_eq!(
            (kept, new_record, added, renewed),
            (text.clone(), record.clone(), vec![], vec![])
        );
        let found = check(&english, &text, &record);
        let advice = "this stub is translated; remove the `# ` at the start of its lines";
        assert!(found.iter().any(|line| line.contains(advice)), "{found:?}");
    }
}

#[test]
fn without_a_record_no_stub_is_overwritten() {
    let (old, _) = new_locale();
    let english = ENGLISH.replace("= Add this user as a friend first.", "= Add them first.");
    for (from, to) in [TRANSLATED[0], ("first.", "first.")] {
        let text = old.replacen(from, to, 1);
        assert_eq!(updated(&english, &text), (text.clone(), vec![], vec![]));
        let found = lines(&lint(&[file("en-US", &english), file("ja", &text)], Scope::Complete));
        let advice =
            "if it is translated, remove the `# ` at the start of its lines, otherwise delete it";
        assert!(found.iter().any(|line| line.contains(advice)), "{found:?}");
    }
}

#[test]
fn remarks_beside_a_stub_are_kept() {
    let (old, record) = new_locale();
    let english = ENGLISH.replace("= You and this user aren’t friends.", "= Not friends.");
    let stub = "# error-not-friend = You and this user aren’t friends.\n#     .suggestion = Add this user as a friend first.\n";
    for (from, to) in [
        (stub.to_owned(), format!("{stub}# 友だち or 友達?\n# ask Mika\n")),
        (stub.to_owned(), format!("# ask Mika\n{stub}")),
        (
            stub.replace("#     .s", "\u{0}").split('\u{0}').next().unwrap().to_owned(),
            "# error-not-friend = You and this user aren’t friends.\n# 友だち or 友達?\n"
                .to_owned(),
        ),
    ] {
        let text = old.replacen(&from, &to, 1);
        assert_ne!(text, old);
        let (new, ..) = updated_with(&english, &text, Some(&record));
        for remark in to.lines().filter(|line| !stub.contains(line)) {
            assert!(new.contains(&format!("\n{remark}\n")), "{new}");
        }
        assert!(check(ENGLISH, &text, &record).iter().all(|line| !line.contains("translated;")));
    }
}

/// A stub of a message that the codes no longer have is a comment.
#[test]
fn stubs_of_renamed_messages_are_kept() {
    let (old, record) = new_locale();
    let text = format!("{old}\n# error-was-renamed = 名前が変わった\n");
    assert_eq!(updated_with(ENGLISH, &text, Some(&record)).0, text);
}

#[test]
fn translations_are_never_changed() {
    let english = ENGLISH.replace("You and this user aren’t friends.", "Not friends.");
    assert_eq!(updated(&english, CHINESE), (CHINESE.to_owned(), vec![], vec![]));
    // Nor is a file with errors, or one beside a record that cannot be read.
    let broken = update(&[file("en-US", ENGLISH), file("ja", "error-success")], "ja").unwrap();
    assert_eq!((broken.files[0].text.clone(), broken.files[0].findings.len()), (None, 1));
    let record = File::new("ja", "ja/accepted.txt", "<<<<<<< HEAD\n");
    assert!(update(&[file("en-US", ENGLISH), file("ja", CHINESE), record], "ja").is_err());
}
