use im_error_l10n::{ErrorType, Localizer};
use serde_json::{Value, json};

use crate::driver::eventually;
use crate::window::{Toast, Window};

#[test]
fn open_toasts_change_with_the_language() {
    let window = Window::open(&["en-US"]);
    for code in ["56", "6", "99999"] {
        window.send("hello", code);
    }
    let toasts = |locale| [99_999, 6, 56].map(|code| Toast::of(code, locale));
    window.expect(&toasts("en-US"));
    window.pick("zh-CN");
    window.expect(&toasts("zh-CN"));
    assert_eq!(window.toasts()[2].text, "不是好友");
    assert_eq!(window.toasts()[0].text, "未知错误（错误码：99999）");
    window.pick("");
    window.expect(&toasts("en-US"));
}

#[test]
fn counts_and_focus_survive_a_change_of_the_language() {
    let window = Window::open(&["en-US"]);
    window.send("one", "56");
    window.send("two", "56");
    eventually("the error is counted", || window.text("#toasts .count") == "× 2");
    window.pick("zh-CN");
    window.expect(&[Toast::of(56, "zh-CN")]);
    assert_eq!(window.text("#toasts .count"), "× 2");
}

#[test]
fn every_word_of_the_page_changes_with_the_language() {
    let window = Window::open(&["zh-CN"]);
    window.send("hello", "56");
    window.expect(&[Toast::of(56, "zh-CN")]);
    let words = "return [...document.querySelectorAll('[data-word], [data-word-label]')].map(
        (element) => ({ text: element.dataset.word ? element.textContent : element.ariaLabel,
                        lang: element.dataset.word ? element.lang : 'zh-CN' }))";
    let words = window.driver.run(words, json!([]));
    let words = words.as_array().unwrap();
    assert!(words.len() > 8, "{words:?}");
    for word in words {
        let is_han = |character| ('\u{4e00}'..='\u{9fff}').contains(&character);
        assert!(word["text"].as_str().unwrap().chars().all(is_han), "{word}");
        assert_eq!(word["lang"], "zh-CN", "{word}");
    }
    assert_eq!(window.driver.run("return document.documentElement.lang", json!([])), "zh-CN");
    assert_eq!(window.text("#draft button"), "发送");
    window.pick("en-US");
    eventually("the button is in English", || window.text("#draft button") == "Send");
}

#[test]
fn the_menu_offers_every_locale() {
    let window = Window::open(&["zh-Hans-SG"]);
    let offered = "return [...document.querySelectorAll('#language option')].map(
        (option) => option.value)";
    let mut expected = vec![""];
    expected.extend(Localizer::builtin().locales());
    assert_eq!(window.driver.run(offered, json!([])), json!(expected));
}

/// All messages of the table, as the page gets them.
#[test]
fn the_backend_sends_messages_as_the_library_serializes_them() {
    let window = Window::open(&["en-US"]);
    let mut codes: Vec<i32> = ErrorType::ALL.iter().map(|error| error.code()).collect();
    codes.extend([-1, 99_999, i32::MIN, i32::MAX]);
    for locale in Localizer::builtin().locales() {
        let texts = window.invoke("texts", json!({ "language": locale, "codes": codes }));
        let messages = codes.iter().map(|code| Localizer::builtin().message(*code, locale));
        let messages: Vec<Value> = messages.map(|message| json!(message)).collect();
        assert_eq!(texts["messages"], json!(messages));
        assert_eq!(texts["locales"][0], locale);
    }
}
