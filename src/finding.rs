//! What is wrong in a Fluent file, and where.

use std::fmt;
use std::ops::Range;

/// The maximum number of findings for a file.
pub(crate) const MAX_FINDINGS: usize = 1000;

/// Defines each rule in one row.
macro_rules! rules {
    ($($(#[$doc:meta])+ $name:ident = $id:literal, $severity:ident;)+) => {
        /// A rule that files are checked against. Its `Display` is its stable id, in kebab case.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[$doc])+ $name,)+
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Rule] = &[$(Rule::$name,)+];

            /// Returns the stable id of the rule: `unknown-variable`.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Rule::$name => $id,)+
                }
            }

            /// Returns the severity of the rule's findings.
            pub const fn severity(self) -> Severity {
                match self {
                    $(Rule::$name => Severity::$severity,)+
                }
            }
        }
    };
}

rules! {
    /// Syntax that the Fluent parser rejects.
    Syntax = "syntax", Error;
    /// An unresolved merge conflict.
    MergeConflict = "merge-conflict", Error;
    /// A line that Fluent reads as part of the text above, but that looks like an attribute or a
    /// message.
    SwallowedLine = "swallowed-line", Error;
    /// Syntax that users would see in the text: `$code` without braces, `{0}`, `%s`, `<code>`, `\n`.
    RawSyntax = "raw-syntax", Error;
    /// Full-width characters, such as `｛ ｝ ＄ ＝`, in place of Fluent's own.
    FullwidthSyntax = "fullwidth-syntax", Error;
    /// A UTF-8 byte order mark.
    Bom = "bom", Error;
    /// Bytes that are not UTF-8, or U+FFFD in a text.
    NotUtf8 = "not-utf8", Error;
    /// A file over 1 MiB, or arguments of a call over 1,000 bytes.
    TooLarge = "too-large", Error;
    /// Placeables nested deeper than 100, or a message with too many placeables.
    TooDeep = "too-deep", Error;
    /// A file that looks like a message file but is not read.
    StrayFile = "stray-file", Error;
    /// A file or folder that cannot be read.
    Unreadable = "unreadable", Error;
    /// A record of accepted translations that cannot be read.
    Record = "record", Error;
    /// A folder whose name is not a canonical locale tag.
    LocaleFolder = "locale-folder", Error;
    /// A code without a message.
    MissingMessage = "missing-message", Error;
    /// Messages that are not translated yet.
    Untranslated = "untranslated", Warning;
    /// An id that matches no error code.
    UnknownMessage = "unknown-message", Error;
    /// An id, an attribute or a variant that is defined twice.
    DuplicateMessage = "duplicate-message", Error;
    /// A message without a text of its own.
    MissingValue = "missing-value", Error;
    /// An attribute that the source has and the translation lacks.
    MissingAttribute = "missing-attribute", Error;
    /// An attribute that is not used.
    UnknownAttribute = "unknown-attribute", Error;
    /// A text without a visible character.
    EmptyText = "empty-text", Error;
    /// A variable, or an argument, that is not defined where it is used.
    UnknownVariable = "unknown-variable", Error;
    /// A variable or a term in the source message that the translation does not use.
    MissingVariable = "missing-variable", Warning;
    /// A reference to something that is not defined, or a cycle of references.
    UnknownReference = "unknown-reference", Error;
    /// A function call; no functions are available.
    UnknownFunction = "unknown-function", Error;
    /// A plural category that the locale never uses, or one that is missing.
    UnknownPlural = "unknown-plural", Warning;
    /// Markup, a control character, a bidi mark or a line break in a text.
    Markup = "markup", Error;
    /// A space at the start or the end of a text.
    EdgeSpace = "edge-space", Warning;
    /// A translation that is still in the language of the source, or has the source beside it.
    SameAsSource = "same-as-source", Warning;
    /// Letters that the locale is not written with, kana typed as other characters, or text in another encoding.
    WrongScript = "wrong-script", Warning;
    /// A slip of the fingers: a word, a space or a punctuation mark twice, a bracket or quotation mark
    /// without its partner or of another language, half-width punctuation in Chinese, what other file formats
    /// write around a text, a suggestion in the text too, a note that was left.
    Typing = "typing", Warning;
    /// A number or the name of a field of the source that the translation changes, groups or lacks.
    Number = "number", Warning;
    /// `'`, `"`, `,,`, `<<` or an accent in place of the quotation marks or apostrophes of the language.
    StraightQuote = "straight-quote", Warning;
    /// `...` in place of ….
    Ellipsis = "ellipsis", Warning;
    /// The name of a product written out instead of its term, or translated.
    Brand = "brand", Warning;
    /// Messages in a different order from the codes.
    Order = "order", Warning;
    /// A message id that is not the name of its code in kebab case.
    IdStyle = "id-style", Error;
    /// A source message without a comment, or a variable that the comment does not explain.
    Undocumented = "undocumented", Warning;
    /// A text wider than a toast.
    TooLong = "too-long", Warning;
    /// The source changed since this translation was accepted.
    SourceChanged = "source-changed", Warning;
    /// A comment that is meant for the linter but cannot be read.
    UnreadComment = "unread-comment", Warning;
    /// A `# lint: allow` that silences nothing.
    UnusedAllow = "unused-allow", Warning;
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

/// The severity of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// The text can be shown, but deserves a look.
    Warning,
    /// Users would see a wrong text, or the text of another layer or locale.
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

/// A mistake in a file: what is wrong, and where.
///
/// Its `Display` is one line: `zh-CN/errors.ftl:3:5: error: ... [unknown-variable]`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule that is broken.
    pub rule: Rule,
    /// The locale of the file: the name of its folder.
    pub locale: String,
    /// The path of the file.
    pub path: String,
    /// The line where it starts, from 1.
    pub line: usize,
    /// The column where it starts, from 1, in characters.
    pub column: usize,
    /// The line where it ends, from 1.
    pub end_line: usize,
    /// The column after the last character, from 1, in characters.
    pub end_column: usize,
    /// The range of bytes in the file as stored, including a byte order mark and line endings.
    pub span: Range<usize>,
    /// The message or term, if the finding is about one: `error-not-friend`.
    pub id: Option<String>,
    /// What is wrong, and how to fix it.
    pub message: String,
}

impl Finding {
    /// Creates a finding about a file as a whole.
    pub(crate) fn of_file(rule: Rule, locale: &str, path: &str, message: String) -> Finding {
        Finding {
            rule,
            locale: locale.to_owned(),
            path: path.to_owned(),
            line: 1,
            column: 1,
            end_line: 1,
            end_column: 1,
            span: 0..0,
            id: None,
            message: in_one_line(&message),
        }
    }

    /// Returns the severity of the rule.
    pub const fn severity(&self) -> Severity {
        self.rule.severity()
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Finding { rule, path, line, column, message, .. } = self;
        let severity = rule.severity();
        let path = in_one_line(path);
        write!(f, "{path}:{line}:{column}: {severity}: {message} [{rule}]")
    }
}

/// Escapes what would break or reorder the line, or control a terminal, as in `\u{1b}`.
fn in_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        let is_separator = matches!(character, '\u{2028}' | '\u{2029}');
        let is_bidi = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if character.is_control() || is_separator || is_bidi {
            line.extend(character.escape_debug());
        } else {
            line.push(character);
        }
    }
    line
}
