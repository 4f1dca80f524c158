//! The texts of `im-error-l10n` for JavaScript: one class, plain objects, TypeScript types.

mod arguments;
mod types;

use std::rc::Rc;

use im_error_l10n::{ErrorType, LocaleChain, Message, Source};
use self_cell::self_cell;
use wasm_bindgen::prelude::*;

use arguments::Options;

#[wasm_bindgen(module = "/src/objects.js")]
extern "C" {
    #[wasm_bindgen(js_name = message)]
    fn message_object(
        code: i32,
        name: Option<&str>,
        text: &str,
        suggestion: Option<&str>,
        locale: &str,
        source: &str,
    ) -> JsValue;
    #[wasm_bindgen(js_name = errorType)]
    fn error_type_object(code: i32, name: &str) -> JsValue;
    #[wasm_bindgen(js_name = localizerError)]
    fn localizer_error(message: &str) -> JsValue;
}

self_cell! {
    /// The texts, and the chain of the reader, which borrows from them.
    struct Bound {
        owner: Rc<im_error_l10n::Localizer>,
        #[covariant]
        dependent: LocaleChain,
    }
}

impl Bound {
    fn to(localizer: Rc<im_error_l10n::Localizer>, languages: &[String]) -> Bound {
        Bound::new(localizer, |localizer| localizer.negotiate(languages))
    }
}

const NONE_GIVEN: [Option<JsValue>; ErrorType::ALL.len()] = [const { None }; ErrorType::ALL.len()];

/// Resolves error codes to texts for one reader.
#[wasm_bindgen]
pub struct Localizer {
    bound: Bound,
    /// The objects given out so far, by row of the table: making one costs more than looking up.
    given: [Option<JsValue>; ErrorType::ALL.len()],
}

#[wasm_bindgen]
impl Localizer {
    /// Binds the embedded texts, and those in `options.ftl`, to the languages of the reader.
    ///
    /// Faulty FTL makes nothing fail: what is good in it serves, and `findings` tells the rest.
    ///
    /// @throws {LocalizerError} when there are no texts for `options.defaultLocale`
    /// @throws {TypeError} when an option is of the wrong type
    #[wasm_bindgen(constructor)]
    pub fn new(options: Option<Options>) -> Result<Localizer, JsValue> {
        let options = arguments::read(options)?;
        let mut builder = im_error_l10n::Localizer::builder();
        for (locale, source) in options.ftl {
            builder = builder.ftl(&locale, source);
        }
        if let Some(tag) = options.default_locale {
            builder = builder.default_locale(&tag);
        }
        let localizer = builder.build().map_err(|error| localizer_error(&error.to_string()))?;
        let bound = Bound::to(Rc::new(localizer), &options.languages);
        Ok(Localizer { bound, given: NONE_GIVEN })
    }

    /// Answers in these languages from now on; without them, in those of the browser.
    ///
    /// @throws {TypeError} when `languages` is no array of strings
    pub fn bind(
        &mut self,
        #[wasm_bindgen(unchecked_optional_param_type = "readonly string[]")] languages: &JsValue,
    ) -> Result<(), JsValue> {
        let languages = arguments::languages(languages)?;
        self.bound = Bound::to(Rc::clone(self.bound.borrow_owner()), &languages);
        self.given = NONE_GIVEN;
        Ok(())
    }

    /// The text of a code. Always gives one: what is no 32-bit integer is looked up as -1.
    ///
    /// The object is frozen, and the same one for the same code until `bind` is called.
    #[wasm_bindgen(unchecked_return_type = "Message")]
    pub fn message(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number")] code: &JsValue,
    ) -> JsValue {
        let code = arguments::code(code);
        let chain = self.bound.borrow_dependent();
        let row = ErrorType::ALL.iter().position(|error| error.code() == code);
        match row.and_then(|row| self.given.get_mut(row)) {
            Some(given) => given.get_or_insert_with(|| object(&chain.message(code))).clone(),
            None => object(&chain.message(code)),
        }
    }

    /// The locales that answer, in the order asked. The default locale is always there.
    #[wasm_bindgen(getter)]
    pub fn locales(&self) -> Vec<String> {
        self.bound.borrow_dependent().locales().map(str::to_owned).collect()
    }

    /// What was wrong with the FTL in `options.ftl`, one line each: where, how grave, what, which
    /// rule.
    #[wasm_bindgen(getter)]
    pub fn findings(&self) -> Vec<String> {
        let findings = self.bound.borrow_owner().findings().iter();
        findings.map(|finding| format!("{}/{finding}", finding.locale)).collect()
    }
}

fn object(message: &Message<'_>) -> JsValue {
    message_object(
        message.code(),
        message.error_type().map(ErrorType::name),
        message.text(),
        message.suggestion(),
        message.locale(),
        match message.source() {
            Source::Requested => "requested",
            Source::UnknownCode => "unknown-code",
            _ => "fallback",
        },
    )
}

/// Every error type that there is a text for, in the order of the specification.
#[wasm_bindgen(js_name = errorTypes, unchecked_return_type = "{ code: number; name: string }[]")]
pub fn error_types() -> Vec<JsValue> {
    ErrorType::ALL.iter().map(|error| error_type_object(error.code(), error.name())).collect()
}
