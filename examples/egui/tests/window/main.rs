//! Drives the window through its accessibility tree, as a screen reader would.

mod bad_input;
mod fonts;
mod frames;
mod harness;
mod keyboard;
mod levels;
mod toasts;
