//! What the linter says of a source.

use std::fmt;
use std::ops::Range;

/// Makes the rules from one row each.
macro_rules! rules {
    ($($(#[$doc:meta])+ $name:ident = $id:literal, $severity:ident;)+) => {
        /// A rule of the linter. Its `Display` is its stable id, in kebab case.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[$doc])+ $name,)+
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Rule] = &[$(Rule::$name,)+];

            /// The stable name of the rule: `unknown-variable`.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Rule::$name => $id,)+
                }
            }

            /// How grave a finding of the rule is.
            pub const fn severity(self) -> Severity {
                match self {
                    $(Rule::$name => Severity::$severity,)+
                }
            }
        }
    };
}

rules! {
    /// The Fluent parser rejects it.
    Syntax = "syntax", Error;
    /// A UTF-8 byte order mark.
    Bom = "bom", Error;
    /// Bytes that are not UTF-8, or U+FFFD in a text.
    NotUtf8 = "not-utf8", Error;
    /// A file over 1 MiB, or a name or call in it that is longer than any would be.
    TooLarge = "too-large", Error;
    /// Placeables nested deeper than 100.
    TooDeep = "too-deep", Error;
    /// A file or folder that cannot be read.
    Unreadable = "unreadable", Error;
    /// A folder whose name is no canonical locale tag.
    LocaleFolder = "locale-folder", Error;
    /// A code without its message.
    MissingMessage = "missing-message", Error;
    /// An id that belongs to no code.
    UnknownMessage = "unknown-message", Error;
    /// One id twice.
    DuplicateMessage = "duplicate-message", Error;
    /// A message with attributes only, where the source has a value; and the reverse.
    MissingValue = "missing-value", Error;
    /// An attribute that the source has.
    MissingAttribute = "missing-attribute", Error;
    /// An attribute that the source has not.
    UnknownAttribute = "unknown-attribute", Error;
    /// Nothing but white space.
    EmptyText = "empty-text", Error;
    /// A variable that nobody passes.
    UnknownVariable = "unknown-variable", Error;
    /// A variable that the source's message uses and the translation does not.
    MissingVariable = "missing-variable", Warning;
    /// A reference that nothing defines, or a cycle of references.
    UnknownReference = "unknown-reference", Error;
    /// A call of a function: there are none.
    UnknownFunction = "unknown-function", Error;
    /// `｛ ｝ ＄ ＝` from a Chinese input method, which Fluent takes as text.
    FullwidthSyntax = "fullwidth-syntax", Error;
    /// What a toast would show raw: markup, a control character, a bidi mark, a line break.
    Markup = "markup", Error;
    /// A leading or trailing space.
    EdgeSpace = "edge-space", Warning;
    /// A translation equal to the source's text.
    SameAsSource = "same-as-source", Warning;
    /// `'` or `"` where ’ “ ” belong.
    StraightQuote = "straight-quote", Warning;
    /// `...` where … belongs.
    Ellipsis = "ellipsis", Warning;
    /// The name of a product written out instead of its term.
    Brand = "brand", Warning;
    /// Messages in another order than the codes.
    Order = "order", Warning;
    /// A message id that is not the name of its code in kebab case.
    IdStyle = "id-style", Error;
    /// A source message without a comment, or a variable that the comment does not explain.
    Undocumented = "undocumented", Warning;
    /// A text wider than a toast.
    TooLong = "too-long", Warning;
    /// The source's text changed since this translation was accepted.
    SourceChanged = "source-changed", Warning;
    /// A `# lint: allow` that silences nothing.
    UnusedAllow = "unused-allow", Warning;
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth a look; the text can be shown.
    Warning,
    /// A person would read a wrong text, or none.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Severity::Warning => "warning",
            Severity::Error => "error",
        })
    }
}

/// Something that is wrong in a source, and where.
///
/// Its `Display` is one line: `zh-CN/errors.ftl:3:5: error: ... [unknown-variable]`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule that found it.
    pub rule: Rule,
    /// How grave it is.
    pub severity: Severity,
    /// The locale of the file, as its folder is named.
    pub locale: String,
    /// The path of the file.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// The place in the file, in bytes.
    pub span: Range<usize>,
    /// The message, if the finding is about one: `error-not-friend`.
    pub id: Option<String>,
    /// What is wrong, and what would be right.
    pub message: String,
}

impl Finding {
    /// A finding about a file as a whole.
    pub(super) fn new(rule: Rule, locale: &str, path: &str, message: String) -> Finding {
        Finding {
            rule,
            severity: rule.severity(),
            locale: locale.to_owned(),
            path: path.to_owned(),
            line: 1,
            column: 1,
            span: 0..0,
            id: None,
            message: in_one_line(&message),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Finding { rule, severity, path, line, column, message, .. } = self;
        let path = in_one_line(path);
        write!(f, "{path}:{line}:{column}: {severity}: {message} [{rule}]")
    }
}

/// Writes out what would break the line or steer a terminal: `\u{1b}`.
fn in_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
            line.extend(c.escape_debug());
        } else {
            line.push(c);
        }
    }
    line
}
