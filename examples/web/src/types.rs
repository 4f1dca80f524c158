//! The TypeScript types of the plain objects.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
export interface LocalizerOptions {
  /** The languages of the user, most wanted first; defaults to `navigator.languages`. */
  languages?: readonly string[];
  /** The text of `.ftl` files: further locales, or messages over the embedded ones. */
  ftl?: readonly { locale: string; source: string }[];
  /** The locale that answers when no requested locale can; defaults to `en-US`. */
  defaultLocale?: string;
}

/** What sort of thing went wrong: the canonical codes of google.rpc. */
export type ErrorKind =
  | "ok"
  | "cancelled"
  | "unknown"
  | "invalid-argument"
  | "not-found"
  | "already-exists"
  | "permission-denied"
  | "resource-exhausted"
  | "failed-precondition"
  | "aborted"
  | "unimplemented"
  | "internal"
  | "unavailable"
  | "unauthenticated";

/** An error message in the user's language. */
export interface Message {
  readonly code: number;
  /** The SDK's name for the error; null for an unknown code. */
  readonly name: string | null;
  /** For an icon or a level. Unknown codes are `unknown`. */
  readonly kind: ErrorKind;
  /** What happened: plain text in one line, never empty. */
  readonly text: string;
  /** What the user can do about it, if the message says so. */
  readonly suggestion: string | null;
  /** The locale that answered, for the `lang` attribute. */
  readonly locale: string;
  /** Whether the user did not ask for that locale. */
  readonly fallback: boolean;
}

/** The only error that the module throws, apart from `TypeError`. */
export interface LocalizerError extends Error {
  readonly name: "LocalizerError";
}
"#;
