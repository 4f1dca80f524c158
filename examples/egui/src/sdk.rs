//! A fake SDK that reports errors through a channel.

use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use egui::Context;
use im_error_l10n::{ErrorCode, ErrorType};

/// An error as the SDK reports it.
#[derive(Clone, Debug)]
pub struct SdkError {
    /// Any number, because servers may be newer than this program.
    pub code: ErrorCode,
    /// The SDK's own message, for developers. It may contain anything.
    pub details: String,
    /// The id of the call in the SDK's logs.
    pub log_id: String,
}

/// Reports errors to the receiver of the channel.
#[derive(Clone)]
pub struct Sdk {
    errors: Sender<SdkError>,
    /// The number of calls so far. Each fails with the next code.
    calls: usize,
}

impl Sdk {
    /// Returns an SDK that reports its errors to this channel.
    pub fn new(errors: Sender<SdkError>) -> Sdk {
        Sdk { errors, calls: 0 }
    }

    /// Sends a message, which fails. Returns the code, for the line in the chat.
    pub fn send_message(&mut self) -> ErrorCode {
        // Every seventh error comes from a server that is newer than this program.
        let code = match self.calls % 7 {
            6 => ErrorCode::new(99_999),
            call => ErrorCode::from(FAILURES[call]),
        };
        self.calls += 1;
        self.report(error(code, self.calls));
        code
    }

    /// Reports an error to the window.
    pub fn report(&self, error: SdkError) {
        // The receiver is gone once the window is closed.
        let _ = self.errors.send(error);
    }

    /// Simulates a lost connection: another thread reports the same error 1,000 times, once per
    /// millisecond.
    pub fn lose_connection(&self, window: &Context) {
        let (errors, window) = (self.errors.clone(), window.clone());
        thread::spawn(move || {
            for call in 0..1_000 {
                if errors.send(error(ErrorType::NetworkError.into(), call)).is_err() {
                    break;
                }
                // Cheap: several requests in one frame cause only one repaint.
                window.request_repaint();
                thread::sleep(Duration::from_millis(1));
            }
        });
    }
}

const FAILURES: [ErrorType; 6] = [
    ErrorType::NotFriend,
    ErrorType::FrequencyLimit,
    ErrorType::ExpiredToken,
    ErrorType::MessageTooLarge,
    ErrorType::ServerError,
    ErrorType::InvalidRequest,
];

fn error(code: ErrorCode, call: usize) -> SdkError {
    SdkError { code, details: "shard 7 refused".to_owned(), log_id: format!("{call:04X}") }
}
