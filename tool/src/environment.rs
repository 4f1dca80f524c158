//! The user's languages.

use std::env;

/// Returns the locales that the system prefers, most preferred first; none means the default.
///
/// The variables are read as gettext reads them
/// ([Locale Environment Variables](https://www.gnu.org/software/gettext/manual/html_node/Locale-Environment-Variables.html)):
/// the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is not empty names the locale, and
/// `LANGUAGE`, a list, takes precedence unless that locale is `C` or `POSIX`. Without variables,
/// Windows and Apple's systems provide their own list.
pub(crate) fn wanted_locales() -> Vec<String> {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
    match locale {
        Some(locale) if is_untranslated(&locale) => Vec::new(),
        Some(locale) => translated(&variable("LANGUAGE").unwrap_or(locale)),
        None if cfg!(any(windows, target_vendor = "apple")) => sys_locale::get_locales().collect(),
        None => Vec::new(),
    }
}

/// Returns the locales in a colon-separated list, up to one that asks for no translation.
fn translated(list: &str) -> Vec<String> {
    let locales = list.split(':').take_while(|locale| !is_untranslated(locale));
    locales.filter(|locale| !locale.is_empty()).map(str::to_owned).collect()
}

fn is_untranslated(locale: &str) -> bool {
    matches!(locale, "C" | "POSIX")
}

/// The value of a variable, unless it is empty.
fn variable(name: &str) -> Option<String> {
    let value = env::var_os(name)?.to_string_lossy().into_owned();
    Some(value).filter(|value| !value.is_empty())
}
