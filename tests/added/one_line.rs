//! Every text is one line with something to see: how lines are joined, and which texts are empty.

use im_error_l10n::{Rule, fluent_args};

use super::{english, findings, french, text};

#[test]
fn a_line_break_between_wide_characters_leaves_no_space() {
    for (lines, expected) in [
        // Han, kana, full-width and half-width punctuation, emoji.
        (["已经是好友了，", "请勿重复添加"], "已经是好友了，请勿重复添加"),
        (["好友", "列表"], "好友列表"),
        (["ひらがな", "カタカナ"], "ひらがなカタカナ"),
        (["ﾊﾝｶｸ", "ｶﾅ"], "ﾊﾝｶｸｶﾅ"),
        (["好。", "“好”"], "好。 “好”"),
        (["「好」", "《友》"], "「好」《友》"),
        (["ＡＢ", "１２"], "ＡＢ１２"),
        (["👍", "好"], "👍好"),
        (["𠀀", "𰀀"], "𠀀𰀀"),
        // If one side is not wide, or in Hangul, the break becomes a space.
        (["好友", "list"], "好友 list"),
        (["list", "好友"], "list 好友"),
        (["친구", "목록"], "친구 목록"),
        (["好友", "목록"], "好友 목록"),
        (["a", "b"], "a b"),
        (["好", "1"], "好 1"),
    ] {
        let value = format!("\n    {}\n    {}", lines[0], lines[1]);
        assert_eq!(text(&value), expected);
        let value = format!("\n    {}\n\n\n    {}", lines[0], lines[1]);
        assert_eq!(text(&value), expected);
        let value = format!("{}{{ \"\\u000A\" }}{}", lines[0], lines[1]);
        assert_eq!(text(&value), expected);
        // In a suggestion, with CRLF, and through a term.
        let source = format!(
            "-t =\r\n    {0}\r\n    {1}\r\nerror-is-friend = {{ -t }}\r\n    .suggestion =\r\n    \
             {0}\r\n    {1}\r\n",
            lines[0], lines[1]
        );
        let localizer = french(&source);
        let message = localizer.message(60, "qaa");
        assert_eq!((message.text(), message.suggestion()), (expected, Some(expected)));
    }
}

/// Returns the characters that show nothing, by the Unicode Character Database or in practice.
fn invisible() -> Vec<char> {
    let mut all: Vec<char> = vec![
        ' ',
        '\u{a0}',
        '\u{ad}',
        '\u{34f}',
        '\u{61c}',
        '\u{115f}',
        '\u{1160}',
        '\u{1680}',
        '\u{17b4}',
        '\u{17b5}',
        '\u{180e}',
        '\u{202f}',
        '\u{205f}',
        '\u{2800}',
        '\u{3000}',
        '\u{3164}',
        '\u{feff}',
        '\u{ffa0}',
        '\u{e0001}',
    ];
    all.extend('\u{2000}'..='\u{200f}');
    all.extend('\u{2028}'..='\u{202e}');
    all.extend('\u{2060}'..='\u{206f}');
    all.extend('\u{fe00}'..='\u{fe0f}');
    all.extend('\u{180b}'..='\u{180f}');
    all.extend('\u{e0020}'..='\u{e007f}');
    all.extend('\u{e0100}'..='\u{e01ef}');
    all.extend('\u{fdd0}'..='\u{fdef}');
    all.extend('\u{80}'..='\u{9f}');
    for plane in 0..=0x10 {
        all.extend(char::from_u32(plane * 0x10000 + 0xfffe));
        all.extend(char::from_u32(plane * 0x10000 + 0xffff));
    }
    all
}

#[test]
fn texts_of_invisible_characters_count_as_missing() {
    for character in invisible() {
        let escape = format!("{{ \"\\U{:06X}\" }}", u32::from(character));
        for value in [escape.clone(), escape.repeat(3), format!("{escape}{{ \" \" }}{{ \"\" }}")] {
            let localizer = french(&format!("error-is-friend = {value}"));
            assert_eq!(localizer.text(60, "qaa"), english(60), "{value}");
            assert_eq!(
                findings(&localizer),
                [
                    "qaa/added-1.ftl:1:1: error: this text has no visible characters; write the text [empty-text]"
                ],
                "{value}"
            );
            // An invisible suggestion counts as none.
            let source = format!("error-is-friend = ami\n    .suggestion = {value}");
            let localizer = french(&source);
            let message = localizer.message(60, "qaa");
            assert_eq!((message.text(), message.suggestion()), ("ami", None), "{value}");
            assert_eq!(localizer.findings()[0].rule, Rule::EmptyText);
            // An invisible argument does not make a text either.
            let localizer = french("error-is-friend = { $x }");
            let chain = localizer.negotiate(["qaa"]);
            let args = fluent_args!["x" => character.to_string()];
            assert_eq!(chain.text_with(60, &args), english(60), "{character:?}");
        }
        // Next to a visible character it is kept, unless it is a space or a line break.
        let value = format!("{{ \"a\\U{:06X}b\" }}", u32::from(character));
        assert!(["a b", &format!("a{character}b")].contains(&&*text(&value)), "{value}");
    }
}

#[test]
fn texts_with_a_visible_character_are_not_empty() {
    for visible in ["a", "-", ".", "!", "好", "👍", "\u{301}", "0", "\u{e000}", "\u{fffd}", "→"]
    {
        assert_eq!(text(visible), visible);
    }
}
