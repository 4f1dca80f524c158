//! `preview`: one page with every text as a toast, in all locales.

mod pseudo;

use std::io::Write;
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use im_error_l10n::lint::{self, Finding, Note, SOURCE};
use im_error_l10n::{ErrorType, LocaleChain, Localizer, Message, Source};
use notify::{RecursiveMode, Watcher};
use serde_json::{Map, Value, json};
use unicode_width::UnicodeWidthStr;

use crate::args::Preview;
use crate::folder::{self, Folder};
use crate::{Failure, Outcome, Status};

const PAGE: &str = include_str!("preview/page.html");
const STYLE: &str = include_str!("preview/page.css");
const SCRIPT: &str = include_str!("preview/page.js");

/// The number that stands for all those that the table lacks.
const UNKNOWN: i32 = 99999;
/// The source's texts with accents, and from right to left: layout trouble shows in them.
const ACCENTED: &str = "en-XA";
const MIRRORED: &str = "ar-XB";

pub(crate) fn run(args: &Preview, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let path = args.output.as_path();
    if !args.watch {
        folder::write(path, &page(&data(&Folder::open(dir)?, false)?))?;
        writeln!(out, "wrote {}", path.display())?;
        return Ok(Status::Fine);
    }
    let dir = folder::to_write(dir)?;
    let (sender, changes) = mpsc::channel();
    let failed = |error: notify::Error| {
        Failure::new(format_args!("cannot watch `{}`: {error}", dir.display()))
    };
    let mut watcher = notify::recommended_watcher(sender).map_err(failed)?;
    watcher.watch(dir, RecursiveMode::Recursive).map_err(failed)?;
    loop {
        let data = Folder::read(dir).and_then(|folder| data(&folder, true));
        let data = data.or_else(|failure| match failure {
            Failure::Other(message) => Ok(broken(&message)),
            Failure::ClosedPipe => Err(failure),
        })?;
        folder::write(path, &page(&data))?;
        writeln!(out, "wrote {}; watching {}", path.display(), dir.display())?;
        out.flush()?;
        wait(&changes).ok_or_else(|| Failure::new("the file watcher stopped"))?;
    }
}

/// Waits for a change of a text, and then until an editor is done writing.
fn wait(changes: &mpsc::Receiver<notify::Result<notify::Event>>) -> Option<()> {
    const QUIET: Duration = Duration::from_millis(100);
    let is_text = |event: &notify::Event| {
        let mut names = event.paths.iter().filter_map(|path| path.to_str());
        // The page itself may be in the folder, and temporary files of editors are.
        !event.kind.is_access() && names.any(|it| it.ends_with(".ftl") || it.ends_with(".txt"))
    };
    while !changes.recv().ok()?.is_ok_and(|event| is_text(&event)) {}
    loop {
        match changes.recv_timeout(QUIET) {
            Ok(_) => {}
            Err(RecvTimeoutError::Timeout) => return Some(()),
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
}

/// Puts style, script and data into the page.
fn page(data: &Value) -> String {
    // `<` would let a text end the script element that holds it.
    let data = data.to_string().replace('<', "\\u003c");
    let page = PAGE.replace("/*CSS*/", STYLE).replace("/*JS*/", SCRIPT);
    page.replacen("/*DATA*/", &data, 1)
}

/// A page that only says why there is nothing to show.
fn broken(message: &str) -> Value {
    json!({
        "source": SOURCE, "locales": [], "messages": [], "findings": [],
        "broken": message, "watching": true,
    })
}

fn data(folder: &Folder, watching: bool) -> Result<Value, Failure> {
    let localizer = folder.localizer()?;
    let findings = folder.lint();
    let locales: Vec<Locale<'_>> =
        localizer.locales().map(|tag| Locale::new(folder, &localizer, tag)).collect();
    let codes = ErrorType::ALL.iter().map(|error| error.code()).chain([UNKNOWN]);
    let messages: Vec<Value> =
        codes.map(|code| message(folder, &locales, &findings, code)).collect();
    let mut columns: Vec<Value> = locales.iter().map(|it| column(it.tag, "ltr", false)).collect();
    columns.push(column(ACCENTED, "ltr", true));
    columns.push(column(MIRRORED, "rtl", true));
    let of_no_message = findings.iter().filter(|finding| !has_card(finding));
    Ok(json!({
        "source": SOURCE,
        "locales": columns,
        "messages": messages,
        "findings": of_no_message.map(|it| json!({
            "locale": it.locale, "path": it.path, "line": it.line, "column": it.column,
            "rule": it.rule.id(), "severity": it.severity.to_string(), "id": it.id,
            "message": it.message,
        })).collect::<Vec<_>>(),
        "broken": null,
        "watching": watching,
    }))
}

/// One column of the page.
struct Locale<'a> {
    tag: &'a str,
    chain: LocaleChain<'a>,
    notes: Vec<Note>,
}

impl<'a> Locale<'a> {
    fn new(folder: &Folder, localizer: &'a Localizer, tag: &'a str) -> Locale<'a> {
        let notes = lint::notes(&folder.files, tag);
        Locale { tag, chain: localizer.negotiate([tag]), notes }
    }

    /// The message of this locale and no other.
    fn message(&self, code: i32) -> Option<Message<'a>> {
        let message = self.chain.message(code);
        (message.locale() == self.tag && message.source() != Source::Fallback).then_some(message)
    }

    fn note(&self, id: &str) -> Option<&Note> {
        self.notes.iter().find(|note| note.id == id)
    }
}

