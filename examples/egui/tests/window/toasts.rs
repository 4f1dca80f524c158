use egui::Shape;
use egui::accesskit::Role;
use egui::epaint::ClippedShape;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use im_error_l10n_egui::Chat;

use crate::harness::{copied, fail, shows, table, texts, toasts, window};

fn pick(window: &mut Harness<'_, Chat>, language: &str) {
    window.get_by_label("Language · 语言").click();
    window.run();
    window.get_by_label(language).click();
    window.run();
}

fn owned(text: &str, language: &str) -> (String, String) {
    (text.to_owned(), language.to_owned())
}

#[test]
fn a_toast_has_the_message_and_the_suggestion() {
    let (mut window, sdk) = window(&["zh-Hans-CN", "en"]);
    fail(&mut window, &sdk, &[56]);
    assert_eq!(toasts(&window), [owned("不是好友 请先添加对方为好友", "zh-CN")]);
    for label in ["不是好友", "请先添加对方为好友", "56 · 0A1F", "复制详情", "关闭"]
    {
        assert!(shows(&window, label), "{label}");
    }
}

#[test]
fn every_code_has_a_toast_in_both_languages() {
    for (language, tag) in [("zh", "zh-CN"), ("en", "en-US")] {
        let (mut window, sdk) = window(&[language]);
        let mut expected = Vec::new();
        for row in table(tag) {
            fail(&mut window, &sdk, &[row.code]);
            expected.push(format!("{} {}", row.text, row.suggestion).trim_end().to_owned());
            // Success closes by itself.
            let newest = &texts(&window)[0];
            assert_eq!(Some(newest), expected.last());
        }
        assert_eq!(expected.len(), 47);
    }
}

#[test]
fn open_toasts_change_with_the_language() {
    let (mut window, sdk) = window(&["en"]);
    fail(&mut window, &sdk, &[56, 99_999]);
    let english = [
        owned("An unknown error occurred (code 99999).", "en-US"),
        owned("You and this user aren’t friends. Add this user as a friend first.", "en-US"),
    ];
    let chinese = [
        owned("未知错误（错误码：99999）", "zh-CN"),
        owned("不是好友 请先添加对方为好友", "zh-CN"),
    ];
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
    window.get_by_role(Role::TextInput).focus();
    window.run();
    window.get_by_role(Role::TextInput).type_text("hi");
    window.run();
    window.get_by_label("Send").click();
    window.run();
    assert!(shows(&window, "Not sent: You and this user aren’t friends."));
    pick(&mut window, "简体中文");
    assert!(shows(&window, "发送失败: 不是好友"));
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
    // Canceled, rate limit, server error.
    fail(&mut window, &sdk, &[4, 23, 500]);
    assert_eq!(texts(&window).len(), 3);
    // One step is a quarter of a second.
    window.run_steps(30);
    let left = texts(&window);
    assert_eq!(left.len(), 2);
    assert!(!left.contains(&"The request was canceled.".to_owned()));
}

#[test]
fn several_toasts_are_visible_at_once() {
    let (mut window, sdk) = window(&["en"]);
    for code in [56, 23, 500, 6] {
        fail(&mut window, &sdk, &[code]);
    }
    let mut visible = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &window.output().shapes {
        if let Shape::Text(text) = shape
            && clip_rect.contains_rect(text.visual_bounding_rect())
        {
            visible.push(text.galley.text().to_owned());
        }
    }
    for text in [
        "You and this user aren’t friends.",
        "Messages are being sent too frequently.",
        "An internal error occurred.",
        "A server error occurred.",
    ] {
        assert!(visible.contains(&text.to_owned()), "{text}");
    }
}
