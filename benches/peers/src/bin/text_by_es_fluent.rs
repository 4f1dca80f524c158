//! Prints one text with es-fluent.

use errors::Error;
use es_fluent_manager_embedded::EmbeddedI18n;
use unic_langid::langid;

fn main() {
    peers::print_first(|| {
        let i18n = EmbeddedI18n::try_new_with_language(langid!("zh-CN")).unwrap();
        i18n.localize_message(&Error::from_code(peers::NOT_FRIEND))
    });
}