fn column(tag: &str, dir: &str, pseudo: bool) -> Value {
    let dir = if is_right_to_left(tag) { "rtl" } else { dir };
    json!({ "tag": tag, "name": tag, "dir": dir, "pseudo": pseudo })
}

fn is_right_to_left(tag: &str) -> bool {
    use icu_locale::{LanguageIdentifier, LocaleDirectionality};

    let locale: Option<LanguageIdentifier> = tag.parse().ok();
    locale.is_some_and(|it| LocaleDirectionality::new_extended().is_right_to_left(&it))
}

/// Whether a finding is about a message that the page shows.
fn has_card(finding: &Finding) -> bool {
    finding.id.as_deref().is_some_and(|id| lint::known_id(id).is_ok())
}

fn message(folder: &Folder, locales: &[Locale<'_>], findings: &[Finding], code: i32) -> Value {
    let error = ErrorType::from_code(code);
    let id = error.map_or("error-unknown", ErrorType::message_id);
    let source = locales.iter().find(|it| it.tag == SOURCE);
    let own = source.and_then(|it| it.note(id)).map(|note| note.comment.clone());
    let comment = own.or_else(|| {
        let embedded = lint::notes(&folder.source().into_iter().collect::<Vec<_>>(), SOURCE);
        embedded.into_iter().find(|note| note.id == id).map(|note| note.comment)
    });
    let mut texts = Map::new();
    for locale in locales {
        let about = |it: &&Finding| it.locale == locale.tag && it.id.as_deref() == Some(id);
        let findings: Vec<Value> = findings.iter().filter(about).map(badge).collect();
        let max = locale.note(id).map(|note| note.max_width);
        texts.insert(locale.tag.to_owned(), text(locale.message(code).as_ref(), max, findings));
    }
    if let Some(message) = source.and_then(|it| it.message(code)) {
        let max = source.and_then(|it| it.note(id)).map(|note| note.max_width);
        // Mirroring changes the order only, and the marks that do it take no column.
        let widths = [pseudo::accented(message.text()).width(), message.text().width()];
        let changes = [pseudo::accented as fn(&str) -> String, pseudo::mirrored];
        for ((tag, change), width) in [ACCENTED, MIRRORED].into_iter().zip(changes).zip(widths) {
            let text = json!({
                "text": change(message.text()),
                "suggestion": message.suggestion().map(change),
                "width": width,
                "max": max,
                "findings": [],
            });
            texts.insert(tag.to_owned(), text);
        }
    }
    json!({
        "code": error.map(ErrorType::code),
        "name": error.map(ErrorType::name),
        "id": id,
        "comment": comment.unwrap_or_default(),
        "texts": texts,
    })
}

fn text(message: Option<&Message<'_>>, max: Option<usize>, findings: Vec<Value>) -> Value {
    json!({
        "text": message.map(Message::text),
        "suggestion": message.and_then(Message::suggestion),
        "width": message.map(|it| it.text().width()),
        "max": max,
        "findings": findings,
    })
}

fn badge(finding: &Finding) -> Value {
    json!({
        "rule": finding.rule.id(),
        "severity": finding.severity.to_string(),
        "message": finding.message,
        "line": finding.line,
    })
}
