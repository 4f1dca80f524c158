//! Drives the real window through WebKitGTK's WebDriver. Needs `WebKitWebDriver` and a display, which
//! `test.sh` provides.

mod bad_input;
mod driver;
mod languages;
mod picture;
mod toasts;
mod window;
