use egui::Shape;
use egui::epaint::ClippedShape;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use im_error_l10n::{ErrorType, Localizer};
use im_error_l10n_egui::Chat;

use crate::harness::{copied, fail, label, send, shows, texts, toasts, window};

fn pick(window: &mut Harness<'_, Chat>, language: &str) {
    window.get_by_label("Language · 语言").click();
    window.run();
    window.get_by_label(language).click();
    window.run();
}

/// Returns the label of a toast and its language.
fn toast(code: i32, locale: &str) -> (String, String) {
    (label(code, locale), locale.to_owned())
}

#[test]
fn a_toast_has_the_message_and_the_suggestion() {
    let (mut window, sdk) = window(&["zh-Hans-CN", "en"]);
    fail(&mut window, &sdk, &[56]);
    assert_eq!(toasts(&window), [toast(56, "zh-CN")]);
    for label in ["不是好友", "56 · 0A1F", "复制详情", "关闭"] {
        assert!(shows(&window, label), "{label}");
    }
    let message = Localizer::builtin().message(56, "zh-CN");
    assert!(message.suggestion().is_none_or(|suggestion| shows(&window, suggestion)));
}

#[test]
fn every_code_has_a_toast_in_both_languages() {
    for (language, tag) in [("zh", "zh-CN"), ("en", "en-US")] {
        let (mut window, sdk) = window(&[language]);
        for error in ErrorType::ALL {
            fail(&mut window, &sdk, &[error.code()]);
            // Success closes by itself.
            assert_eq!(texts(&window)[0], label(error.code(), tag));
        }
        assert_eq!(ErrorType::ALL.len(), 47);
    }
}

#[test]
fn open_toasts_change_with_the_language() {
    let (mut window, sdk) = window(&["en"]);
    fail(&mut window, &sdk, &[56, 99_999]);
    let english = [toast(99_999, "en-US"), toast(56, "en-US")];
    let chinese = [toast(99_999, "zh-CN"), toast(56, "zh-CN")];
    assert!(chinese[1].0.starts_with("不是好友"));
    assert_eq!(toasts(&window), english);
    pick(&mut window, "简体中文");
    assert_eq!(toasts(&window), chinese);
    assert!(shows(&window, "复制详情"));
    pick(&mut window, "English");
    assert_eq!(toasts(&window), english);
    pick(&mut window, "简体中文");
    pick(&mut window, "跟随系统语言");
    assert_eq!(toasts(&window), english);
}

#[test]
fn lines_in_the_chat_change_with_the_language() {
    let (mut window, _) = window(&["en"]);
    send(&mut window, "hi");
    let english = Localizer::builtin().message(56, "en-US");
    assert!(shows(&window, &format!("Not sent: {english}")));
    pick(&mut window, "简体中文");
    assert!(shows(&window, "发送失败：不是好友"));
}

#[test]
fn an_unknown_code_shows_the_details() {
    let (mut window, sdk) = window(&["en"]);
    fail(&mut window, &sdk, &[99_999]);
    assert!(shows(&window, "99999 · 0A1F · shard 7 refused"));
}

#[test]
fn repeated_errors_share_one_toast_with_a_count() {
    let (mut window, sdk) = window(&["en"]);
    fail(&mut window, &sdk, &[1008, 56, 1008, 1008]);
    assert_eq!(texts(&window).len(), 2);
    assert!(shows(&window, "× 3"));
}

#[test]
fn copied_details_include_the_code_and_the_log_id() {
    let (mut window, sdk) = window(&["en"]);
    fail(&mut window, &sdk, &[56]);
    window.get_by_label("Copy details").click();
    assert_eq!(copied(&mut window), "NotFriend (56)\nlog id: 0A1F\nshard 7 refused");
}

#[test]
fn a_toast_can_be_dismissed() {
    let (mut window, sdk) = window(&["en"]);
    fail(&mut window, &sdk, &[56]);
    window.get_by_label("Dismiss").click();
    window.run();
    assert_eq!(texts(&window).len(), 0);
}

#[test]
fn only_infos_close_by_themselves() {
    let (mut window, sdk) = window(&["en"]);
    // Already a friend, rate limit, server error.
    fail(&mut window, &sdk, &[57, 23, 500]);
    assert_eq!(texts(&window).len(), 3);
    // One step is a quarter of a second.
    window.run_steps(30);
    assert_eq!(texts(&window), [label(500, "en-US"), label(23, "en-US")]);
}

/// Returns the texts that are drawn completely.
fn drawn(window: &Harness<'_, Chat>) -> Vec<String> {
    let mut texts = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &window.output().shapes {
        if let Shape::Text(text) = shape
            && clip_rect.contains_rect(text.visual_bounding_rect())
        {
            texts.push(text.galley.text().to_owned());
        }
    }
    texts
}

#[test]
fn several_toasts_are_visible_at_once() {
    let (mut window, sdk) = window(&["en"]);
    let codes = [56, 23, 500, 6];
    for code in codes {
        fail(&mut window, &sdk, &[code]);
    }
    let drawn = drawn(&window);
    for code in codes {
        let text = Localizer::builtin().message(code, "en-US").to_string();
        assert!(drawn.contains(&text), "{text}");
    }
}

#[test]
fn many_toasts_leave_the_message_field_free() {
    let (mut window, sdk) = window(&["en"]);
    fail(&mut window, &sdk, &[56, 23, 500, 6, 1008, 10006, 99_999, 63]);
    let field = window.get_by_label("Send").rect();
    let mut buttons = 0;
    for ClippedShape { clip_rect, shape, .. } in &window.output().shapes {
        if let Shape::Text(text) = shape
            && text.galley.text() == "Dismiss"
        {
            let visible = clip_rect.intersect(text.visual_bounding_rect());
            assert!(visible.bottom() < field.top(), "{visible} covers {field}");
            assert!(clip_rect.bottom() < field.top(), "{clip_rect} covers {field}");
            buttons += 1;
        }
    }
    assert!(buttons >= 4, "{buttons}");
}

#[test]
fn an_empty_chat_says_what_to_do() {
    let (mut window, _) = window(&["en"]);
    let hint = "Send a message: the SDK fails each time, and a toast says why.";
    assert!(shows(&window, hint));
    pick(&mut window, "简体中文");
    assert!(shows(&window, "请发送一条消息：SDK 每次都会报错，窗口右侧会提示原因。"));
    pick(&mut window, "English");
    send(&mut window, "hi");
    assert!(!shows(&window, hint));
}
