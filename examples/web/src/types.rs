//! The TypeScript types of the plain objects.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
export interface LocalizerOptions {
  /** The user's languages in order of preference; defaults to `navigator.languages`. */
  languages?: readonly string[];
  /** The text of `.ftl` files: more locales, or messages that replace embedded ones. */
  ftl?: readonly { locale: string; source: string }[];
  /** The locale that answers when no requested locale can; defaults to `en-US`. */
  defaultLocale?: string;
}

/** The kind of an error: one of google.rpc's canonical codes. */
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
  /** For choosing an icon or a level. Unknown codes are `unknown`. */
  readonly kind: ErrorKind;
  /** What happened: one line of plain text, never empty. */
  readonly text: string;
  /** What the user can do about it, or null. */
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
