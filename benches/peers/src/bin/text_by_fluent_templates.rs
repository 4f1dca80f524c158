//! Prints one text with fluent-templates.

use fluent_templates::{Loader, static_loader};
use unic_langid::langid;

static_loader! {
    static LOCALES = {
        locales: "../../locales",
        fallback_language: "en-US",
    };
}

fn main() {
    peers::print_first(|| LOCALES.lookup(&langid!("zh-CN"), peers::id(peers::NOT_FRIEND)));
}
