//! Prints one text with i18n-embed.

use i18n_embed::LanguageLoader;
use i18n_embed::fluent::FluentLanguageLoader;
use unic_langid::langid;

#[derive(rust_embed::RustEmbed)]
#[folder = "../../locales"]
struct Locales;

fn main() {
    peers::print_first(|| {
        // It is its own fallback, since any other would be loaded too.
        let loader = FluentLanguageLoader::new("errors", langid!("zh-CN"));
        loader.load_languages(&Locales, &[langid!("zh-CN")]).unwrap();
        loader.get(peers::id(peers::NOT_FRIEND))
    });
}
