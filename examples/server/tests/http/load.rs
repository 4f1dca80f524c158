use std::thread;

use crate::client::{Client, serve};
use crate::table;

const REQUESTS: usize = 10_000;
const CONNECTIONS: usize = 64;

/// Values of `Accept-Language`, and whether Chinese answers.
const LANGUAGES: [(&str, bool); 7] = [
    ("zh-CN,zh;q=0.9,en;q=0.8", true),
    ("en-US,en;q=0.9", false),
    ("fr-CH, fr;q=0.9, en;q=0.8, zh;q=0.85", true),
    ("zh-TW", false),
    ("zh;q=0, *;q=0.5", false),
    ("de;q=0.7, zh-Hans-SG;q=0.3", true),
    ("", false),
];

#[test]
fn ten_thousand_requests_on_64_connections_get_the_right_answers() {
    let address = serve(im_error_l10n_server::app());
    let mut threads = Vec::new();
    for connection in 0..CONNECTIONS {
        threads.push(thread::spawn(move || {
            let mut client = Client::connect(address);
            let rows = table::rows();
            let mut answers = 0;
            for request in (connection..REQUESTS).step_by(CONNECTIONS) {
                let (accept_language, is_chinese) = LANGUAGES[request % LANGUAGES.len()];
                // Skip the first row, which is success; one request in 47 has an unknown code.
                let row = rows.get(request % rows.len() + 1);
                let code = row.map_or(99999, |row| row.code);
                let detail = match (row, is_chinese) {
                    (Some(row), true) => row.detail_zh,
                    (Some(row), false) => row.detail_en,
                    (None, true) => "未知错误（错误码：99999）",
                    (None, false) => "An unknown error occurred (code 99999).",
                };
                let language = if is_chinese { "zh-CN" } else { "en-US" };
                let response = client.send(code, accept_language);
                assert_eq!(response.detail(), (detail.to_owned(), language.to_owned()));
                assert_eq!(response.json()["code"], code);
                answers += 1;
            }
            answers
        }));
    }
    let answers: usize = threads.into_iter().map(|thread| thread.join().unwrap()).sum();
    assert_eq!(answers, REQUESTS);
}
