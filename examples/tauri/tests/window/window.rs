//! The window, and what a user does in it.

use std::thread;
use std::time::Instant;

use im_error_l10n::{ErrorCode, Localizer};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::driver::{Driver, PATIENCE, PAUSE, eventually};

pub struct Window {
    pub driver: Driver,
}

/// What a user sees and hears of a toast.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
pub struct Toast {
    pub role: String,
    pub lang: String,
    pub text: String,
    pub suggestion: String,
}

impl Toast {
    /// Returns the toast of an error whose message the library has in this locale.
    pub fn of(code: impl Into<ErrorCode>, locale: &str) -> Toast {
        let message = Localizer::builtin().message(code, locale);
        Toast {
            role: "alert".to_owned(),
            lang: message.locale().to_owned(),
            text: message.text().to_owned(),
            suggestion: message.suggestion().unwrap_or_default().to_owned(),
        }
    }
}

impl Window {
    /// Opens a window for a user who prefers these languages.
    pub fn open(languages: &[&str]) -> Window {
        let driver = Driver::start(env!("CARGO_BIN_EXE_im-error-l10n-tauri"), languages);
        eventually("the page is ready", || {
            driver.run("return 'ready' in document.documentElement.dataset", json!([])) == true
        });
        Window { driver }
    }

    /// Sends a message that fails with this code.
    pub fn send(&self, text: &str, code: &str) {
        self.driver.clear("#code");
        if !code.is_empty() {
            self.driver.type_into("#code", code);
        }
        self.driver.type_into("#text", text);
        self.driver.click("#draft button");
    }

    /// Picks a language from the menu; an empty tag is the system's languages.
    pub fn pick(&self, language: &str) {
        self.driver.click(&format!("#language option[value='{language}']"));
    }

    /// Returns the open toasts, newest first.
    pub fn toasts(&self) -> Vec<Toast> {
        let body = "return [...document.querySelectorAll('#toasts li')].map((toast) => {
            const live = toast.querySelector('.live');
            const shown = (name) => live.querySelector(name)?.innerText ?? '';
            return { role: live.role, lang: live.lang, text: shown('.text'),
                     suggestion: shown('.suggestion') };
        })";
        serde_json::from_value(self.driver.run(body, json!([]))).unwrap()
    }

    /// Waits until exactly these toasts are open, newest first.
    pub fn expect(&self, expected: &[Toast]) {
        let start = Instant::now();
        loop {
            let toasts = self.toasts();
            if toasts == expected {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "{toasts:#?}\nare not {expected:#?}");
            thread::sleep(PAUSE);
        }
    }

    /// Returns the text of the first element that matches a selector; empty if there is none.
    pub fn text(&self, selector: &str) -> String {
        let body = "return document.querySelector(arguments[0])?.textContent ?? ''";
        self.driver.run(body, json!([selector])).as_str().unwrap_or_default().to_owned()
    }

    /// Calls a command of the backend.
    pub fn invoke(&self, command: &str, args: Value) -> Value {
        let body = "return await window.__TAURI__.core.invoke(...args)";
        self.driver.run_async(body, json!([command, args]))
    }
}
