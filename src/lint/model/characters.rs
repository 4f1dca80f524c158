//! Characters that cannot be seen, or that are mistaken for others.

/// The Unicode names, in lower case, of characters that come from input methods and pasted text.
const NAMES: &[(char, &str)] = &[
    ('\t', "tab"),
    ('\r', "carriage return"),
    ('\u{a0}', "no-break space"),
    ('\u{ad}', "soft hyphen"),
    ('\u{b7}', "middle dot"),
    ('\u{61c}', "Arabic letter mark"),
    ('\u{180e}', "Mongolian vowel separator"),
    ('\u{2002}', "en space"),
    ('\u{2003}', "em space"),
    ('\u{2007}', "figure space"),
    ('\u{2009}', "thin space"),
    ('\u{200b}', "zero-width space"),
    ('\u{200c}', "zero-width non-joiner"),
    ('\u{200d}', "zero-width joiner"),
    ('\u{200e}', "left-to-right mark"),
    ('\u{200f}', "right-to-left mark"),
    ('\u{2010}', "hyphen"),
    ('\u{2011}', "non-breaking hyphen"),
    ('\u{2013}', "en dash"),
    ('\u{2014}', "em dash"),
    ('\u{2028}', "line separator"),
    ('\u{2029}', "paragraph separator"),
    ('\u{202a}', "left-to-right embedding"),
    ('\u{202b}', "right-to-left embedding"),
    ('\u{202c}', "pop directional formatting"),
    ('\u{202d}', "left-to-right override"),
    ('\u{202e}', "right-to-left override"),
    ('\u{202f}', "narrow no-break space"),
    ('\u{201c}', "left double quotation mark"),
    ('\u{201d}', "right double quotation mark"),
    ('\u{2060}', "word joiner"),
    ('\u{2066}', "left-to-right isolate"),
    ('\u{2067}', "right-to-left isolate"),
    ('\u{2068}', "first strong isolate"),
    ('\u{2069}', "pop directional isolate"),
    ('\u{2212}', "minus sign"),
    ('\u{2800}', "braille pattern blank"),
    ('\u{3000}', "ideographic space"),
    ('\u{3002}', "ideographic full stop"),
    ('\u{3164}', "Hangul filler"),
    ('\u{feff}', "byte order mark"),
    ('\u{ff61}', "half-width ideographic full stop"),
    ('\u{ffa0}', "half-width Hangul filler"),
    ('\u{fffd}', "replacement character"),
    ('\u{ffe5}', "full-width yen sign"),
];

/// The Unicode names of ASCII punctuation, in lower case.
const ASCII: &[(char, &str)] = &[
    ('!', "exclamation mark"),
    ('"', "quotation mark"),
    ('#', "number sign"),
    ('$', "dollar sign"),
    ('%', "percent sign"),
    ('&', "ampersand"),
    ('\'', "apostrophe"),
    ('(', "left parenthesis"),
    (')', "right parenthesis"),
    ('*', "asterisk"),
    ('+', "plus sign"),
    (',', "comma"),
    ('-', "hyphen-minus"),
    ('.', "full stop"),
    ('/', "solidus"),
    (':', "colon"),
    (';', "semicolon"),
    ('<', "less-than sign"),
    ('=', "equals sign"),
    ('>', "greater-than sign"),
    ('?', "question mark"),
    ('@', "commercial at"),
    ('[', "left square bracket"),
    ('\\', "reverse solidus"),
    (']', "right square bracket"),
    ('^', "circumflex accent"),
    ('_', "low line"),
    ('`', "grave accent"),
    ('{', "left brace"),
    ('|', "vertical line"),
    ('}', "right brace"),
    ('~', "tilde"),
];

/// Names a character: `` `成` ``, `` `：` (U+FF1A full-width colon) ``, `U+00A0 no-break space`.
pub(crate) fn describe(character: char) -> String {
    match (code_point(character), is_unseen(character)) {
        (name, true) => name,
        (name, false) if name.contains(' ') => format!("`{character}` ({name})"),
        (_, false) => format!("`{character}`"),
    }
}

/// Returns the code point of a character and, if it is easily mistaken for another, its name:
/// `U+FF1A full-width colon`.
pub(crate) fn code_point(character: char) -> String {
    let point = format!("U+{:04X}", u32::from(character));
    if let Some(name) = lookup(NAMES, character) {
        return format!("{point} {name}");
    }
    let Some(narrow) = full_width(character) else {
        return point;
    };
    match lookup(ASCII, narrow) {
        Some(name) => format!("{point} full-width {name}"),
        None => format!("{point} full-width {narrow}"),
    }
}

fn lookup(names: &[(char, &'static str)], character: char) -> Option<&'static str> {
    for (known, name) in names {
        if *known == character {
            return Some(name);
        }
    }
    None
}

/// Whether a reader cannot see the character or tell which one it is.
pub(crate) fn is_unseen(character: char) -> bool {
    character.is_whitespace() || character.is_control() || crate::texts::is_invisible(character)
}

/// Whether a character takes up no space.
pub(crate) fn is_zero_width(character: char) -> bool {
    is_unseen(character)
        && !character.is_whitespace()
        && !matches!(character, '\u{2800}' | '\u{3164}' | '\u{ffa0}')
}

/// Returns the ASCII form of a full-width character.
fn full_width(character: char) -> Option<char> {
    match character {
        '！'..='～' => char::from_u32(u32::from('!') + u32::from(character) - u32::from('！')),
        _ => None,
    }
}

/// Returns the character of Fluent's syntax that an input method or word processor replaced with
/// this one.
pub(crate) fn narrow(character: char) -> Option<char> {
    match character {
        '“' | '”' | '„' | '‟' => Some('"'),
        '￥' | '¥' => Some('$'),
        '‐' | '‑' | '–' | '—' | '−' => Some('-'),
        '【' => Some('['),
        '】' => Some(']'),
        '，' | '、' => Some(','),
        '。' | '｡' | '·' | '・' | '･' => Some('.'),
        _ => full_width(character),
    }
}

/// Returns a text with the characters of Fluent's syntax, as [`narrow`] does.
pub(crate) fn narrowed(text: &str) -> String {
    text.chars().map(|character| narrow(character).unwrap_or(character)).collect()
}

/// Returns the words of a text in lower case. An apostrophe ends one.
pub(crate) fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase)
}

/// Whether a character is a vowel sign or another mark on a letter.
pub(crate) fn is_combining(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{5b0}'..='\u{5c7}' | '\u{64b}'..='\u{65f}'
        | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}')
}

/// Returns the letters and digits of a text in lower case: what is the same with other punctuation.
pub(crate) fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}
