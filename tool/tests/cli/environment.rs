//! How the environment selects the language, as in gettext.

use super::{run, tool};

const ENGLISH: &str = "en-US";
const CHINESE: &str = "zh-CN";

/// Shows a message of a folder that does not depend on what the crate embeds.
const SHOW: [&str; 4] = ["show", "0", "--dir", "tool/tests/locales"];

/// What is shown in a locale.
fn shown(locale: &str) -> String {
    run(&[&SHOW[..], &["--locale", locale]].concat()).0
}

#[test]
#[cfg(target_os = "linux")]
fn variables_are_read_in_gettexts_order() {
    let rows: &[(&[(&str, &str)], &str)] = &[
        (&[], ENGLISH),
        (&[("LANG", "zh_CN.UTF-8")], CHINESE),
        (&[("LC_MESSAGES", "zh_CN.UTF-8"), ("LANG", "en_US.UTF-8")], CHINESE),
        (&[("LC_ALL", "zh_CN"), ("LC_MESSAGES", "en_US"), ("LANG", "fr_FR")], CHINESE),
        (&[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")], ENGLISH),
        (&[("LC_ALL", "POSIX"), ("LANG", "zh_CN.UTF-8")], ENGLISH),
        (&[("LC_MESSAGES", "C"), ("LANG", "zh_CN.UTF-8")], ENGLISH),
        (&[("LC_MESSAGES", "POSIX"), ("LANG", "zh_CN.UTF-8")], ENGLISH),
        (&[("LC_ALL", ""), ("LC_MESSAGES", ""), ("LANG", "zh_CN")], CHINESE),
        // Other categories do not affect messages.
        (&[("LC_CTYPE", "zh_CN.UTF-8")], ENGLISH),
        (&[("LANG", "zh_CN"), ("LC_CTYPE", "C")], CHINESE),
        // LANGUAGE takes precedence over the locale, unless that is C.
        (&[("LANG", "en_US.UTF-8"), ("LANGUAGE", "zh_CN:en_US")], CHINESE),
        (&[("LANG", "zh_CN"), ("LANGUAGE", "en_US")], ENGLISH),
        (&[("LANG", "zh_CN"), ("LANGUAGE", "")], CHINESE),
        (&[("LANG", "en_US"), ("LANGUAGE", ":tlh::zh_CN")], CHINESE),
        (&[("LC_ALL", "en_US"), ("LANGUAGE", "zh")], CHINESE),
        (&[("LANG", "C"), ("LANGUAGE", "zh_CN")], ENGLISH),
        (&[("LC_ALL", "POSIX"), ("LANGUAGE", "zh_CN")], ENGLISH),
        (&[("LANGUAGE", "zh_CN")], ENGLISH),
        (&[("LANG", "C.UTF-8"), ("LANGUAGE", "zh_CN")], CHINESE),
        (&[("LANG", "C.UTF-8")], ENGLISH),
        (&[("LANG", "tlh"), ("LANGUAGE", "tlh:C:zh_CN")], ENGLISH),
    ];
    for (variables, expected) in rows {
        check(variables, expected);
    }
}

/// After public reports: variables, the language that should be shown, and why.
#[test]
#[cfg(target_os = "linux")]
fn environments_of_public_reports_show_the_right_language() {
    let mut count = 0;
    for row in include_str!("environment.tsv").lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = row.split('\t').collect();
        assert_eq!(cells.len(), 3, "{row}");
        let variables: Vec<(&str, &str)> =
            cells[0].split(' ').map(|variable| variable.split_once('=').unwrap()).collect();
        check(&variables, if cells[1] == "zh" { CHINESE } else { ENGLISH });
        count += 1;
    }
    assert_eq!(count, 6);
}

#[cfg(target_os = "linux")]
fn check(variables: &[(&str, &str)], expected: &str) {
    let mut command = tool(&SHOW);
    command.env_remove("LC_ALL").envs(variables.iter().copied());
    let output = command.output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), shown(expected), "{variables:?}");
}

#[test]
fn an_explicit_locale_overrides_the_environment() {
    let mut command = tool(&[&SHOW[..], &["--locale", "en"]].concat());
    command.env("LC_ALL", "zh_CN.UTF-8");
    assert_eq!(String::from_utf8(command.output().unwrap().stdout).unwrap(), shown(ENGLISH));
}
