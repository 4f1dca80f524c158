//! `check`: findings for people, editors, programs and workflows.

use std::collections::HashMap;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use im_error_l10n::{Finding, Severity};
use serde_json::json;
use textwrap::{Options, WordSeparator, WordSplitter};

use crate::args::{Check, CheckFormat};
use crate::excerpt::{Excerpt, WIDEST};
use crate::folder::{self, Folder};
use crate::output::{self, columns, plural};
use crate::watch;
use crate::{ERROR, Failure, GOOD, Outcome, STRONG, Status, WARNING};

/// Clears the terminal and moves the cursor to its first line.
const CLEAR: &str = "\u{1b}[2J\u{1b}[3J\u{1b}[H";

pub(crate) fn run(args: &Check, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let place = folder::choose(args.overlay.path.as_deref(), dir)?;
    if !args.watch {
        return check(args, &Folder::read(place)?, out);
    }
    watch::repeat(place.0, || {
        if io::stdout().is_terminal() {
            write!(out, "{CLEAR}")?;
        }
        match Folder::read(place).and_then(|folder| check(args, &folder, out)) {
            Err(Failure::Other(message)) => writeln!(out, "{ERROR}error:{ERROR:#} {message}")?,
            Err(Failure::ClosedPipe) => return Err(Failure::ClosedPipe),
            Ok(_) => {}
        }
        writeln!(out, "watching {}; press Ctrl-C to stop", place.0.display())?;
        Ok(out.flush()?)
    })
}

fn check(args: &Check, folder: &Folder, out: &mut dyn Write) -> Outcome {
    let locales = folder.chosen(&args.locales)?;
    let findings = folder.lint(&args.locales);
    match args.format {
        CheckFormat::Human => human(folder, &locales, &findings, out)?,
        CheckFormat::Short => findings.iter().try_for_each(|finding| writeln!(out, "{finding}"))?,
        CheckFormat::Json => {
            output::json(&findings.iter().map(json).collect::<Vec<_>>(), out)?;
        }
        CheckFormat::Github => findings.iter().try_for_each(|finding| github(finding, out))?,
    }
    let counts = |finding: &Finding| args.deny_warnings || finding.severity() == Severity::Error;
    Ok(if findings.iter().any(counts) { Status::Findings } else { Status::Success })
}

pub(crate) fn json(finding: &Finding) -> serde_json::Value {
    json!({
        "rule": finding.rule.id(),
        "severity": finding.severity().to_string(),
        "locale": finding.locale,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "id": finding.id,
        "message": finding.message,
    })
}

/// Prints a GitHub workflow command, with its special characters escaped.
fn github(finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let Finding { line, column, end_line, rule, .. } = finding;
    // GitHub takes columns within one line only, and the last column instead of the end.
    let end = match finding.end_column.saturating_sub(1) {
        end if end_line == line && end >= *column => format!(",endColumn={end}"),
        _ => String::new(),
    };
    let (path, message) = (property(&finding.path), data(&finding.message));
    let severity = finding.severity();
    writeln!(out, "::{severity} file={path},line={line},col={column}{end},title={rule}::{message}")
}

/// Prints each finding with its line, and a summary for each locale.
fn human(
    folder: &Folder,
    locales: &[&str],
    findings: &[Finding],
    out: &mut dyn Write,
) -> io::Result<()> {
    let width = columns();
    // Excerpts already fit; the renderer would cut lines of Han characters in the wrong place.
    let renderer = Renderer::styled().term_width(WIDEST);
    let mut texts: HashMap<&str, &str> = HashMap::new();
    for file in &folder.files {
        texts.insert(file.path(), str::from_utf8(file.bytes()).unwrap_or_default());
    }
    for finding in findings {
        let text = texts.get(finding.path.as_str()).copied();
        let excerpt = text.and_then(|text| Excerpt::of(text, finding, width));
        let title = title(finding, width);
        let mut shown = renderer.render(&[report(excerpt.as_ref(), finding, &title)]);
        if let Some(excerpt) = &excerpt {
            // The renderer takes the column from the excerpt.
            let place = |column: usize| format!("{}:{}:{column}", finding.path, finding.line);
            shown = shown.replacen(&place(excerpt.column()), &place(finding.column), 1);
        }
        writeln!(out, "{shown}\n")?;
    }
    let mut names = locales.to_vec();
    for finding in findings {
        if !names.contains(&&*finding.locale) {
            names.push(&finding.locale);
        }
    }
    for locale in names {
        let (mut errors, mut warnings) = (0, 0);
        for finding in findings.iter().filter(|finding| finding.locale == locale) {
            match finding.severity() {
                Severity::Error => errors += 1,
                _ => warnings += 1,
            }
        }
        let (style, summary) = match (errors, warnings) {
            (0, 0) => (GOOD, "no findings".to_owned()),
            (0, _) => (WARNING, plural(warnings, "warning")),
            (_, 0) => (ERROR, plural(errors, "error")),
            _ => (ERROR, format!("{}, {}", plural(errors, "error"), plural(warnings, "warning"))),
        };
        let locale = if locale.is_empty() { "(no locale)" } else { locale };
        writeln!(out, "{STRONG}{locale}{STRONG:#}: {style}{summary}{style:#}")?;
    }
    Ok(())
}

/// Wraps the message to the width. The renderer indents the other lines by the width of the text before
/// it.
fn title(finding: &Finding, width: Option<usize>) -> String {
    let Some(width) = width else {
        return finding.message.clone();
    };
    let head = format!("{}[{}]: ", finding.severity(), finding.rule);
    let options = Options::new(width.saturating_sub(head.len()).max(20))
        .word_splitter(WordSplitter::NoHyphenation)
        .word_separator(WordSeparator::AsciiSpace);
    textwrap::fill(&finding.message, options)
}

/// Lays out a finding as rustc would, with an excerpt if there is one.
fn report<'a>(excerpt: Option<&'a Excerpt>, finding: &'a Finding, title: &'a str) -> Group<'a> {
    let level = match finding.severity() {
        Severity::Error => Level::ERROR,
        _ => Level::WARNING,
    };
    let title = level.primary_title(title).id(finding.rule.id());
    match excerpt {
        Some(Excerpt { text, span }) => title.element(
            Snippet::source(text)
                .line_start(finding.line)
                .path(&*finding.path)
                .annotation(AnnotationKind::Primary.span(span.clone())),
        ),
        None => title
            .element(Origin::path(&*finding.path).line(finding.line).char_column(finding.column)),
    }
}
