//! What is wrong with added messages, in the words of the builder and the linter.

/// A message whose id matches no error code. The linter adds what to do.
pub(crate) fn unknown_message(id: &str) -> String {
    format!("`{id}` matches no error code")
}

/// A message or an attribute without a text.
pub(crate) fn no_text(id: &str) -> String {
    format!("`{id}` has no text; write it after `=`")
}

/// An attribute that is not shown.
pub(crate) fn unknown_attribute(name: &str) -> String {
    format!("unknown attribute `.{name}`; only `.{}` is shown", crate::texts::SUGGESTION)
}

/// The second of two messages or terms; `first` is where the other one is.
pub(crate) fn duplicate(kind: &str, id: &str, first: &str) -> String {
    format!("duplicate {kind} `{id}`; first defined {first}; remove one of the two")
}

/// The second of two attributes.
pub(crate) fn duplicate_attribute(name: &str) -> String {
    format!("duplicate attribute `.{name}`; remove one of the two")
}
