//! Id collisions between an application's messages and the crate's.

use std::borrow::Cow;

use fluent_bundle::{FluentBundle, FluentResource};
use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed::{AssetsMultiplexor, I18nAssets, LanguageLoader};
use im_error_l10n::{ErrorType, Locales, Localizer};
use unic_langid::langid;

const OWN: &str = "error-unknown = Oops\n";

/// The assets of an application that keeps its messages in `errors.ftl` too.
struct OwnErrors;

impl I18nAssets for OwnErrors {
    fn get_files(&self, path: &str) -> Vec<Cow<'_, [u8]>> {
        if path == "en-US/errors.ftl" { vec![Cow::Borrowed(OWN.as_bytes())] } else { Vec::new() }
    }

    fn filenames_iter(&self) -> Box<dyn Iterator<Item = String> + '_> {
        Box::new(std::iter::once("en-US/errors.ftl".to_owned()))
    }
}

fn english() -> &'static str {
    im_error_l10n::sources().find(|(locale, _)| *locale == "en-US").unwrap().1
}

fn resource(source: &str) -> FluentResource {
    FluentResource::try_new(source.to_owned()).unwrap()
}

fn unknown(bundle: &FluentBundle<FluentResource>) -> String {
    let pattern = bundle.get_message("error-unknown").unwrap().value().unwrap();
    bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned()
}

#[test]
fn a_bundle_keeps_the_first_message_and_returns_an_error() {
    let mut bundle = FluentBundle::new(vec![langid!("en-US")]);
    bundle.add_resource(resource(OWN)).unwrap();
    let errors = bundle.add_resource(resource(english())).unwrap_err();
    let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(errors, ["Attempt to override an existing message: \"error-unknown\"."]);
    assert_eq!(unknown(&bundle), "Oops");
    // All other messages are added.
    assert!(bundle.has_message("error-not-friend"));
}

#[test]
fn an_overriding_bundle_reports_nothing() {
    let mut bundle = FluentBundle::new(vec![langid!("en-US")]);
    bundle.add_resource_overriding(resource(OWN));
    bundle.add_resource_overriding(resource(english()));
    assert_ne!(unknown(&bundle), "Oops");
}

#[test]
fn one_loader_for_both_uses_the_first_assets_and_reports_nothing() {
    let assets = AssetsMultiplexor::new([
        Box::new(OwnErrors) as Box<dyn I18nAssets + Send + Sync>,
        Box::new(Locales),
    ]);
    let loader = FluentLanguageLoader::new("errors", langid!("en-US"));
    loader.load_languages(&assets, &[langid!("en-US")]).unwrap();
    assert_eq!(loader.get("error-unknown"), "Oops");
    let not_friend = Localizer::builtin().text(ErrorType::NotFriend, "en-US");
    assert_eq!(loader.get("error-not-friend"), not_friend);
}
