//! The TypeScript side of the plain objects.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
export interface LocalizerOptions {
  /** The locales of the reader, most wanted first; `navigator.languages` if not given. */
  languages?: readonly string[];
  /** Texts of `.ftl` files, for further locales or instead of embedded texts. */
  ftl?: readonly { locale: string; source: string }[];
  /** The locale that answers when no wanted one can; `en-US` if not given. */
  defaultLocale?: string;
}

/** An error as a person reads it. */
export interface Message {
  readonly code: number;
  /** The name of the error type; null for a number that the table lacks. */
  readonly name: string | null;
  /** What happened: plain text in one line, never empty. */
  readonly text: string;
  /** What the user can do about it, where there is something. */
  readonly suggestion: string | null;
  /** The locale that answered: for `lang`. */
  readonly locale: string;
  /** Whether that locale was asked for, stands in for one, or knows no such code. */
  readonly source: "requested" | "fallback" | "unknown-code";
}

/** The only error of the crate. Its message names the thing and the place. */
export interface LocalizerError extends Error {
  readonly name: "LocalizerError";
}
"#;
