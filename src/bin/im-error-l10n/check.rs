//! `check`: findings for people, programs and workflows.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, Write};
use std::ops::Range;
use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use im_error_l10n::lint::{Finding, Severity};
use serde_json::json;

use crate::args::{Check, CheckFormat};
use crate::folder::Folder;
use crate::{ERROR, Failure, GOOD, Outcome, STRONG, Status, WARNING};

pub(crate) fn run(args: &Check, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let folder = Folder::open(dir)?;
    let findings = folder.lint();
    match args.format {
        CheckFormat::Human => human(&folder, &findings, out)?,
        CheckFormat::Json => {
            let findings: Vec<_> = findings.iter().map(json).collect();
            let json = serde_json::to_string_pretty(&findings).map_err(Failure::new)?;
            writeln!(out, "{json}")?;
        }
        CheckFormat::Github => findings.iter().try_for_each(|it| github(it, out))?,
    }
    let counts = |finding: &Finding| args.deny_warnings || finding.severity == Severity::Error;
    Ok(if findings.iter().any(counts) { Status::Findings } else { Status::Fine })
}

fn json(finding: &Finding) -> serde_json::Value {
    json!({
        "rule": finding.rule.id(),
        "severity": finding.severity.to_string(),
        "locale": finding.locale,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "id": finding.id,
        "message": finding.message,
    })
}

/// A command of GitHub's workflows, with the characters escaped that have a meaning there.
fn github(finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let Finding { severity, line, column, rule, .. } = finding;
    let (path, message) = (property(&finding.path), data(&finding.message));
    writeln!(out, "::{severity} file={path},line={line},col={column},title={rule}::{message}")
}

/// Each finding with its source line, and a summary of each locale.
fn human(folder: &Folder, findings: &[Finding], out: &mut dyn Write) -> io::Result<()> {
    let renderer = Renderer::styled();
    let texts = folder.files.iter().map(|file| (file.path(), file.shown()));
    let texts: HashMap<&str, Option<Cow<'_, str>>> = texts.collect();
    for finding in findings {
        let text = texts.get(finding.path.as_str()).and_then(Option::as_deref);
        writeln!(out, "{}\n", renderer.render(&[report(text, finding)]))?;
    }
    for locale in folder.locales() {
        let of = |severity| {
            let of_locale = findings.iter().filter(|it| it.locale == locale);
            of_locale.filter(|it| it.severity == severity).count()
        };
        let errors = plural(of(Severity::Error), "error");
        let warnings = plural(of(Severity::Warning), "warning");
        let (style, summary) = match (of(Severity::Error), of(Severity::Warning)) {
            (0, 0) => (GOOD, "no findings".to_owned()),
            (0, _) => (WARNING, warnings),
            (_, 0) => (ERROR, errors),
            _ => (ERROR, format!("{errors}, {warnings}")),
        };
        writeln!(out, "{STRONG}{locale}{STRONG:#}: {style}{summary}{style:#}")?;
    }
    Ok(())
}

fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// The finding as rustc shows one. What has no place in a text is shown without it.
fn report<'a>(text: Option<&'a str>, finding: &'a Finding) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(finding.message.as_str()).id(finding.rule.id());
    let span = &finding.span;
    // A line break is shown where its line ends, and without the next line.
    let is_break = text.and_then(|text| text.get(span.clone())) == Some("\n");
    let shown = span.start..if is_break { span.start } else { span.end };
    match text.and_then(|text| lines(text, &shown)) {
        Some((lines, start)) if !span.is_empty() => title.element(
            Snippet::source(lines)
                .line_start(finding.line)
                .path(finding.path.as_str())
                .annotation(AnnotationKind::Primary.span(shown.start - start..shown.end - start)),
        ),
        _ => title.element(
            Origin::path(finding.path.as_str()).line(finding.line).char_column(finding.column),
        ),
    }
}

/// The lines that a finding is in, and where they begin; `None` where they are too long to show.
/// The renderer is not given the whole file, which it would go through for each finding.
fn lines<'a>(text: &'a str, span: &Range<usize>) -> Option<(&'a str, usize)> {
    const MAX_LEN: usize = 2000;
    let (bytes, first) = (text.as_bytes(), span.start.saturating_sub(MAX_LEN));
    let before = bytes.get(first..span.start)?.iter().rposition(|byte| *byte == b'\n');
    let start = before.map(|at| first + at + 1).or((first == 0).then_some(0))?;
    let rest = bytes.get(span.end..)?;
    let end = rest.iter().take(MAX_LEN).position(|byte| *byte == b'\n');
    let end = end.or((rest.len() <= MAX_LEN).then_some(rest.len()))?;
    Some((text.get(start..span.end + end)?, start))
}
