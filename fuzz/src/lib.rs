//! Assertions and helpers for the fuzz targets.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;
use im_error_l10n::{LocaleChain, LocalizedMessage, Localizer};

/// Panics if a text could not be read in a toast, because it is invisible or not one line.
pub fn assert_readable(text: &str) {
    assert!(!text.chars().all(is_invisible), "invisible: {text:?}");
    let breaks = |character: char| character.is_control() || "\u{2028}\u{2029}".contains(character);
    assert!(!text.contains(breaks), "not one line: {text:?}");
}

fn is_invisible(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{e0000}'..='\u{e0fff}'
        )
}

/// Does some work on an input, and panics if the work allocates more than in proportion to the length.
pub fn in_proportion<T>(len: usize, work: impl FnOnce() -> T) -> T {
    let mut result = None;
    let allocated = allocation_counter::measure(|| result = Some(work()));
    let (count, bytes) = (allocated.count_total, allocated.bytes_total);
    let len = len as u64;
    assert!(count < 10_000 + 50 * len, "{count} allocations for {len} bytes");
    assert!(bytes < 2_000_000 + 5_000 * len, "{bytes} bytes allocated for {len} bytes");
    result.unwrap()
}

/// Returns whether a character changes the direction of text.
pub fn is_bidi(character: char) -> bool {
    matches!(
        character,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

/// Panics if a message breaks a promise of lookups.
pub fn assert_message(localizer: &Localizer, code: i32, message: &LocalizedMessage<'_>) {
    assert_eq!(message.code().get(), code);
    assert_readable(message.text());
    message.suggestion().into_iter().for_each(assert_readable);
    assert!(localizer.locales().any(|tag| tag == message.locale()), "{message:?}");
    assert_eq!(message.clone().into_owned(), *message);
}

/// Panics if a chain has a duplicate locale or an unavailable one, or lacks the default.
pub fn assert_chain(localizer: &Localizer, chain: &LocaleChain) {
    let tags: Vec<&str> = chain.locales().collect();
    for (at, tag) in tags.iter().enumerate() {
        assert!(!tags[..at].contains(tag), "duplicate {tag}: {chain:?}");
        assert!(localizer.locales().any(|locale| locale == *tag), "no locale {tag}: {chain:?}");
    }
    assert!(tags.contains(&localizer.default_locale()), "no default: {chain:?}");
}

/// Returns the string literals of a file, or the whole file if it cannot be parsed safely.
pub fn literals(source: &str) -> Vec<String> {
    let has_escape = source.contains("\\u") || source.contains("\\U");
    if has_escape && !source.is_ascii() || source.matches(['{', '(']).count() > 100 {
        return vec![source.to_owned(), source.replace("\\u", "{").replace("\\U", "{")];
    }
    let resource = match fluent_syntax::parser::parse(source) {
        Ok(resource) => resource,
        Err((resource, _)) => resource,
    };
    let mut literals = Vec::new();
    for entry in &resource.body {
        let (value, attributes) = match entry {
            Entry::Message(message) => (message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (Some(&term.value), &term.attributes),
            // An entry that is broken here may be valid together with the other files.
            Entry::Junk { content } => {
                literals.push((*content).to_owned());
                continue;
            }
            _ => continue,
        };
        for pattern in value.into_iter().chain(attributes.iter().map(|found| &found.value)) {
            add_pattern(pattern, &mut literals);
        }
    }
    literals
}

fn add_pattern(pattern: &Pattern<&str>, literals: &mut Vec<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            add_expression(expression, literals);
        }
    }
}

fn add_expression(expression: &Expression<&str>, literals: &mut Vec<String>) {
    match expression {
        Expression::Inline(inline) => add_inline(inline, literals),
        Expression::Select { selector, variants } => {
            add_inline(selector, literals);
            for variant in variants {
                add_pattern(&variant.value, literals);
            }
        }
    }
}

fn add_inline(inline: &InlineExpression<&str>, literals: &mut Vec<String>) {
    match inline {
        InlineExpression::StringLiteral { value } => {
            literals.push(unescape_unicode_to_string(value).into_owned());
        }
        InlineExpression::TermReference { arguments: Some(arguments), .. }
        | InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                add_inline(argument, literals);
            }
            for argument in &arguments.named {
                add_inline(&argument.value, literals);
            }
        }
        InlineExpression::Placeable { expression } => add_expression(expression, literals),
        _ => {}
    }
}
