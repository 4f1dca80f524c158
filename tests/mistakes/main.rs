//! Mistakes that translators make, each seeded into the repository's own files: each causes one finding
//! of the right rule, at the wrong character, and following its advice fixes the mistake.
//!
//! `mistakes.jsonl` has one mistake per line. `from` is replaced by `to`, in which `⟦ ⟧` mark the place
//! of the finding. `fix` is what the finding says to write there; where the advice is not a
//! replacement, `then` is the correct text. `says` is a part of the message. A mistake that is `open` is not
//! found as it should be yet.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

mod folder;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::thread;

use im_error_l10n::edit;
use im_error_l10n::lint::read_dir;
use im_error_l10n::{Finding, Rule};
use serde_json::Value;

use folder::{Folder, Known, copy, known, locales};

const MISTAKES: &str = include_str!("mistakes.jsonl");
/// Edits that are no mistakes, in the same form.
const HARMLESS: &str = include_str!("harmless.jsonl");
/// The findings of each mistake, in the order of the file.
const WORDS: &str = include_str!("findings.txt");
const MARKS: [char; 2] = ['⟦', '⟧'];

fn unmarked(text: &str) -> String {
    text.replace(MARKS, "")
}

/// The line and the column of a place in a text, from 1.
fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let line = before.rsplit('\n').next().unwrap();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

/// A mistake in its folder.
struct Made<'m> {
    folder: Folder,
    file: &'m str,
    /// The file before and after.
    before: Option<String>,
    after: Option<String>,
    known: Known,
}

impl Made<'_> {
    /// Returns the findings that were not there before the mistake, wherever they were.
    fn new_findings(&self) -> Vec<Finding> {
        let mut findings = self.folder.lint();
        findings.retain(|finding| {
            let path = self.folder.relative(finding);
            let is_same = |(rule, file, message): &(Rule, String, String)| {
                (*rule, &**file, message) == (finding.rule, path, &finding.message)
            };
            !self.known.iter().any(is_same)
        });
        findings
    }
}

fn field<'m>(mistake: &'m Value, name: &str) -> Option<&'m str> {
    mistake[name].as_str()
}

fn make(mistake: &Value) -> Made<'_> {
    let file = field(mistake, "file").unwrap_or("zh-CN/errors.ftl");
    let is_own = |name: &str| field(mistake, name).is_some_and(|tag| file.starts_with(tag));
    // A new locale is not in the folder yet.
    let folder = Folder::new(if is_own("base") || is_own("new") { "en-US/" } else { file });
    let base = field(mistake, "base");
    if let Some(tag) = base {
        folder.new_locale(tag);
    }
    let known = known(&folder, (file.split_once('/').unwrap().0, base.unwrap_or_default()));
    if let Some(tag) = field(mistake, "new") {
        folder.new_locale(tag);
    }
    let mut made = Made { folder, file, before: None, after: None, known };
    let folder = &made.folder;
    let pair = |name: &str| Some((mistake[name][0].as_str()?, mistake[name][1].as_str()?));
    if let Some((from, to)) = pair("copy") {
        copy(&folder.path(from), &folder.path(to));
    }
    if let Some((from, to)) = pair("move") {
        fs::rename(folder.path(from), folder.path(to)).unwrap();
    }
    if let Some((path, text)) = pair("write") {
        folder.write(path, text);
    }
    if let Some(path) = field(mistake, "mkdir") {
        fs::create_dir(folder.path(path)).unwrap();
    }
    #[cfg(unix)]
    if let Some(path) = field(mistake, "link") {
        std::os::unix::fs::symlink("nowhere", folder.path(path)).unwrap();
    }
    if let Some(encoding) = field(mistake, "encode") {
        let text = folder.read(file);
        let wide = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect()
        };
        folder.write(
            file,
            match encoding {
                "utf-16le" => wide(u16::to_le_bytes),
                "utf-16be" => wide(u16::to_be_bytes),
                _ => include_bytes!("gbk.ftl").to_vec(),
            },
        );
    }
    if let Some(pad) = field(mistake, "pad") {
        let text = folder.read(file);
        folder.write(file, text + &pad.repeat((1 << 20) / pad.len() + 1));
    }
    if let (Some(from), Some(to)) = (field(mistake, "from"), field(mistake, "to")) {
        let before = folder.read(file);
        let start = before.find(from).unwrap_or_else(|| panic!("{from:?} is not in {file}"));
        let mut to = to.to_owned();
        if let Some(expand) = mistake["expand"].as_array() {
            let (open, count) = (expand[1].as_str().unwrap(), expand[2].as_u64().unwrap() as usize);
            let nested = format!("{}{}", open.repeat(count), "1".to_owned() + &"}".repeat(count));
            to = to.replace(expand[0].as_str().unwrap(), &nested);
        }
        let after = format!("{}{to}{}", &before[..start], &before[start + from.len()..]);
        let dropped = field(mistake, "drop").map_or(after.clone(), |text| {
            let rest = after.rfind(text).unwrap();
            format!("{}{}", &after[..rest], &after[rest + text.len()..])
        });
        folder.write(file, unmarked(&dropped));
        made.before = Some(before);
        made.after = Some(dropped);
    }
    made
}

