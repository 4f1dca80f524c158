//! Looks up messages without the standard library and writes them to standard output.

#![no_std]
#![no_main]

extern crate alloc;

use alloc::borrow::ToOwned;
use alloc::string::String;
use core::alloc::{GlobalAlloc, Layout};
use core::ffi::{c_int, c_void};
use core::panic::PanicInfo;

use im_error_l10n::{ErrorType, Localizer};

#[link(name = "c")]
unsafe extern "C" {
    fn abort() -> !;
    fn free(memory: *mut c_void);
    fn malloc(size: usize) -> *mut c_void;
    fn write(file: c_int, text: *const u8, len: usize) -> isize;
}

struct Malloc;

// SAFETY: `malloc` aligns for every type in this program; none needs more than two words.
unsafe impl GlobalAlloc for Malloc {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        unsafe { malloc(layout.size()).cast() }
    }

    unsafe fn dealloc(&self, memory: *mut u8, _: Layout) {
        unsafe { free(memory.cast()) }
    }
}

#[global_allocator]
static MALLOC: Malloc = Malloc;

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    unsafe { abort() }
}

#[unsafe(no_mangle)]
extern "C" fn main(_: c_int, _: *const *const u8) -> c_int {
    let localizer = Localizer::builtin();
    let chain = localizer.negotiate(["zh-Hans-SG", "en"]);
    let mut text = String::new();
    // The reference's own texts and locales: what translators may change is not printed.
    for part in [
        localizer.text(ErrorType::NotFriend, "zh-CN"),
        chain.text(10006),
        chain.text(99999),
        localizer.message(56, "en-GB").locale().to_owned().into(),
        localizer.negotiate_header("fr, zh;q=0.5").text(56),
    ] {
        text.push_str(&part);
        text.push('\n');
    }
    let written = unsafe { write(1, text.as_ptr(), text.len()) };
    c_int::from(written != text.len() as isize)
}
