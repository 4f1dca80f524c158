//! `preview`: one page that shows every message as a toast, in all locales.

use std::io::Write;
use std::path::Path;

use im_error_l10n::edit::{self, Note};
use im_error_l10n::lint::SOURCE;
use im_error_l10n::{ErrorType, Finding, LocaleChain, LocalizedMessage, Localizer};
use serde_json::{Map, Value, json};
use unicode_width::UnicodeWidthStr;

use crate::args::Preview;
use crate::codes::{self, UNKNOWN_ID, own_code, own_id};
use crate::folder::{self, Folder};
use crate::outcome::{Failure, Outcome, Status};
use crate::output::{self, escaped};
use crate::watch;
use crate::write::overwrite;

const PAGE: &str = include_str!("preview/page.html");
const STYLE: &str = include_str!("preview/page.css");
const SCRIPT: &str = include_str!("preview/page.js");

pub(crate) fn run(args: &Preview, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let path = args.output.as_path();
    let chosen = folder::choose(args.overlay.path.as_deref(), dir)?;
    let read = || Folder::read(chosen).and_then(|folder| data(args, &folder));
    if !args.watch {
        overwrite(path, &page(&read()?))?;
        writeln!(out, "wrote {}", escaped(path.display()))?;
        return Ok(Status::Success);
    }
    watch::repeat(chosen.0, || {
        let data = match read() {
            Err(Failure::Other(message)) => broken(&message),
            data => data?,
        };
        overwrite(path, &page(&data))?;
        writeln!(
            out,
            "wrote {}; watching {}",
            escaped(path.display()),
            escaped(chosen.0.display())
        )?;
        Ok(out.flush()?)
    })
}

/// Puts style, script and data into the page.
fn page(data: &Value) -> String {
    // A `<` in a text could end the script element that holds the data.
    let data = data.to_string().replace('<', "\\u003c");
    let page = PAGE.replace("/*CSS*/", STYLE).replace("/*JS*/", SCRIPT);
    page.replacen("/*DATA*/", &data, 1)
}

/// A page that only says why there is nothing to show.
fn broken(message: &str) -> Value {
    json!({
        "locales": [], "messages": [], "findings": [],
        "broken": message, "watching": true,
    })
}

fn data(args: &Preview, folder: &Folder) -> Result<Value, Failure> {
    let localizer = folder.localizer()?;
    let chosen = folder.chosen(&args.locales)?;
    let findings = folder.lint(&args.locales);
    let mut locales: Vec<Column<'_>> = Vec::new();
    // Translators compare with the English, wherever it comes from.
    if !localizer.locales().any(|tag| tag == SOURCE) {
        locales.push(Column::new(folder, Localizer::builtin(), SOURCE));
    }
    for tag in localizer.locales() {
        if tag == SOURCE || args.locales.is_empty() || chosen.contains(&tag) {
            locales.push(Column::new(folder, &localizer, tag));
        }
    }
    let mut messages: Vec<Value> = Vec::new();
    for (code, id) in codes::all() {
        messages.push(message(&locales, &findings, code, id));
    }
    for code in folder.own_codes() {
        messages.push(message(&locales, &findings, code, &own_id(code)));
    }
    let columns: Vec<Value> = locales.iter().map(|locale| column(locale.tag)).collect();
    let of_no_message = findings.iter().filter(|finding| !has_card(finding));
    Ok(json!({
        "locales": columns,
        "messages": messages,
        "findings": of_no_message.map(output::finding).collect::<Vec<_>>(),
        "broken": null,
        "watching": args.watch,
    }))
}

/// One column of the page.
struct Column<'a> {
    tag: &'a str,
    chain: LocaleChain,
    notes: Vec<Note>,
}

impl<'a> Column<'a> {
    fn new(folder: &Folder, localizer: &'a Localizer, tag: &'a str) -> Column<'a> {
        let notes = edit::notes(&folder.files, tag);
        Column { tag, chain: localizer.negotiate([tag]), notes }
    }

    /// Returns the message, unless another locale answers.
    fn message(&self, code: i32) -> Option<LocalizedMessage<'_>> {
        let message = self.chain.message(code);
        (message.locale() == self.tag && !message.is_fallback()).then_some(message)
    }

    fn note(&self, id: &str) -> Option<&Note> {
        self.notes.iter().find(|note| note.id == id)
    }
}

fn column(tag: &str) -> Value {
    let dir = if is_right_to_left(tag) { "rtl" } else { "ltr" };
    json!({ "tag": tag, "dir": dir })
}

fn is_right_to_left(tag: &str) -> bool {
    use unic_langid::{CharacterDirection, LanguageIdentifier};

    let locale: Option<LanguageIdentifier> = tag.parse().ok();
    locale.is_some_and(|locale| locale.character_direction() == CharacterDirection::RTL)
}

/// Whether a finding is about a message that the page shows.
fn has_card(finding: &Finding) -> bool {
    let id = finding.id.as_deref().unwrap_or_default();
    id == UNKNOWN_ID || ErrorType::from_message_id(id).is_some() || own_code(id).is_some()
}

fn message(locales: &[Column<'_>], findings: &[Finding], code: i32, id: &str) -> Value {
    let error = ErrorType::from_code(code);
    let source = locales.iter().find(|locale| locale.tag == SOURCE);
    let source_note = source.and_then(|source| source.note(id));
    let comment = source_note.map(|note| note.comment.clone()).or_else(|| {
        let embedded = edit::notes(&[], SOURCE);
        embedded.into_iter().find(|note| note.id == id).map(|note| note.comment)
    });
    let mut texts = Map::new();
    for locale in locales {
        let is_about_this =
            |finding: &&Finding| finding.locale == locale.tag && finding.id.as_deref() == Some(id);
        let badges: Vec<Value> = findings.iter().filter(is_about_this).map(badge).collect();
        // A locale without the message of an application's code says that it is unknown.
        let is_own = own_code(id).is_some();
        let message = locale.message(code).filter(|_| !is_own || locale.note(id).is_some());
        let suggestion = message.as_ref().and_then(LocalizedMessage::suggestion);
        let words = message.as_ref().map(LocalizedMessage::text);
        texts.insert(locale.tag.to_owned(), text(words, suggestion, locale.note(id), badges));
    }
    json!({
        "code": error.map(ErrorType::code).or(own_code(id)),
        "name": error.map(ErrorType::name),
        "id": id,
        "comment": comment.unwrap_or_default(),
        "texts": texts,
    })
}

fn text(
    text: Option<&str>,
    suggestion: Option<&str>,
    note: Option<&Note>,
    badges: Vec<Value>,
) -> Value {
    json!({
        "text": text,
        "suggestion": suggestion,
        "width": text.map(UnicodeWidthStr::width),
        "max": note.map(|note| note.max_width),
        "findings": badges,
    })
}

fn badge(finding: &Finding) -> Value {
    json!({
        "rule": finding.rule.id(),
        "severity": finding.severity().to_string(),
        "message": finding.message,
        "line": finding.line,
    })
}
