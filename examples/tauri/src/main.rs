//! Opens the window in the languages given as arguments, or in the system's languages.

// Without this, Windows opens a console beside the window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::env;

fn main() -> tauri::Result<()> {
    let mut languages: Vec<String> = env::args().skip(1).collect();
    if languages.is_empty() {
        languages = sys_locale::get_locales().collect();
    }
    im_error_l10n_tauri::run(languages)
}
