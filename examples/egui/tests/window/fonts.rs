use std::sync::Arc;

use egui::{Context, FontId};
use egui_kittest::kittest::Queryable;
use egui_system_font_provider::SystemFontProvider;
use im_error_l10n::{ErrorKind, ErrorType};
use im_error_l10n_egui::icon;

use crate::harness::{fail, label, texts, window};

const HINT: &str = "No installed font has Chinese characters.";

#[test]
fn a_hint_says_what_to_install_if_no_font_has_chinese() {
    let (mut chinese, sdk) = window(&["zh"]);
    assert!(chinese.query_by_label_contains(HINT).is_some());
    // A screen reader needs no font.
    fail(&mut chinese, &sdk, &[56]);
    assert_eq!(texts(&chinese), ["不是好友 请先添加对方为好友"]);
    let (english, _) = window(&["en"]);
    assert!(english.query_by_label_contains(HINT).is_none());
}

#[test]
#[ignore = "needs an installed Chinese font"]
fn every_chinese_message_has_glyphs_in_the_installed_fonts() {
    let (mut window, _) = window(&["zh"]);
    window.ctx.add_font_provider(Arc::new(SystemFontProvider::new()));
    window.run_steps(3);
    assert!(window.query_by_label_contains(HINT).is_none());
    for error in ErrorType::ALL {
        let label = label(error.code(), "zh-CN");
        assert!(has_glyphs(&window.ctx, &label), "{label}");
    }
}

#[test]
fn every_icon_has_a_glyph_in_eguis_fonts() {
    let (window, _) = window(&["en"]);
    for kind in ErrorKind::ALL {
        assert!(has_glyphs(&window.ctx, icon(*kind)), "{kind}");
    }
}

fn has_glyphs(ctx: &Context, text: &str) -> bool {
    ctx.fonts_mut(|fonts| fonts.has_glyphs(&FontId::proportional(14.0), text))
}
