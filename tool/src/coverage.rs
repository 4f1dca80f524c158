//! `coverage`: how much of each locale is translated.

use std::io::{self, Write};
use std::path::Path;

use im_error_l10n::edit;
use im_error_l10n::lint::SOURCE;
use im_error_l10n::{Finding, Localizer, Rule};
use serde::Serialize;

use crate::args::{Coverage, CoverageFormat};
use crate::codes::{self, own_id};
use crate::folder::{self, Folder};
use crate::outcome::{Outcome, Status};
use crate::output::{DIM, ERROR, GOOD, STRONG, WARNING, columns, json, table};

/// The coverage of one locale.
#[derive(Default, Serialize)]
struct LocaleCoverage {
    locale: String,
    messages: usize,
    translated: usize,
    suggestions: usize,
    suggestions_translated: usize,
    /// The ids of messages without a translation.
    missing: Vec<String>,
    /// The ids of messages whose English changed after they were accepted.
    source_changed: Vec<String>,
    /// The ids of messages that repeat the English.
    same_as_source: Vec<String>,
}

pub(crate) fn run(args: &Coverage, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let folder = Folder::read(folder::choose(args.overlay.path.as_deref(), dir)?)?;
    let findings = folder.lint(&[]);
    let localizer = folder.localizer()?;
    let source = match localizer.locales().any(|tag| tag == SOURCE) {
        true => &localizer,
        false => Localizer::builtin(),
    };
    let locales: Vec<LocaleCoverage> = localizer
        .locales()
        .map(|tag| coverage_of(&localizer, source, tag, &folder, &findings))
        .collect();
    match args.format {
        CoverageFormat::Human => human(&locales, out)?,
        CoverageFormat::Json => json(&locales, out)?,
        CoverageFormat::Markdown => markdown(&locales, out)?,
    }
    let is_complete = |coverage: &LocaleCoverage| {
        coverage.translated == coverage.messages
            && coverage.suggestions_translated == coverage.suggestions
    };
    Ok(if locales.iter().all(is_complete) { Status::Success } else { Status::Findings })
}

fn coverage_of(
    localizer: &Localizer,
    source: &Localizer,
    tag: &str,
    folder: &Folder,
    findings: &[Finding],
) -> LocaleCoverage {
    let chain = localizer.negotiate([tag]);
    let mut coverage = LocaleCoverage { locale: tag.to_owned(), ..LocaleCoverage::default() };
    for (code, id) in codes::all() {
        let message = chain.message(code);
        coverage.messages += 1;
        let is_translated = message.locale() == tag && !message.is_fallback();
        if is_translated {
            coverage.translated += 1;
        } else {
            coverage.missing.push(id.to_owned());
        }
        if source.message(code, SOURCE).suggestion().is_some() {
            coverage.suggestions += 1;
            let has_suggestion = is_translated && message.suggestion().is_some();
            coverage.suggestions_translated += usize::from(has_suggestion);
        }
    }
    let notes = edit::notes(&folder.files, tag);
    for code in folder.own_codes() {
        let id = own_id(code);
        coverage.messages += 1;
        if notes.iter().any(|note| note.id == id) {
            coverage.translated += 1;
        } else {
            coverage.missing.push(id);
        }
    }
    for finding in findings.iter().filter(|finding| finding.locale == tag) {
        let ids = match finding.rule {
            Rule::SourceChanged => &mut coverage.source_changed,
            Rule::SameAsSource => &mut coverage.same_as_source,
            _ => continue,
        };
        ids.extend(finding.id.clone().filter(|id| ids.last() != Some(id)));
    }
    coverage
}

/// Prints a bar for each locale, with the messages that need work below it.
fn human(locales: &[LocaleCoverage], out: &mut dyn Write) -> io::Result<()> {
    const BAR: usize = 24;
    let tag_width = locales.iter().map(|coverage| coverage.locale.len()).max().unwrap_or(0);
    for coverage in locales {
        let full = coverage.translated * BAR / coverage.messages.max(1);
        let style = match coverage.translated {
            all if all == coverage.messages => GOOD,
            0 => ERROR,
            _ => WARNING,
        };
        let (bar, rest) = ("█".repeat(full), "░".repeat(BAR - full));
        let (tag, translated, messages) =
            (&coverage.locale, coverage.translated, coverage.messages);
        write!(
            out,
            "{STRONG}{tag:tag_width$}{STRONG:#}  {style}{bar}{style:#}{DIM}{rest}{DIM:#}  "
        )?;
        write!(out, "{translated:>2}/{messages} messages, ")?;
        writeln!(out, "{}/{} suggestions", coverage.suggestions_translated, coverage.suggestions)?;
        let lists = [
            ("missing", &coverage.missing),
            ("source changed", &coverage.source_changed),
            ("same as source", &coverage.same_as_source),
        ];
        for (name, ids) in lists.into_iter().filter(|(_, ids)| !ids.is_empty()) {
            let indent = " ".repeat(tag_width + 2);
            let options = textwrap::Options::new(columns().unwrap_or(80).max(40))
                .initial_indent(&indent)
                .subsequent_indent(&indent)
                .word_splitter(textwrap::WordSplitter::NoHyphenation);
            let text = format!("{} {name}: {}", ids.len(), ids.join(", "));
            writeln!(out, "{}", textwrap::fill(&text, options))?;
        }
    }
    Ok(())
}

fn markdown(locales: &[LocaleCoverage], out: &mut dyn Write) -> io::Result<()> {
    let head = ["Locale", "Messages", "Suggestions", "Missing", "Source changed", "Same as source"];
    let cells = |coverage: &LocaleCoverage| {
        [
            coverage.locale.clone(),
            format!("{}/{}", coverage.translated, coverage.messages),
            format!("{}/{}", coverage.suggestions_translated, coverage.suggestions),
            coverage.missing.len().to_string(),
            coverage.source_changed.len().to_string(),
            coverage.same_as_source.len().to_string(),
        ]
    };
    table(&head, &locales.iter().map(cells).collect::<Vec<_>>(), out)
}
