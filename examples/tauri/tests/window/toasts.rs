use im_error_l10n::{ErrorCode, ErrorKind, ErrorType};
use serde_json::json;

use crate::driver::eventually;
use crate::window::{Toast, Window};

#[test]
fn an_error_opens_a_toast_with_its_text_and_suggestion() {
    let window = Window::open(&["zh-CN"]);
    window.send("hello", "56");
    window.expect(&[Toast::of(56, "zh-CN")]);
    assert_eq!(window.toasts()[0].text, "不是好友");
    assert_eq!(window.text("#lines li"), "hello 发送失败");
}

#[test]
fn success_opens_no_toast() {
    let window = Window::open(&["zh-CN"]);
    window.send("one", "0");
    window.send("two", "56");
    window.expect(&[Toast::of(56, "zh-CN")]);
    assert_eq!(window.text("#lines li"), "one");
}

#[test]
fn notices_are_statuses_and_close_by_themselves() {
    let code = ErrorCode::from(ErrorType::IsFriend);
    assert_eq!(code.kind(), ErrorKind::AlreadyExists);
    let window = Window::open(&["zh-CN"]);
    window.send("hello", &code.get().to_string());
    window.expect(&[Toast { role: "status".to_owned(), ..Toast::of(code, "zh-CN") }]);
    eventually("the toast closes", || window.toasts().is_empty());
}

#[test]
fn the_live_region_exists_before_its_text() {
    let window = Window::open(&["zh-CN"]);
    let body = "window.seen = [];
        const list = document.querySelector('#toasts');
        const look = () => {
            const live = list.querySelector('[role]');
            if (live) seen.push(live.textContent);
        };
        new MutationObserver(look).observe(list, { childList: true, subtree: true });";
    window.driver.run(body, json!([]));
    window.send("hello", "6");
    window.expect(&[Toast::of(6, "zh-CN")]);
    let seen = window.driver.run("return seen", json!([]));
    let Toast { text, suggestion, .. } = Toast::of(6, "zh-CN");
    assert_eq!(seen[0], "");
    assert_eq!(seen.as_array().unwrap().last().unwrap(), &json!(format!("{text}{suggestion}")));
}

#[test]
fn the_same_error_counts_on_its_toast() {
    let window = Window::open(&["zh-CN"]);
    window.send("one", "56");
    window.send("two", "6");
    window.send("three", "56");
    eventually("the error is counted", || window.text("#toasts li:last-child .count") == "× 2");
    window.expect(&[Toast::of(6, "zh-CN"), Toast::of(56, "zh-CN")]);
}

#[test]
fn a_lost_connection_is_one_toast_that_counts_to_1000() {
    let window = Window::open(&["zh-CN"]);
    window.driver.click("#lose");
    eventually("all errors are counted", || window.text("#toasts .count") == "× 1000");
    window.expect(&[Toast::of(ErrorType::NetworkError, "zh-CN")]);
}

#[test]
fn the_oldest_toast_makes_room() {
    let window = Window::open(&["zh-CN"]);
    for code in ["1", "2", "3", "4", "5"] {
        window.send("hello", code);
    }
    window.expect(&[5, 4, 3, 2].map(|code| Toast::of(code, "zh-CN")));
}

#[test]
fn a_button_and_the_escape_key_dismiss_toasts_and_the_focus_stays_near() {
    let window = Window::open(&["zh-CN"]);
    for code in ["1", "2", "3"] {
        window.send("hello", code);
    }
    window.expect(&[3, 2, 1].map(|code| Toast::of(code, "zh-CN")));
    window.driver.click("#toasts li:nth-child(2) .dismiss");
    window.expect(&[3, 1].map(|code| Toast::of(code, "zh-CN")));
    let focused = "return document.activeElement === document.querySelector(arguments[0])";
    assert_eq!(window.driver.run(focused, json!(["#toasts li:last-child .dismiss"])), true);
    window.driver.type_into("#text", "\u{e00c}");
    window.expect(&[Toast::of(1, "zh-CN")]);
    window.driver.click("#toasts .dismiss");
    window.expect(&[]);
    assert_eq!(window.driver.run(focused, json!(["#text"])), true);
}
