//! The backend of a chat window. It gets error codes from an SDK; the page gets messages.

mod sdk;

use im_error_l10n::{ErrorCode, LocalizedMessage, Localizer};
use serde::Serialize;
use tauri::{AppHandle, Emitter, State};

use crate::sdk::SdkError;

/// The user's languages according to the system, in order.
struct SystemLanguages(Vec<String>);

/// What the page draws its texts from.
#[derive(Serialize)]
struct Texts {
    /// The languages that can be picked.
    available: Vec<&'static str>,
    /// The locales of the chain, best first, for the page's own words.
    locales: Vec<String>,
    /// One message per code, in the order of the codes.
    messages: Vec<LocalizedMessage<'static>>,
}

/// Opens the window and returns when it is closed.
///
/// # Errors
///
/// Returns an error if the system has no display or no web view.
pub fn run(languages: Vec<String>) -> tauri::Result<()> {
    tauri::Builder::default()
        .manage(SystemLanguages(languages))
        .invoke_handler(tauri::generate_handler![texts, send_message, lose_connection])
        .run(tauri::generate_context!())
}

/// Returns the messages of these codes in the language that the user picked, or in the system's
/// languages.
#[tauri::command]
fn texts(
    language: Option<String>,
    codes: Vec<ErrorCode>,
    system: State<'_, SystemLanguages>,
) -> Texts {
    let chain = match language {
        Some(language) => Localizer::builtin().negotiate([language]),
        None => Localizer::builtin().negotiate(&system.0),
    };
    Texts {
        available: Localizer::builtin().locales().collect(),
        locales: chain.locales().map(str::to_owned).collect(),
        messages: codes.iter().map(|code| chain.message(*code).into_owned()).collect(),
    }
}

/// Sends a message, which fails with this code, unless it is 0.
#[tauri::command]
fn send_message(text: &str, code: &str) -> Result<(), SdkError> {
    sdk::send_message(text, code)
}

/// Simulates a lost connection. Its errors reach the page as events.
#[tauri::command]
fn lose_connection(app: AppHandle) {
    sdk::lose_connection(move |error| app.emit("sdk-error", error).is_ok());
}
