use std::time::{Duration, Instant};

use im_error_l10n_egui::MOST_TOASTS;

use crate::harness::{fail, texts, window};

const FRAMES: usize = 300;

/// Measures everything except the graphics card: input, layout, the accessibility tree, and the
/// triangles to draw.
#[test]
fn a_frame_with_fifty_toasts_takes_less_than_16_milliseconds() {
    let (mut window, sdk) = window(&["en"]);
    let codes: Vec<i32> = (20_000..).take(MOST_TOASTS).collect();
    fail(&mut window, &sdk, &codes);
    assert_eq!(texts(&window).len(), 50);
    let mut frames = Vec::new();
    for _ in 0..FRAMES {
        let start = Instant::now();
        window.step();
        let shapes = window.output().shapes.clone();
        let triangles = window.ctx.tessellate(shapes, 1.0);
        frames.push(start.elapsed());
        assert!(!triangles.is_empty());
    }
    frames.sort();
    let (median, slowest) = (frames[FRAMES / 2], frames[FRAMES - 1]);
    println!("50 toasts: median {median:.1?}, slowest of {FRAMES} {slowest:.1?}");
    assert!(median < Duration::from_millis(16), "{median:?}");
}
