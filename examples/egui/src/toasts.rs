//! Toasts that keep error codes and look up the messages each time they are drawn.

use std::collections::VecDeque;

use egui::accesskit::{Live, Role};
use egui::{
    Align, Align2, Area, Color32, Context, Frame, Id, Key, Label, Layout, RichText, ScrollArea,
    Stroke, TextWrapMode, Ui, UiBuilder, vec2,
};
use im_error_l10n::{ErrorKind, LocaleChain};

use crate::sdk::SdkError;
use crate::words::{Words, words};

/// The most toasts that are open at once. The oldest makes room for the newest.
pub const MOST_TOASTS: usize = 50;
/// The most characters of the SDK's details that are shown. Copying copies all of them.
const MAX_DETAILS: usize = 80;
const WIDTH: f32 = 340.0;
/// The distance of the toasts from the top of the window, below the menu.
const TOP: f32 = 48.0;
const MARGIN: f32 = 12.0;
/// The lifetime of a toast that closes by itself.
const SECONDS: f64 = 6.0;

/// The open toasts, oldest first.
#[derive(Default)]
pub(crate) struct Toasts {
    open: VecDeque<Toast>,
    opened: u64,
}

struct Toast {
    id: u64,
    error: SdkError,
    count: usize,
    /// The time of the latest error, in seconds.
    time: f64,
}

/// The severity of a toast.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Level {
    /// Closes by itself.
    Info,
    /// The user can do something about it, or wait.
    Warning,
    /// Something is broken or forbidden.
    Error,
}

impl Level {
    /// Returns the level of a kind, so that codes of later releases have one too.
    pub fn of(kind: ErrorKind) -> Level {
        match kind {
            ErrorKind::Ok | ErrorKind::Cancelled | ErrorKind::AlreadyExists => Level::Info,
            ErrorKind::InvalidArgument
            | ErrorKind::ResourceExhausted
            | ErrorKind::FailedPrecondition
            | ErrorKind::Aborted
            | ErrorKind::Unavailable => Level::Warning,
            _ => Level::Error,
        }
    }

    fn color(self) -> Color32 {
        match self {
            Level::Info => Color32::from_rgb(0x3b, 0x82, 0xf6),
            Level::Warning => Color32::from_rgb(0xd9, 0x8a, 0x0b),
            Level::Error => Color32::from_rgb(0xe0, 0x4a, 0x4a),
        }
    }
}

/// Returns an icon for a kind, from egui's own fonts.
pub fn icon(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Ok => "✔",
        ErrorKind::Cancelled | ErrorKind::AlreadyExists => "ℹ",
        ErrorKind::Unauthenticated => "🔑",
        ErrorKind::PermissionDenied => "🔒",
        ErrorKind::NotFound => "🔍",
        ErrorKind::Unavailable => "📡",
        ErrorKind::ResourceExhausted => "⏱",
        ErrorKind::Internal | ErrorKind::Unknown | ErrorKind::Unimplemented => "❌",
        _ => "⚠",
    }
}

impl Toasts {
    /// Opens a toast, or counts the error on the open toast with the same code.
    pub(crate) fn add(&mut self, error: SdkError, time: f64) {
        for toast in &mut self.open {
            if toast.error.code == error.code {
                toast.error = error;
                toast.count += 1;
                toast.time = time;
                return;
            }
        }
        if self.open.len() == MOST_TOASTS {
            self.open.pop_front();
        }
        self.opened += 1;
        self.open.push_back(Toast { id: self.opened, error, count: 1, time });
    }

    /// Draws the toasts, newest first, above this vertical position. Escape closes the newest.
    pub(crate) fn show(&mut self, ctx: &Context, chain: &LocaleChain, bottom: f32) {
        self.close_expired(ctx);
        if self.open.is_empty() {
            return;
        }
        if ctx.input(|input| input.key_pressed(Key::Escape)) {
            self.open.pop_back();
        }
        let mut dismissed = None;
        let height = bottom - TOP - MARGIN;
        Area::new(Id::unique("toasts")).anchor(Align2::RIGHT_TOP, vec2(-MARGIN, TOP)).show(
            ctx,
            |ui| {
                ui.set_width(WIDTH);
                let scroll = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
                scroll.show(ui, |ui| {
                    for toast in self.open.iter().rev() {
                        if toast.show(ui, chain) {
                            dismissed = Some(toast.id);
                        }
                    }
                });
            },
        );
        self.open.retain(|toast| Some(toast.id) != dismissed);
    }

