//! fluent-zero, whose build step compiles the messages into the program.

use std::borrow::Cow;

use fluent_zero::{LocaleState, t_in};

use crate::{UNKNOWN_ID, id};

pub fn locale(tag: &str) -> LocaleState {
    LocaleState::new(tag.parse().unwrap())
}

#[inline]
pub fn text(locale: &LocaleState, id: &'static str) -> Cow<'static, str> {
    t_in!(locale, id)
}

#[inline]
pub fn unknown(locale: &LocaleState, code: i32) -> Cow<'static, str> {
    let id = UNKNOWN_ID; // a literal would also be checked at compile time
    t_in!(locale, id, { "code" => code })
}

pub fn first_text(code: i32, tag: &str) -> Cow<'static, str> {
    match id(code) {
        UNKNOWN_ID => unknown(&locale(tag), code),
        id => text(&locale(tag), id),
    }
}
