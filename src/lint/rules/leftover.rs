//! Notes of translators and tools that were left in a text.

use std::ops::Range;

use fluent_syntax::ast::{Pattern, PatternElement};

use crate::finding::{Finding, Rule};
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::scan::{after, before, is_ascii_word};
use crate::lint::model::visible::Visible;

/// What a translation is called, where somebody or a program wrote it before one.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "here is the translation", "here’s the translation", "voici la traduction",
    "hier ist die übersetzung", "aquí está la traducción", "aqui está a tradução",
    "oto tłumaczenie", "вот перевод", "以下是翻译", "以下是翻譯", "以下が翻訳です", "translation",
    "translated text", "translated", "target", "output", "result", "译文", "译", "翻译",
    "翻译结果", "譯文", "譯", "翻譯", "翻譯結果", "翻訳", "訳文", "訳", "번역", "번역문",
    "übersetzung", "traduction", "traducción", "traduzione", "tradução", "tłumaczenie", "перевод",
    "переклад", "μετάφραση", "ترجمة", "الترجمة", "תרגום", "अनुवाद", "คำแปล", "แปล", "การแปล",
    "bản dịch", "terjemahan", "çeviri", "vertaling", "översättning", "oversættelse",
    "oversettelse", "käännös", "překlad", "preklad", "fordítás", "traducere", "превод",
    "prijevod", "prevod", "traducció", "ترجمه", "ترجمہ", "অনুবাদ", "மொழிபெயர்ப்பு", "అనువాదం",
    "भाषांतर",
];

/// Notes that a text is not finished.
#[rustfmt::skip]
const NOTES: &[&str] = &[
    "TODO", "FIXME", "XXX", "TBD", "TBC", "待翻译", "待翻譯", "未翻译", "未翻譯", "未訳",
    "要翻訳", "미번역", "仮訳",
];

/// The same, which without brackets may be what the text says.
#[rustfmt::skip]
const IN_BRACKETS: &[&str] = &[
    "要確認", "要修正", "待确认", "待確認", "待校对", "待校對", "待审核", "待審核", "검토 필요",
    "확인 필요", "번역 필요", "翻译中", "翻譯中", "翻訳中", "번역 중", "機械翻訳", "机器翻译",
    "機器翻譯", "기계 번역", "bitte prüfen", "noch prüfen", "à vérifier", "à relire", "revisar",
    "проверить", "do sprawdzenia", "รอตรวจ", "รอตรวจสอบ", "machine translation",
    "traduction automatique", "traducción automática", "tradução automática",
    "maschinelle Übersetzung", "машинный перевод", "tłumaczenie automatyczne",
];

const NOTE: &str = "a note, not a part of the text; finish the text and remove it";

const OPENING: [char; 4] = ['(', '（', '[', '【'];
const CLOSING: [char; 4] = [')', '）', ']', '】'];

/// What spreadsheets and programs write where there is no text.
#[rustfmt::skip]
const NO_TEXTS: &[&str] = &[
    "#N/A", "#NAME?", "#REF!", "#VALUE!", "N/A", "n/a", "NaN", "None", "nil", "null", "NULL",
    "undefined", "xxx",
];

/// Rule `typing` for labels and notes.
pub(super) fn leftovers(locale: &Locale<'_>, source: Option<&Locale<'_>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for entry in locale.all_messages() {
        let may_be_note = match source {
            // A message of the source may have many messages with its id.
            Some(source) if locale.is_first(entry) => {
                source.message(entry.name).is_some_and(lacks_square_brackets)
            }
            _ => false,
        };
        for (name, pattern) in entry.patterns() {
            if let Some(text) = no_text(pattern) {
                let message = format!("`{text}` is no text; write the text");
                let place = entry.text_place(name, pattern);
                findings.push(entry.over(Rule::Typing, place, message));
                continue;
            }
            for (at, shown) in Visible::of(pattern).iter().enumerate() {
                let (range, what) = if at == 0
                    && let Some(range) = label(&shown.text, locale.language())
                {
                    (range, "a label, not a part of the text; remove it")
                } else if let Some(range) = note(&shown.text) {
                    (range, NOTE)
                } else if may_be_note && let Some(range) = in_brackets(&shown.text) {
                    (range, NOTE)
                } else {
                    continue;
                };
                let found = shown.text.get(range.clone()).unwrap_or_default().trim();
                let message = format!("`{found}` is {what}");
                findings.push(entry.over(Rule::Typing, shown.place(entry, range), message));
                break;
            }
        }
    }
    findings
}

/// Returns a text that is none: a value of a program, or only punctuation.
fn no_text<'s>(pattern: &Pattern<&'s str>) -> Option<&'s str> {
    let [PatternElement::TextElement { value }] = &*pattern.elements else {
        return None;
    };
    let text = value.trim();
    let is_mark = |c: char| c.is_ascii_punctuation() || c == '…';
    let is_none = NO_TEXTS.contains(&text) || text.chars().all(is_mark);
    (is_none && !text.is_empty()).then_some(text)
}

fn lacks_square_brackets(entry: &Entry<'_>) -> bool {
    for part in entry.parts() {
        if let Some((text, _)) = part.shown()
            && text.contains(['[', '【'])
        {
            return false;
        }
    }
    true
}

/// Finds a note in square brackets at the start or the end of a text, with the space beside it.
fn in_brackets(text: &str) -> Option<Range<usize>> {
    for (open, close) in [('[', ']'), ('【', '】')] {
        if let Some(rest) = text.strip_prefix(open)
            && let Some((_, after)) = rest.split_once(close)
            && !after.trim().is_empty()
        {
            return Some(0..text.len() - after.trim_start().len());
        }
        if let Some(rest) = text.trim_end().strip_suffix(close)
            && let Some((before, _)) = rest.rsplit_once(open)
            && !before.trim().is_empty()
        {
            return Some(before.trim_end().len()..text.trim_end().len());
        }
    }
    None
}

/// Finds `Translation: ` or `[de] ` at the start of a text.
fn label(text: &str, language: &str) -> Option<Range<usize>> {
    const COLONS: [char; 2] = [':', '：'];
    const ENDS: [char; 6] = [':', '：', ')', '）', ']', '】'];
    let end = text.find(ENDS)?;
    let (before, rest) = text.split_at_checked(end)?;
    let is_colon = rest.starts_with(COLONS);
    let is_closed = !is_colon && before.starts_with(OPENING);
    let word = before.trim_start_matches(OPENING).trim().to_lowercase();
    let is_tag = word.split(['-', '_']).next() == Some(language) && word.len() < 8;
    if !is_colon && !is_closed || !is_tag && !LABELS.contains(&&*word) {
        return None;
    }
    let rest = rest.strip_prefix(ENDS)?;
    // A colon may follow the bracket.
    let rest = if is_closed { rest.trim_start_matches(COLONS) } else { rest };
    Some(0..text.len() - rest.trim_start_matches(' ').len())
}

/// Finds a note, with the brackets around it.
fn note(text: &str) -> Option<Range<usize>> {
    for note in NOTES.iter().chain(IN_BRACKETS) {
        let Some(at) = text.find(note) else {
            continue;
        };
        let end = at + note.len();
        let (before, after) = (before(text, at), after(text, end));
        if let (Some(open), Some(close)) = (before, after)
            && OPENING.contains(&open)
            && CLOSING.contains(&close)
        {
            return Some(at - open.len_utf8()..end + close.len_utf8());
        }
        let is_part = before.is_some_and(is_ascii_word) || after.is_some_and(is_ascii_word);
        if !IN_BRACKETS.contains(note) && !is_part {
            return Some(at..end);
        }
    }
    None
}
