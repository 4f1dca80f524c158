use im_error_l10n::ErrorType;
use serde_json::json;

use crate::driver::eventually;
use crate::window::{Toast, Window};

#[test]
fn unknown_codes_have_toasts() {
    let window = Window::open(&["zh-CN"]);
    for code in ["-1", "64", "2147483647", "-2147483648"] {
        window.send("hello", code);
    }
    window.expect(&[i32::MIN, i32::MAX, 64, -1].map(|code| Toast::of(code, "zh-CN")));
    assert_eq!(window.toasts()[2].text, "未知错误（错误码：64）");
}

#[test]
fn what_is_not_a_code_is_an_internal_error() {
    let window = Window::open(&["zh-CN"]);
    for code in ["", "abc", "2147483648", "1.5", "<b>"] {
        window.send("hello", code);
    }
    eventually("all errors are counted", || window.text("#toasts .count") == "× 5");
    window.expect(&[Toast::of(ErrorType::InternalError, "zh-CN")]);
}

#[test]
fn languages_without_messages_get_the_default() {
    for languages in [&["tlh"][..], &["", "../../etc/passwd"], &["art-x-none"]] {
        let window = Window::open(languages);
        window.send("hello", "6");
        window.expect(&[Toast::of(6, "en-US")]);
        assert_eq!(window.text("#draft button"), "Send");
    }
}

#[test]
fn the_backend_takes_any_language_and_refuses_codes_that_are_not() {
    let window = Window::open(&["zh-CN"]);
    let long = "zh-".repeat(10_000);
    for language in ["tlh", "", "\0", "zh\u{202e}", "<script>", "💥", &*long] {
        let texts = window.invoke("texts", json!({ "language": language, "codes": [6] }));
        assert!(texts["messages"][0]["text"].is_string(), "{language:?}: {texts}");
    }
    for codes in [json!([2_147_483_648_u32]), json!(["56"]), json!([1.5]), json!(null)] {
        let texts = window.invoke("texts", json!({ "language": "zh-CN", "codes": codes }));
        assert!(texts["error"].as_str().unwrap().contains("codes"), "{codes}: {texts}");
    }
}

#[test]
fn html_and_direction_marks_in_details_are_text() {
    let window = Window::open(&["zh-CN"]);
    let text = "<img src=x onerror=document.title='ouch'>\u{202e}\u{2067}\u{2028}y";
    window.send(text, "99999");
    window.expect(&[Toast::of(99_999, "zh-CN")]);
    window.driver.click("#toasts summary");
    let shown = "<img src=x onerror=document.title='ouch'>\u{fffd}\u{fffd}\u{fffd}y";
    assert_eq!(window.text("#toasts .note"), format!("99999 · 0A1F · shard 7 refused `{shown}`"));
    assert_eq!(window.driver.run("return document.querySelectorAll('img').length", json!([])), 0);
}

#[test]
fn the_details_of_known_codes_stay_out_of_the_toast() {
    let window = Window::open(&["zh-CN"]);
    window.send("a secret", "56");
    window.expect(&[Toast::of(56, "zh-CN")]);
    assert_eq!(window.text("#toasts .note"), "56 · 0A1F");
}

#[test]
fn long_details_are_shortened() {
    let window = Window::open(&["zh-CN"]);
    let body = "await window.__TAURI__.core.invoke('send_message', args[0])";
    let long = json!({ "text": "a".repeat(1_000_000), "code": "99999" });
    let error = window.driver.run_async(body, json!([long]));
    let details = error["error"]["details"].as_str().unwrap();
    assert_eq!(details, format!("shard 7 refused `{}…", "a".repeat(183)));
}

/// The page cannot load or run anything from elsewhere.
#[test]
fn the_content_security_policy_holds() {
    let window = Window::open(&["zh-CN"]);
    let body = "const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.body.append(script);
        return window.ran ?? false;";
    assert_eq!(window.driver.run(body, json!([])), false);
}

#[test]
fn many_changes_of_the_language_end_in_the_last() {
    let window = Window::open(&["en-US"]);
    window.send("hello", "56");
    window.driver.click("#lose");
    let body = "const language = document.querySelector('#language');
        for (let change = 0; change < 100; change += 1) {
            language.value = change % 2 ? 'zh-CN' : 'en-US';
            language.dispatchEvent(new Event('change'));
            if (change % 10 === 0) await new Promise((resolve) => setTimeout(resolve));
        }";
    window.driver.run_async(body, json!([]));
    eventually("all errors are counted", || window.text("#toasts .count") == "× 1000");
    window.expect(&[Toast::of(ErrorType::NetworkError, "zh-CN"), Toast::of(56, "zh-CN")]);
}