    fn close_expired(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        self.open.retain(|toast| {
            let closes = Level::of(toast.error.code.kind()) == Level::Info;
            let left = toast.time + SECONDS - now;
            if closes && left > 0.0 {
                ctx.request_repaint_after_secs(left as f32);
            }
            !closes || left > 0.0
        });
    }
}

impl Toast {
    /// Draws the toast. Returns whether the user dismissed it.
    fn show(&self, ui: &mut Ui, chain: &LocaleChain) -> bool {
        let message = chain.message(self.error.code);
        let level = Level::of(message.kind());
        // The text that a screen reader reads when the toast opens, and its language.
        let role = if level == Level::Info { Role::Status } else { Role::Alert };
        let label = match message.suggestion() {
            Some(suggestion) => format!("{message} {suggestion}"),
            None => message.to_string(),
        };
        let group = UiBuilder::new().id_salt(self.id);
        let group = group.accessibility_role(role).accessibility_label(label);
        let drawn = ui.scope_builder(group, |ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_live(Live::Polite);
                node.set_language(message.locale());
            });
            let frame = Frame::popup(ui.style()).stroke(Stroke::new(1.5, level.color()));
            let drawn = frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.horizontal_top(|ui| {
                    ui.label(RichText::new(icon(message.kind())).color(level.color()).size(18.0));
                    ui.vertical(|ui| {
                        let text = RichText::new(message.text()).strong();
                        ui.add(Label::new(text).wrap_mode(TextWrapMode::Wrap));
                        if let Some(suggestion) = message.suggestion() {
                            ui.label(suggestion);
                        }
                    });
                });
                self.show_footer(ui, words(chain))
            });
            drawn.inner
        });
        ui.add_space(6.0);
        drawn.inner
    }

    fn show_footer(&self, ui: &mut Ui, words: &Words) -> bool {
        let mut dismissed = false;
        ui.horizontal(|ui| {
            if self.count > 1 {
                ui.label(RichText::new(format!("× {}", self.count)).strong());
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                dismissed = ui.small_button(words.dismiss).clicked();
                if ui.small_button(words.copy).clicked() {
                    ui.ctx().copy_text(self.details());
                }
                let small_print = RichText::new(self.small_print()).small();
                ui.add(Label::new(small_print).truncate());
            });
        });
        dismissed
    }

    /// Returns the code and the log id and, for an unknown code, the SDK's details, because its
    /// message has only the number.
    fn small_print(&self) -> String {
        let SdkError { code, details, log_id } = &self.error;
        let mut print = format!("{} · {}", code.get(), plain(log_id, MAX_DETAILS));
        if code.error_type().is_none() {
            print = format!("{print} · {}", plain(details, MAX_DETAILS));
        }
        print
    }

    /// Returns the details for support.
    fn details(&self) -> String {
        let SdkError { code, details, log_id } = &self.error;
        let (details, log_id) = (plain(details, usize::MAX), plain(log_id, usize::MAX));
        format!("{code}\nlog id: {log_id}\n{details}")
    }
}

/// Makes foreign text safe to show in one line: replaces control characters and direction marks, and
/// ends long text with an ellipsis.
fn plain(text: &str, max_len: usize) -> String {
    let mut line = String::new();
    for (index, character) in text.chars().enumerate() {
        if index == max_len {
            line.push('…');
            break;
        }
        line.push(if character.is_control() || is_mark(character) {
            '\u{fffd}'
        } else {
            character
        });
    }
    line
}

/// Returns whether a character changes the direction of text or separates lines.
fn is_mark(character: char) -> bool {
    matches!(
        character,
        '\u{61c}'
            | '\u{200e}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
    )
}
