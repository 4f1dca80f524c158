use std::path::Path;
use std::process::Command;

use serde_json::json;

use crate::window::{Toast, Window};

/// Saves what is on the screen as `window.png`. The picture in the README is made from it.
#[test]
fn the_screen_shows_the_toasts() {
    let window = Window::open(&["zh-CN"]);
    for (text, code) in [("你好", "56"), ("在吗？", "60"), ("在线等", "6"), ("最后一条", "99999")]
    {
        window.send(text, code);
    }
    let toast = |code| Toast::of(code, "zh-CN");
    let status = Toast { role: "status".to_owned(), ..toast(60) };
    window.expect(&[toast(99_999), toast(6), status, toast(56)]);
    window.driver.click("#toasts summary");
    // Two frames later, what was clicked is on the screen.
    let body = "for (const _ of [1, 2]) await new Promise(requestAnimationFrame)";
    window.driver.run_async(body, json!([]));
    let picture = Path::new(env!("CARGO_TARGET_TMPDIR")).join("window.png");
    let saved = Command::new("import").args(["-window", "root"]).arg(&picture).status();
    assert!(saved.expect("import is in Debian's package imagemagick").success());
    // The colors of errors, of errors that may pass, and of notices.
    for color in ["#c5281c", "#8a5a00", "#1663b8"] {
        assert!(pixels_of(&picture, color) > 100, "{color} is not in {}", picture.display());
    }
}

/// Counts the pixels with about this color.
fn pixels_of(picture: &Path, color: &str) -> usize {
    let others = ["-fuzz", "4%", "-fill", "black", "+opaque", color];
    let counted = ["-fill", "white", "-opaque", color, "-format", "%[fx:int(mean*w*h)]", "info:"];
    let output = Command::new("convert").arg(picture).args(others).args(counted).output().unwrap();
    String::from_utf8(output.stdout).unwrap().parse().unwrap()
}
