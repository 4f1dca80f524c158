use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use im_error_l10n_egui::Chat;

use crate::harness::{copied, fail, label, texts, toasts, window};

/// Presses Tab until the widget with this label has focus.
fn tab_to(window: &mut Harness<'_, Chat>, label: &str) {
    for _ in 0..20 {
        if window.query_all_by_label(label).any(|node| node.accesskit_node().is_focused()) {
            return;
        }
        window.key_press(Key::Tab);
        window.run();
    }
    panic!("Tab does not reach `{label}`");
}

#[test]
fn details_can_be_copied_without_a_mouse() {
    let (mut window, sdk) = window(&["en"]);
    fail(&mut window, &sdk, &[56]);
    tab_to(&mut window, "Copy details");
    window.key_down(Key::Enter);
    assert_eq!(copied(&mut window), "NotFriend (56)\nlog id: 0A1F\nshard 7 refused");
}

#[test]
fn a_toast_can_be_dismissed_without_a_mouse() {
    let (mut window, sdk) = window(&["en"]);
    fail(&mut window, &sdk, &[56]);
    tab_to(&mut window, "Dismiss");
    window.key_press(Key::Space);
    window.run();
    assert_eq!(texts(&window).len(), 0);
}

#[test]
fn escape_dismisses_the_newest_toast() {
    let (mut window, sdk) = window(&["en"]);
    fail(&mut window, &sdk, &[56, 23]);
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(texts(&window), [label(56, "en-US")]);
}

#[test]
fn the_language_can_be_picked_without_a_mouse() {
    let (mut window, sdk) = window(&["en"]);
    fail(&mut window, &sdk, &[56]);
    tab_to(&mut window, "Language · 语言");
    window.key_press(Key::Enter);
    window.run();
    tab_to(&mut window, "简体中文");
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(toasts(&window), [(label(56, "zh-CN"), "zh-CN".to_owned())]);
}
