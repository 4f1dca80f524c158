//! The messages of `im-error-l10n` for JavaScript: one class, plain objects, TypeScript types.

mod arguments;
mod types;

use im_error_l10n::{ErrorType, LocaleChain, LocalizedMessage};
use wasm_bindgen::prelude::*;

use arguments::{Options, Read};

#[wasm_bindgen(module = "/src/objects.js")]
extern "C" {
    #[wasm_bindgen(js_name = message)]
    fn message_object(
        code: i32,
        name: Option<&str>,
        kind: &str,
        text: &str,
        suggestion: Option<&str>,
        locale: &str,
        fallback: bool,
    ) -> JsValue;
    #[wasm_bindgen(js_name = errorType)]
    fn error_type_object(code: i32, name: &str) -> JsValue;
    #[wasm_bindgen(js_name = localizerError)]
    fn localizer_error(message: &str) -> JsValue;
}

const NO_OBJECTS: [Option<JsValue>; ErrorType::ALL.len()] = [const { None }; ErrorType::ALL.len()];

/// Resolves error codes to messages for one user.
#[wasm_bindgen]
pub struct Localizer {
    localizer: im_error_l10n::Localizer,
    chain: LocaleChain,
    /// The objects returned so far, in the order of the error types, because creating one takes
    /// longer than looking up its message.
    objects: [Option<JsValue>; ErrorType::ALL.len()],
}

#[wasm_bindgen]
impl Localizer {
    /// Negotiates the user's languages with the embedded locales and those in `options.ftl`.
    ///
    /// Invalid FTL does not throw: its good messages are used, and `findings` reports the rest.
    ///
    /// @throws {LocalizerError} if no messages exist for `options.defaultLocale`
    /// @throws {TypeError} if an option has the wrong type
    #[wasm_bindgen(constructor)]
    pub fn new(options: Option<Options>) -> Result<Localizer, JsValue> {
        let options = arguments::read(options)?;
        let localizer = match &options {
            // The embedded messages are already resolved, so there is nothing to build.
            Read { ftl, default_locale: None, .. } if ftl.is_empty() => {
                im_error_l10n::Localizer::builtin().clone()
            }
            _ => build(&options)?,
        };
        let chain = localizer.negotiate(&options.languages);
        Ok(Localizer { localizer, chain, objects: NO_OBJECTS })
    }

    /// Switches to these languages, by default the browser's.
    ///
    /// @throws {TypeError} if `languages` is not an array of strings
    pub fn bind(
        &mut self,
        #[wasm_bindgen(unchecked_optional_param_type = "readonly string[]")] languages: &JsValue,
    ) -> Result<(), JsValue> {
        self.chain = self.localizer.negotiate(arguments::languages(languages)?);
        self.objects = NO_OBJECTS;
        Ok(())
    }

    /// Returns the message of a code. Anything that is not a 32-bit integer is looked up as -1.
    ///
    /// The object is frozen. A known code has the same object until `bind` is called.
    #[wasm_bindgen(unchecked_return_type = "Message")]
    pub fn message(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number")] code: &JsValue,
    ) -> JsValue {
        let code = arguments::code(code);
        let row = ErrorType::ALL.iter().position(|error| error.code() == code);
        match row.and_then(|row| self.objects.get_mut(row)) {
            Some(known) => known.get_or_insert_with(|| object(&self.chain.message(code))).clone(),
            None => object(&self.chain.message(code)),
        }
    }

    /// The locales that can answer, in order. The default locale is always one of them.
    #[wasm_bindgen(getter)]
    pub fn locales(&self) -> Vec<String> {
        self.chain.locales().map(str::to_owned).collect()
    }

    /// The parts of `options.ftl` that are not used, one line each: place, severity, problem, rule.
    #[wasm_bindgen(getter)]
    pub fn findings(&self) -> Vec<String> {
        self.localizer.findings().iter().map(ToString::to_string).collect()
    }
}

fn build(options: &Read) -> Result<im_error_l10n::Localizer, JsValue> {
    let mut builder = im_error_l10n::Localizer::builder();
    for (locale, source) in &options.ftl {
        builder = builder.ftl(locale, source);
    }
    if let Some(tag) = &options.default_locale {
        builder = builder.default_locale(tag);
    }
    builder.build().map_err(|error| localizer_error(&error.to_string()))
}

fn object(message: &LocalizedMessage<'_>) -> JsValue {
    message_object(
        message.code().get(),
        message.error_type().map(ErrorType::name),
        message.kind().as_str(),
        message.text(),
        message.suggestion(),
        message.locale(),
        message.is_fallback(),
    )
}

/// Returns every error type, in the order of the SDK's reference page.
#[wasm_bindgen(js_name = errorTypes, unchecked_return_type = "{ code: number; name: string }[]")]
pub fn error_types() -> Vec<JsValue> {
    ErrorType::ALL.iter().map(|error| error_type_object(error.code(), error.name())).collect()
}

/// Returns the locales whose messages are in the module.
#[wasm_bindgen(js_name = embeddedLocales)]
pub fn embedded_locales() -> Vec<String> {
    im_error_l10n::Localizer::builtin().locales().map(str::to_owned).collect()
}

/// Returns those of the available locales that match the languages, best first, as they are spelled
/// in `available`: which of several files to fetch.
///
/// @throws {TypeError} if an argument is not an array of strings
#[wasm_bindgen(unchecked_return_type = "string[]")]
pub fn negotiate(
    #[wasm_bindgen(unchecked_param_type = "readonly string[]")] languages: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "readonly string[]")] available: &JsValue,
) -> Result<Vec<String>, JsValue> {
    let languages = arguments::strings(languages, "languages")?;
    let available = arguments::strings(available, "available")?;
    let matching = im_error_l10n::negotiate(languages, available.iter().map(String::as_str));
    Ok(matching.into_iter().map(str::to_owned).collect())
}
