//! The window: a language menu, a chat, and the toasts on top.

use std::sync::mpsc::{self, Receiver};

use egui::{CentralPanel, FontId, Key, Panel, RichText, ScrollArea, TextEdit, TextStyle, Ui};
use im_error_l10n::{ErrorCode, LocaleChain, Localizer};

use crate::sdk::{Sdk, SdkError};
use crate::toasts::Toasts;
use crate::words::{name, words};

/// The most errors that one frame takes from the channel, so that a flood does not freeze the
/// window.
const MAX_ERRORS_PER_FRAME: usize = 1_000;

/// The state of the window. It keeps codes and a chain instead of texts, so that everything follows
/// when the user picks another language.
pub struct Chat {
    chain: LocaleChain,
    /// The language that the user picked, or `None` for the system's languages.
    picked: Option<String>,
    system_languages: Vec<String>,
    toasts: Toasts,
    errors: Receiver<SdkError>,
    sdk: Sdk,
    lines: Vec<Line>,
    draft: String,
}

/// A message that was not sent, with the reason.
struct Line {
    text: String,
    error: ErrorCode,
}

impl Chat {
    /// Returns a window for a user who prefers these languages, in order, and the SDK whose errors
    /// it shows.
    pub fn new(system_languages: Vec<String>) -> (Chat, Sdk) {
        let (sender, errors) = mpsc::channel();
        let sdk = Sdk::new(sender);
        let chat = Chat {
            chain: Localizer::builtin().negotiate(&system_languages),
            picked: None,
            system_languages,
            toasts: Toasts::default(),
            errors,
            sdk: sdk.clone(),
            lines: Vec::new(),
            draft: String::new(),
        };
        (chat, sdk)
    }

    /// Draws the window.
    pub fn ui(&mut self, ui: &mut Ui) {
        let now = ui.input(|input| input.time);
        for error in self.errors.try_iter().take(MAX_ERRORS_PER_FRAME) {
            self.toasts.add(error, now);
        }
        Panel::top("menu").show(ui, |ui| {
            ui.horizontal(|ui| {
                self.language_menu(ui);
                if ui.button(words(&self.chain).lose_connection).clicked() {
                    self.sdk.lose_connection(ui.ctx());
                }
            });
            self.font_hint(ui);
        });
        let draft = Panel::bottom("draft").show(ui, |ui| self.draft(ui));
        CentralPanel::default().show(ui, |ui| {
            if self.lines.is_empty() {
                ui.weak(words(&self.chain).hint);
            }
            ScrollArea::vertical().stick_to_bottom(true).auto_shrink(false).show(ui, |ui| {
                for line in &self.lines {
                    ui.label(&line.text);
                    let reason = self.chain.text(line.error);
                    let reason = format!("{}{reason}", words(&self.chain).not_sent);
                    ui.label(RichText::new(reason).color(ui.visuals().error_fg_color));
                    ui.add_space(6.0);
                }
            });
        });
        // The toasts never cover the message field.
        self.toasts.show(ui.ctx(), &self.chain, draft.response.rect.top());
    }

    fn language_menu(&mut self, ui: &mut Ui) {
        // In two languages, so that a user who picked the wrong one can find the way back.
        ui.menu_button("Language · 语言", |ui| {
            let mut picked = self.picked.clone();
            ui.radio_value(&mut picked, None, words(&self.chain).system);
            for locale in Localizer::builtin().locales() {
                ui.radio_value(&mut picked, Some(locale.to_owned()), name(locale));
            }
            if picked != self.picked {
                self.pick(picked);
                ui.close();
            }
        });
    }

    fn pick(&mut self, language: Option<String>) {
        self.chain = match &language {
            Some(language) => Localizer::builtin().negotiate([language]),
            None => Localizer::builtin().negotiate(&self.system_languages),
        };
        self.picked = language;
    }

    /// Tells the user what to install if no font can draw the language. The hint is in English,
    /// because Chinese would appear as boxes too.
    fn font_hint(&self, ui: &mut Ui) {
        let locale = self.chain.locales().next().unwrap_or_default();
        let font = FontId::proportional(TextStyle::Body.resolve(ui.style()).size);
        if ui.ctx().fonts_mut(|fonts| fonts.has_glyphs(&font, name(locale))) {
            return;
        }
        ui.colored_label(
            ui.visuals().warn_fg_color,
            "No installed font has Chinese characters. Install one, such as Noto Sans CJK (Debian and \
             Ubuntu: fonts-noto-cjk; Fedora: google-noto-sans-cjk-fonts), and restart.",
        );
    }

    fn draft(&mut self, ui: &mut Ui) {
        let words = words(&self.chain);
        ui.horizontal(|ui| {
            let field = ui.add(TextEdit::singleline(&mut self.draft).hint_text(words.message));
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if (ui.button(words.send).clicked() || entered) && !self.draft.is_empty() {
                let text = std::mem::take(&mut self.draft);
                let error = self.sdk.send_message();
                self.lines.push(Line { text, error });
                field.request_focus();
            }
        });
    }
}

impl eframe::App for Chat {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        Chat::ui(self, ui);
    }
}
