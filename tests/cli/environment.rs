//! How the environment selects the language, as in gettext.

use super::tool;

const ENGLISH: &str = "The operation succeeded.\n";
const CHINESE: &str = "成功\n";

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
        (&[("LANG", "en_US.UTF-8"), ("LANGUAGE", "zh_CN:en")], CHINESE),
        (&[("LANG", "zh_CN"), ("LANGUAGE", "en")], ENGLISH),
        (&[("LANG", "zh_CN"), ("LANGUAGE", "")], CHINESE),
        (&[("LANG", "en_US"), ("LANGUAGE", ":fr::zh_CN")], CHINESE),
        (&[("LC_ALL", "en_GB"), ("LANGUAGE", "zh")], CHINESE),
        (&[("LANG", "C"), ("LANGUAGE", "zh_CN")], ENGLISH),
        (&[("LC_ALL", "POSIX"), ("LANGUAGE", "zh_CN")], ENGLISH),
        (&[("LANGUAGE", "zh_CN")], ENGLISH),
        (&[("LANG", "C.UTF-8"), ("LANGUAGE", "zh_CN")], CHINESE),
        (&[("LANG", "C.UTF-8")], ENGLISH),
        (&[("LANG", "de_DE"), ("LANGUAGE", "de:C:zh_CN")], ENGLISH),
    ];
    for (variables, expected) in rows {
        let mut command = tool(&["show", "0"]);
        command.env_remove("LC_ALL").envs(variables.iter().copied());
        let output = command.output().unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap(), *expected, "{variables:?}");
    }
}

#[test]
fn an_explicit_locale_overrides_the_environment() {
    let mut command = tool(&["show", "0", "--locale", "en"]);
    command.env("LC_ALL", "zh_CN.UTF-8");
    assert_eq!(String::from_utf8(command.output().unwrap().stdout).unwrap(), ENGLISH);
}
