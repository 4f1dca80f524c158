//! `check`: findings for people, editors, programs and workflows.

use std::collections::HashMap;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use im_error_l10n::{Finding, Severity};
use textwrap::{Options, WordSeparator, WordSplitter};

use crate::args::{Check, CheckFormat};
use crate::excerpt::{Excerpt, WIDEST};
use crate::folder::{self, Folder};
use crate::outcome::{Failure, Outcome, Status};
use crate::output::{self, ERROR, GOOD, STRONG, WARNING, columns, escaped, plural};
use crate::watch;

/// Clears the terminal and moves the cursor to its first line.
const CLEAR: &str = "\u{1b}[2J\u{1b}[3J\u{1b}[H";

pub(crate) fn run(args: &Check, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let chosen = folder::choose(args.overlay.path.as_deref(), dir)?;
    if !args.watch {
        return check(args, &Folder::read(chosen)?, out);
    }
    watch::repeat(chosen.0, || {
        if io::stdout().is_terminal() {
            write!(out, "{CLEAR}")?;
        }
        match Folder::read(chosen).and_then(|folder| check(args, &folder, out)) {
            Err(Failure::Other(message)) => {
                writeln!(out, "{ERROR}error:{ERROR:#} {}", escaped(message))?
            }
            Err(Failure::ClosedPipe) => return Err(Failure::ClosedPipe),
            Ok(_) => {}
        }
        writeln!(out, "watching {}; press Ctrl-C to stop", escaped(chosen.0.display()))?;
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
            output::json(&findings.iter().map(output::finding).collect::<Vec<_>>(), out)?;
        }
        CheckFormat::Github => findings.iter().try_for_each(|finding| github(finding, out))?,
    }
    let counts = |finding: &Finding| args.deny_warnings || finding.severity() == Severity::Error;
    Ok(if findings.iter().any(counts) { Status::Findings } else { Status::Success })
}

/// Prints a GitHub workflow command, with its special characters escaped.
fn github(finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    let data =
        |text: &str| escaped(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
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
    // Excerpts already fit; the renderer cuts a line by its characters, of which Han takes two columns.
    let renderer = Renderer::styled().term_width(WIDEST);
    let mut texts: HashMap<&str, &str> = HashMap::new();
    for file in &folder.files {
        texts.insert(file.path(), str::from_utf8(file.bytes()).unwrap_or_default());
    }
    for finding in findings {
        let text = texts.get(finding.path.as_str());
        let excerpt = text.and_then(|text| Excerpt::of(text, finding, width));
        let (title, path) = (title(finding, width), escaped(&finding.path));
        let mut shown = renderer.render(&[report(excerpt.as_ref(), finding, &title, &path)]);
        if let Some(excerpt) = &excerpt {
            // The renderer takes the column from the excerpt.
            let position = |column: usize| format!("{path}:{}:{column}", finding.line);
            shown = shown.replacen(&position(excerpt.column()), &position(finding.column), 1);
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
        let locale = if locale.is_empty() { "(no locale)".to_owned() } else { escaped(locale) };
        writeln!(out, "{STRONG}{locale}{STRONG:#}: {style}{summary}{style:#}")?;
    }
    Ok(())
}

/// Wraps the message to the width. The renderer indents the other lines by the width of the text before
/// it.
fn title(finding: &Finding, width: Option<usize>) -> String {
    let message = escaped(&finding.message);
    let Some(width) = width else {
        return message;
    };
    let head = format!("{}[{}]: ", finding.severity(), finding.rule);
    let options = Options::new(width.saturating_sub(head.len()).max(20))
        .word_splitter(WordSplitter::NoHyphenation)
        .word_separator(WordSeparator::AsciiSpace);
    textwrap::fill(&message, options)
}

/// Lays out a finding as rustc would, with an excerpt if there is one.
fn report<'a>(
    excerpt: Option<&'a Excerpt>,
    finding: &'a Finding,
    title: &'a str,
    path: &'a str,
) -> Group<'a> {
    let level = match finding.severity() {
        Severity::Error => Level::ERROR,
        _ => Level::WARNING,
    };
    let title = level.primary_title(title).id(finding.rule.id());
    match excerpt {
        Some(Excerpt { text, span }) => title.element(
            Snippet::source(text)
                .line_start(finding.line)
                .path(path)
                .annotation(AnnotationKind::Primary.span(span.clone())),
        ),
        None => title.element(Origin::path(path).line(finding.line).char_column(finding.column)),
    }
}
