//! A window without a screen.

use egui::OutputCommand;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use im_error_l10n::{ErrorCode, Localizer};
use im_error_l10n_egui::{Chat, Sdk, SdkError};

/// Opens a window for a user who prefers these languages. Returns it with its SDK.
pub fn window(languages: &[&str]) -> (Harness<'static, Chat>, Sdk) {
    let languages = languages.iter().map(|language| (*language).to_owned()).collect();
    let (chat, sdk) = Chat::new(languages);
    // The accessibility tree has the text, whatever fonts are installed.
    let builder = Harness::builder().with_size([760.0, 520.0]).allow_missing_glyphs();
    let mut window = builder.build_ui_state(|ui, chat: &mut Chat| chat.ui(ui), chat);
    window.run();
    (window, sdk)
}

/// Makes the SDK report errors with these codes.
pub fn fail(window: &mut Harness<'_, Chat>, sdk: &Sdk, codes: &[i32]) {
    for code in codes {
        let code = ErrorCode::new(*code);
        let details = "shard 7 refused".to_owned();
        sdk.report(SdkError { code, details, log_id: "0A1F".to_owned() });
    }
    window.run_steps(3);
}

/// Returns the labels of the open toasts, newest first, with their languages.
pub fn toasts(window: &Harness<'_, Chat>) -> Vec<(String, String)> {
    let mut toasts = Vec::new();
    for node in window.root().children_recursive() {
        let node = node.accesskit_node();
        if let (Some(label), Some(language)) = (node.label(), node.data().language()) {
            toasts.push((label, language.to_owned()));
        }
    }
    toasts
}

pub fn texts(window: &Harness<'_, Chat>) -> Vec<String> {
    toasts(window).into_iter().map(|(text, _)| text).collect()
}

/// Returns whether something on the screen has exactly this label.
pub fn shows(window: &Harness<'_, Chat>, label: &str) -> bool {
    window.query_all_by_label(label).next().is_some()
}

/// Runs up to four frames and returns the text that they copied to the clipboard.
pub fn copied(window: &mut Harness<'_, Chat>) -> String {
    for _ in 0..4 {
        window.step();
        for command in &window.output().platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                return text.clone();
            }
        }
    }
    panic!("nothing was copied");
}

/// Returns the label of a toast: the text and the suggestion that the library has in this language.
pub fn label(code: i32, locale: &str) -> String {
    let message = Localizer::builtin().message(code, locale);
    format!("{message} {}", message.suggestion().unwrap_or_default()).trim_end().to_owned()
}

/// Types a message and sends it.
pub fn send(window: &mut Harness<'_, Chat>, text: &str) {
    window.get_by_role(Role::TextInput).focus();
    window.run();
    window.get_by_role(Role::TextInput).type_text(text);
    window.run();
    window.get_by_label("Send").click();
    window.run();
}