/// Checks the findings of one mistake, and returns what is wrong with them.
fn fault(mistake: &Value, made: &Made<'_>, mut findings: Vec<Finding>) -> Option<String> {
    let quiet = mistake["quiet"].as_array();
    findings.retain(|finding| {
        !quiet.is_some_and(|quiet| quiet.iter().any(|rule| *rule == finding.rule.id()))
    });
    let [finding] = &findings[..] else {
        let all: Vec<_> = findings.iter().take(5).map(ToString::to_string).collect();
        return Some(format!("{} findings:\n    {}", findings.len(), all.join("\n    ")));
    };
    if finding.rule.id() != field(mistake, "rule")? {
        return Some(format!("wrong rule: {finding}"));
    }
    let path = field(mistake, "path").unwrap_or(made.file);
    if mistake["move"].is_null() && !finding.path.ends_with(path) {
        return Some(format!("wrong file: {finding}"));
    }
    if let Some(says) = field(mistake, "says").filter(|says| !finding.message.contains(says)) {
        return Some(format!("does not say {says:?}: {finding}"));
    }
    place_fault(mistake, made, finding).or_else(|| fix_fault(mistake, made, finding))
}

/// Returns what is wrong with the place of the finding.
fn place_fault(mistake: &Value, made: &Made<'_>, finding: &Finding) -> Option<String> {
    let marked = match field(mistake, "at") {
        Some(at) => {
            let text = made.folder.read(field(mistake, "path").unwrap_or(made.file));
            text.replacen(&unmarked(at), at, 1)
        }
        None => made.after.clone()?,
    };
    let start = marked.find('⟦')?;
    let end = marked.find('⟧')? - '⟦'.len_utf8();
    let text = unmarked(&marked);
    let (line, column) = line_and_column(&text, start);
    let (end_line, end_column) = line_and_column(&text, end);
    let found = (finding.line, finding.column, finding.end_line, finding.end_column);
    if found == (line, column, end_line, end_column) && finding.span == (start..end) {
        return None;
    }
    let shown = text.get(finding.span.clone());
    Some(format!(
        "expected {line}:{column} to {end_line}:{end_column}: {finding}: {found:?} {shown:?}"
    ))
}

/// Returns why following the advice does not fix the mistake.
fn fix_fault(mistake: &Value, made: &Made<'_>, finding: &Finding) -> Option<String> {
    if let Some(fix) = field(mistake, "fix") {
        let message = &finding.message;
        let is_said = match fix.trim() {
            "" => ["remove", "space", "join"].iter().any(|word| message.contains(word)),
            fix => ["", ".", "$"].iter().any(|mark| message.contains(&format!("`{mark}{fix}`"))),
        };
        if !is_said {
            return Some(format!("does not say to write {fix:?}: {finding}"));
        }
        let mut text = made.folder.read(made.file);
        text.replace_range(finding.span.clone(), fix);
        made.folder.write(made.file, text);
    } else if let (Some(from), Some(then)) = (field(mistake, "from"), field(mistake, "then")) {
        let before = made.before.as_deref()?;
        made.folder.write(made.file, before.replacen(from, then, 1));
    } else if let Some(id) = field(mistake, "accept") {
        let (files, _) = read_dir(made.folder.root()).unwrap();
        let (record, _) = edit::accept(&files, "zh-CN", Some(&[id])).unwrap();
        made.folder.write("zh-CN/accepted.txt", record);
    } else {
        return None;
    }
    let mut left = made.new_findings();
    left.retain(|left| left.rule != Rule::SourceChanged);
    (!left.is_empty()).then(|| format!("after the advice: {}; left: {}", finding, left[0]))
}

