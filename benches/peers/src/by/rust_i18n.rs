//! rust-i18n.

use std::borrow::Cow;

use rust_i18n::t;

use crate::{UNKNOWN_ID, id};

/// Uses the process-wide locale.
#[inline]
pub fn text(id: &'static str) -> Cow<'static, str> {
    t!(id)
}

#[inline]
pub fn unknown(code: i32) -> Cow<'static, str> {
    t!(UNKNOWN_ID, code = code)
}

#[inline]
pub fn text_in(id: &'static str, tag: &str) -> Cow<'static, str> {
    t!(id, locale = tag)
}

pub fn first_text(code: i32, tag: &str) -> Cow<'static, str> {
    match id(code) {
        UNKNOWN_ID => t!(UNKNOWN_ID, locale = tag, code = code),
        id => text_in(id, tag),
    }
}
