//! Prints one text with fluent-bundle.

use fluent_bundle::{FluentBundle, FluentResource};
use unic_langid::langid;

fn main() {
    peers::print_first(|| {
        let resource = FluentResource::try_new(peers::SOURCE_ZH.to_owned()).unwrap();
        let mut bundle = FluentBundle::new(vec![langid!("zh-CN")]);
        bundle.add_resource(resource).unwrap();
        let message = bundle.get_message(peers::id(peers::NOT_FRIEND)).unwrap();
        bundle.format_pattern(message.value().unwrap(), None, &mut Vec::new()).into_owned()
    });
}