fn mistakes() -> Vec<Value> {
    MISTAKES.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn is_open(mistake: &Value) -> bool {
    mistake["open"] == true
}

/// What became of a mistake.
struct Judged {
    mistake: Value,
    /// Its findings, each on a line.
    words: String,
    fault: Option<String>,
}

fn judge(mistake: Value) -> Judged {
    let made = make(&mistake);
    let findings = made.new_findings();
    let folder = format!("{}/", made.folder.root().display());
    let mut words = String::new();
    for finding in &findings {
        // The operating system's part of a message varies.
        let text = finding.to_string().replace(&folder, "").replace('\u{b}', "");
        words.push_str(text.split(" (os error").next().unwrap());
        words.push('\n');
    }
    let fault = fault(&mistake, &made, findings);
    drop(made);
    Judged { mistake, words, fault }
}

/// All mistakes, in the order of the file, made by several threads.
fn judged() -> &'static [Judged] {
    static JUDGED: LazyLock<Vec<Judged>> = LazyLock::new(|| {
        let mistakes = mistakes();
        let threads = thread::available_parallelism().unwrap().get();
        let share = mistakes.len().div_ceil(threads);
        thread::scope(|scope| {
            let judge_all = |share: &[Value]| share.iter().cloned().map(judge).collect::<Vec<_>>();
            let shares: Vec<_> =
                mistakes.chunks(share).map(|share| scope.spawn(move || judge_all(share))).collect();
            shares.into_iter().flat_map(|share| share.join().unwrap()).collect()
        })
    });
    &JUDGED
}

#[test]
fn each_mistake_is_one_finding_that_helps() {
    let mut faults = Vec::new();
    for Judged { mistake, fault, .. } in judged() {
        match (fault, is_open(mistake)) {
            (Some(fault), false) => {
                faults.push(format!("{} ({}): {fault}", mistake["name"], mistake["rule"]));
            }
            (None, true) => faults.push(format!("{} is no longer open", mistake["name"])),
            _ => {}
        }
    }
    assert!(faults.is_empty(), "{} mistakes:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn findings_match_the_recorded_texts() {
    let mut words = String::new();
    for judged in judged().iter().filter(|judged| !is_open(&judged.mistake)) {
        words.push_str(&judged.words);
    }
    if std::env::var_os("UPDATE_FINDINGS").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes/findings.txt");
        fs::write(path, &words).unwrap();
        return;
    }
    for (found, expected) in words.lines().zip(WORDS.lines()) {
        assert_eq!(found, expected);
    }
    assert_eq!(words.lines().count(), WORDS.lines().count());
}

#[test]
fn harmless_edits_cause_no_findings() {
    let edits: Vec<Value> =
        HARMLESS.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(edits.len() >= 60, "{}", edits.len());
    let mut faults = Vec::new();
    for edit in &edits {
        // An edit of the source means work in the other locales.
        let findings = make(edit).new_findings().into_iter();
        for finding in findings.filter(|finding| finding.rule != Rule::SourceChanged) {
            faults.push(format!("{}: {finding}", edit["name"]));
        }
    }
    assert!(faults.is_empty(), "{} findings:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_locales_have_no_mistakes_of_their_own() {
    for locale in fs::read_dir(locales()).unwrap() {
        let file = format!("{}/errors.ftl", locale.unwrap().file_name().to_str().unwrap());
        let mut findings = Folder::new(&file).lint();
        findings.retain(|finding| finding.rule != Rule::MissingMessage);
        assert_eq!(findings, []);
    }
}

#[test]
fn every_rule_has_at_least_two_mistakes() {
    for rule in Rule::ALL {
        let count = mistakes().iter().filter(|mistake| mistake["rule"] == rule.id()).count();
        assert!(count >= 2, "{rule}: {count}");
    }
}
