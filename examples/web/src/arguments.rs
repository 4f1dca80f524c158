//! Checks the arguments from JavaScript, where a caller can pass anything.

use js_sys::{Array, TypeError};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/objects.js")]
extern "C" {
    #[wasm_bindgen(js_name = navigatorLanguages)]
    fn navigator_languages() -> JsValue;
}

#[wasm_bindgen]
extern "C" {
    /// The argument of the constructor.
    #[wasm_bindgen(typescript_type = "LocalizerOptions")]
    pub type Options;
    #[wasm_bindgen(method, getter)]
    fn languages(this: &Options) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn ftl(this: &Options) -> JsValue;
    #[wasm_bindgen(method, getter, js_name = defaultLocale)]
    fn default_locale(this: &Options) -> JsValue;

    type Ftl;
    #[wasm_bindgen(method, getter)]
    fn locale(this: &Ftl) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn source(this: &Ftl) -> JsValue;
}

/// The code that is looked up for anything that is not a 32-bit integer.
const NO_CODE: i32 = -1;

/// The options as Rust types.
#[derive(Default)]
pub(crate) struct Read {
    pub(crate) languages: Vec<String>,
    pub(crate) ftl: Vec<(String, String)>,
    pub(crate) default_locale: Option<String>,
}

pub(crate) fn read(options: Option<Options>) -> Result<Read, JsValue> {
    let Some(options) = options else {
        return Ok(Read { languages: languages(&JsValue::UNDEFINED)?, ..Read::default() });
    };
    let ftl = match list(options.ftl()) {
        Some(files) => files.iter().map(file).collect::<Option<_>>(),
        None => options.ftl().is_undefined().then(Vec::new),
    };
    let default_locale = options.default_locale();
    if !default_locale.is_undefined() && !default_locale.is_string() {
        return Err(type_error("`defaultLocale` is not a string"));
    }
    Ok(Read {
        languages: languages(&options.languages())?,
        ftl: ftl.ok_or_else(|| type_error("`ftl` is not an array of { locale, source }"))?,
        default_locale: default_locale.as_string(),
    })
}

/// Reads a list of locale tags. `undefined` means the browser's languages.
pub(crate) fn languages(value: &JsValue) -> Result<Vec<String>, JsValue> {
    let value = if value.is_undefined() { &navigator_languages() } else { value };
    strings(value, "languages")
}

/// Reads an array of strings, the argument with this name.
pub(crate) fn strings(value: &JsValue, name: &str) -> Result<Vec<String>, JsValue> {
    let tags =
        list(value.clone()).and_then(|tags| tags.iter().map(|tag| tag.as_string()).collect());
    tags.ok_or_else(|| type_error(&format!("`{name}` is not an array of strings")))
}

/// Never fails, because the caller is already handling an error.
pub(crate) fn code(value: &JsValue) -> i32 {
    let number = value.as_f64().unwrap_or(f64::NAN);
    let code = number as i32;
    if f64::from(code) == number { code } else { NO_CODE }
}

fn list(value: JsValue) -> Option<Array> {
    value.dyn_into().ok()
}

fn file(value: JsValue) -> Option<(String, String)> {
    if !value.is_object() {
        return None;
    }
    let file: Ftl = value.unchecked_into();
    Some((file.locale().as_string()?, file.source().as_string()?))
}

fn type_error(message: &str) -> JsValue {
    TypeError::new(message).into()
}
