use im_error_l10n::{ErrorType, Localizer};
use serde_json::json;

use crate::client::{Client, Response, serve};

fn connect() -> Client {
    Client::connect(serve(im_error_l10n_server::app()))
}

/// Returns the suggestion that the library has in Chinese.
fn suggestion(code: i32) -> Option<String> {
    let message = Localizer::builtin().message(code, "zh-CN");
    message.suggestion().map(str::to_owned)
}

#[track_caller]
fn assert_language(response: &Response, language: &str) {
    let message = Localizer::builtin().message(56, language);
    assert_eq!(response.detail(), (message.text().to_owned(), language.to_owned()));
}

#[test]
fn an_error_becomes_problem_details() {
    let response = connect().send(56, "zh-Hans-CN,zh;q=0.9");
    assert_eq!(response.status, 400);
    assert_eq!(response.header("content-type"), Some("application/problem+json"));
    assert_eq!(response.header("content-language"), Some("zh-CN"));
    assert_eq!(response.header("vary"), Some("Accept-Language"));
    let problem = json!({
        "type": "/errors/56",
        "title": "NotFriend",
        "status": 400,
        "detail": "不是好友",
        "code": 56,
        "suggestion": suggestion(56),
        "logId": "0A1F",
    });
    assert_eq!(response.json(), problem);
}

#[test]
fn every_code_has_its_status_and_both_languages() {
    let mut client = connect();
    for error in ErrorType::ALL {
        if *error == ErrorType::Success {
            assert_eq!(client.send(0, "en").body, b"sent");
            continue;
        }
        for language in ["zh", "en"] {
            let response = client.send(error.code(), language);
            let problem = response.json();
            assert!((400..600).contains(&response.status), "{error}");
            assert_eq!(problem["status"], response.status, "{error}");
            assert_eq!(problem["title"], error.name());
            let message = Localizer::builtin().message(*error, language);
            assert_eq!(problem["detail"], message.text());
            assert_eq!(problem["suggestion"].as_str(), message.suggestion());
        }
    }
}

#[test]
fn only_retryable_errors_say_when_to_retry() {
    let mut client = connect();
    for error in ErrorType::ALL.iter().filter(|error| error.code() != 0) {
        let response = client.send(error.code(), "en");
        assert_eq!(response.header("retry-after").is_some(), error.is_retryable(), "{error}");
    }
    assert_eq!(client.send(23, "en").header("retry-after"), Some("5"));
    assert_eq!(client.send(99_999, "en").header("retry-after"), None);
}

#[test]
fn a_problems_type_is_a_page_in_the_requests_language() {
    let mut client = connect();
    let page = client.send(1, "en").json()["type"].as_str().unwrap().to_owned();
    let response = client.request("GET", &page, &[b"Accept-Language: zh"]);
    assert_eq!(response.status, 200);
    assert_eq!(response.header("content-language"), Some("zh-CN"));
    assert_eq!(response.header("vary"), Some("Accept-Language"));
    let explanation = json!({
        "code": 1,
        "name": "InvalidToken",
        "kind": "unauthenticated",
        "id": "error-invalid-token",
        "text": "无效 token",
        "suggestion": suggestion(1),
        "retryable": false,
        "locale": "zh-CN",
        "fallback": false,
    });
    assert_eq!(response.json(), explanation);
}

#[test]
fn the_highest_weight_wins() {
    let mut client = connect();
    assert_language(&client.send(56, "en;q=0.5, zh;q=0.8"), "zh-CN");
    assert_language(&client.send(56, "en;q=0.8, zh;q=0.5"), "en-US");
    assert_language(&client.send(56, "tlh, art-x-none;q=0.9, zh-SG;q=0.2"), "zh-CN");
}

#[test]
fn a_refused_language_does_not_answer() {
    let mut client = connect();
    assert_language(&client.send(56, "en;q=0, zh;q=0.1"), "zh-CN");
    assert_language(&client.send(56, "zh;q=0, *"), "en-US");
}

#[test]
fn the_default_answers_if_no_language_is_requested() {
    let mut client = connect();
    assert_language(&client.request("POST", "/messages/56", &[]), "en-US");
    assert_language(&client.send(56, ""), "en-US");
    assert_language(&client.send(56, "*"), "en-US");
}

#[test]
fn languages_without_messages_get_the_default() {
    let mut client = connect();
    assert_language(&client.send(56, "tlh"), "en-US");
    assert_language(&client.send(56, "art-x-none"), "en-US");
}

#[test]
fn several_header_fields_are_one_list() {
    let fields: [&[u8]; 2] = [b"Accept-Language: en;q=0.5", b"Accept-Language: zh"];
    assert_language(&connect().request("POST", "/messages/56", &fields), "zh-CN");
}

#[test]
fn an_unknown_code_has_a_message_with_the_number() {
    let response = connect().send(99999, "zh");
    assert_eq!(response.status, 500);
    let problem = response.json();
    assert_eq!(problem["title"], "UnknownError");
    assert_eq!(problem["detail"], "未知错误（错误码：99999）");
    assert_eq!(problem["code"], 99999);
    assert_eq!(problem.get("suggestion"), None);
}
