use axum::Router;
use axum::routing::post;
use im_error_l10n::{ErrorCode, Localizer};
use im_error_l10n_server::language::Language;
use im_error_l10n_server::sdk::SdkError;

use crate::client::{Client, serve};

const HOSTILE: &str = "<img src=x onerror=alert(1)>\u{202e}\r\nSet-Cookie: a=b";

fn connect() -> Client {
    Client::connect(serve(im_error_l10n_server::app()))
}

fn fail_with(error: SdkError) -> Client {
    let fail = move |language: Language| async move { language.problem(&error) };
    Client::connect(serve(Router::new().route("/messages/{code}", post(fail))))
}

#[test]
fn a_megabyte_of_header_gets_431() {
    let list = "zh;q=0.1, ".repeat(100_000);
    assert_eq!(connect().send(56, &list).status, 431);
}

#[test]
fn the_longest_accepted_header_is_answered() {
    let list = format!("{}en", "zh;q=0.1, ".repeat(30_000));
    let response = connect().send(56, &list);
    assert_eq!(response.detail().1, "en-US");
}

#[test]
fn headers_that_are_not_text_are_ignored() {
    let fields: [&[u8]; 2] = [b"Accept-Language: \xff\xfe", b"Accept-Language: zh"];
    let response = connect().request("POST", "/messages/56", &fields);
    assert_eq!(response.detail().1, "zh-CN");
}

#[test]
fn a_path_without_a_code_is_a_bad_request() {
    for code in ["2147483648", "99999999999999999999", "1.5", "abc", "%22%7D", "%FF"] {
        for (method, path) in [("POST", "messages"), ("GET", "errors")] {
            let response = connect().request(method, &format!("/{path}/{code}"), &[]);
            assert_eq!(response.status, 400, "{method} /{path}/{code}");
        }
    }
    for code in [i32::MIN, i32::MAX, -1] {
        assert_eq!(connect().send(code, "en").json()["code"], code);
    }
}

#[test]
fn the_sdks_details_do_not_reach_the_client() {
    let error = SdkError {
        code: ErrorCode::new(56),
        details: HOSTILE.to_owned(),
        log_id: HOSTILE.to_owned(),
    };
    let log = error.to_string();
    assert!(log.starts_with("NotFriend (56): \"<img src=x onerror=alert(1)>\\u{202e}\\r\\n"));
    let response = fail_with(error).send(56, "en");
    assert_eq!(response.header("set-cookie"), None);
    let problem = response.json();
    assert_eq!(problem["detail"], &*Localizer::builtin().text(56, "en"));
    assert_eq!(problem.get("logId"), None);
    assert!(!String::from_utf8(response.body).unwrap().contains("onerror"));
}

#[test]
fn a_log_id_of_10_kilobytes_is_dropped() {
    let error = SdkError {
        code: ErrorCode::new(56),
        details: "d".repeat(10_240),
        log_id: "a".repeat(10_240),
    };
    assert!(error.to_string().len() < 400);
    let response = fail_with(error).send(56, "en");
    assert_eq!(response.json().get("logId"), None);
    assert!(response.body.len() < 400);
}

#[test]
fn an_error_with_the_code_of_success_is_still_an_error() {
    let error = SdkError { code: ErrorCode::new(0), details: String::new(), log_id: String::new() };
    let response = fail_with(error).send(0, "en");
    assert_eq!(response.status, 500);
    assert_eq!(response.json()["status"], 500);
}
