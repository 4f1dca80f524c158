//! Opens the window in the languages given as arguments, or in the system's languages.

use std::env;

use eframe::NativeOptions;
use egui::ViewportBuilder;
use im_error_l10n_egui::Chat;

fn main() -> eframe::Result {
    let mut languages: Vec<String> = env::args().skip(1).collect();
    if languages.is_empty() {
        languages = sys_locale::get_locales().collect();
    }
    let (chat, _) = Chat::new(languages);
    let viewport = ViewportBuilder::default().with_title("Chat").with_inner_size([760.0, 520.0]);
    let options = NativeOptions { viewport, ..NativeOptions::default() };
    eframe::run_native("im-error-l10n-egui", options, Box::new(|_| Ok(Box::new(chat))))
}
