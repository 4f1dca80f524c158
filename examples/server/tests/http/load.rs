use std::thread;

use im_error_l10n::{ErrorType, Localizer};

use crate::client::{Client, serve};

const REQUESTS: usize = 10_000;
const CONNECTIONS: usize = 64;

/// Values of `Accept-Language`, and whether Chinese answers.
const LANGUAGES: [(&str, bool); 7] = [
    ("zh-CN,zh;q=0.9,en;q=0.8", true),
    ("en-US,en;q=0.9", false),
    ("tlh, art-x-none;q=0.9, en;q=0.8, zh;q=0.85", true),
    ("art-x-none", false),
    ("zh;q=0, *;q=0.5", false),
    ("tlh;q=0.7, zh-Hans-SG;q=0.3", true),
    ("", false),
];

#[test]
fn ten_thousand_requests_on_64_connections_get_the_right_answers() {
    let address = serve(im_error_l10n_server::app());
    let mut threads = Vec::new();
    for connection in 0..CONNECTIONS {
        threads.push(thread::spawn(move || {
            let mut client = Client::connect(address);
            let mut answers = 0;
            for request in (connection..REQUESTS).step_by(CONNECTIONS) {
                let (accept_language, is_chinese) = LANGUAGES[request % LANGUAGES.len()];
                // Skip the first row, which is success; one request in 47 has an unknown code.
                let error = ErrorType::ALL.get(request % ErrorType::ALL.len() + 1);
                let code = error.map_or(99999, |error| error.code());
                let language = if is_chinese { "zh-CN" } else { "en-US" };
                let detail = Localizer::builtin().text(code, language);
                let response = client.send(code, accept_language);
                assert_eq!(response.detail(), (detail.into_owned(), language.to_owned()));
                assert_eq!(response.json()["code"], code);
                answers += 1;
            }
            answers
        }));
    }
    let answers: usize = threads.into_iter().map(|thread| thread.join().unwrap()).sum();
    assert_eq!(answers, REQUESTS);
}
