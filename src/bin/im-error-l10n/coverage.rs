//! `coverage`: how much of each locale is translated.

use std::io::{self, Write};
use std::path::Path;

use im_error_l10n::lint::tool::SOURCE;
use im_error_l10n::{ErrorType, Finding, Localizer, Rule};
use serde::Serialize;

use crate::args::{Coverage, CoverageFormat};
use crate::folder::{self, Folder, columns};
use crate::show::table_of;
use crate::{DIM, ERROR, Failure, GOOD, Outcome, STRONG, Status, WARNING};

/// What is there of one locale, and what is not.
#[derive(Serialize)]
struct Row {
    locale: String,
    messages: usize,
    translated: usize,
    suggestions: usize,
    suggestions_translated: usize,
    /// The ids of the codes without a text.
    missing: Vec<&'static str>,
    /// The ids whose source changed since they were accepted.
    source_changed: Vec<String>,
    /// The ids whose text is the source's.
    same_as_source: Vec<String>,
}

pub(crate) fn run(args: &Coverage, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let folder = Folder::read(folder::choose(None, dir)?)?;
    let findings = folder.lint();
    let localizer = folder.localizer()?;
    let source = match localizer.locales().any(|tag| tag == SOURCE) {
        true => &localizer,
        false => Localizer::builtin(),
    };
    let rows: Vec<Row> =
        localizer.locales().map(|tag| row(&localizer, source, tag, &findings)).collect();
    match args.format {
        CoverageFormat::Human => human(&rows, out)?,
        CoverageFormat::Json => {
            let json = serde_json::to_string_pretty(&rows).map_err(Failure::new)?;
            writeln!(out, "{json}")?;
        }
        CoverageFormat::Markdown => markdown(&rows, out)?,
    }
    let is_complete =
        |row: &Row| row.translated == row.messages && row.suggestions_translated == row.suggestions;
    Ok(if rows.iter().all(is_complete) { Status::Success } else { Status::Findings })
}

fn row(localizer: &Localizer, source: &Localizer, tag: &str, findings: &[Finding]) -> Row {
    let chain = localizer.negotiate([tag]);
    let has_text = |error: &ErrorType| {
        let message = chain.message(*error);
        message.locale() == tag && !message.is_fallback()
    };
    let has_suggestion =
        |error: &ErrorType| has_text(error) && chain.message(*error).suggestion().is_some();
    let wants_suggestion =
        |error: &&ErrorType| source.message(**error, SOURCE).suggestion().is_some();
    let all = ErrorType::ALL;
    let suggested: Vec<_> = all.iter().filter(wants_suggestion).collect();
    let ids = |rule: Rule| {
        let of_locale =
            findings.iter().filter(|finding| finding.locale == tag && finding.rule == rule);
        let mut ids: Vec<String> = of_locale.filter_map(|finding| finding.id.clone()).collect();
        ids.dedup();
        ids
    };
    Row {
        locale: tag.to_owned(),
        messages: all.len(),
        translated: all.iter().filter(|error| has_text(error)).count(),
        suggestions: suggested.len(),
        suggestions_translated: suggested.iter().filter(|error| has_suggestion(error)).count(),
        missing: all
            .iter()
            .filter(|error| !has_text(error))
            .map(|error| error.message_id())
            .collect(),
        source_changed: ids(Rule::SourceChanged),
        same_as_source: ids(Rule::SameAsSource),
    }
}

/// A bar a locale, and under it what a translator would do next.
fn human(rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    const BAR: usize = 24;
    let tag_width = rows.iter().map(|row| row.locale.len()).max().unwrap_or(0);
    for row in rows {
        let full = row.translated * BAR / row.messages.max(1);
        let style = match row.translated {
            all if all == row.messages => GOOD,
            0 => ERROR,
            _ => WARNING,
        };
        let (bar, rest) = ("█".repeat(full), "░".repeat(BAR - full));
        let (tag, translated, messages) = (&row.locale, row.translated, row.messages);
        write!(
            out,
            "{STRONG}{tag:tag_width$}{STRONG:#}  {style}{bar}{style:#}{DIM}{rest}{DIM:#}  "
        )?;
        write!(out, "{translated:>2}/{messages} messages, ")?;
        writeln!(out, "{}/{} suggestions", row.suggestions_translated, row.suggestions)?;
        let lists = [
            ("missing", row.missing.iter().map(|id| (*id).to_owned()).collect()),
            ("source changed", row.source_changed.clone()),
            ("same as source", row.same_as_source.clone()),
        ];
        for (name, ids) in lists.iter().filter(|(_, ids): &&(_, Vec<String>)| !ids.is_empty()) {
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

fn markdown(rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    let head = ["Locale", "Messages", "Suggestions", "Missing", "Source changed", "Same as source"];
    let cells = |row: &Row| {
        [
            row.locale.clone(),
            format!("{}/{}", row.translated, row.messages),
            format!("{}/{}", row.suggestions_translated, row.suggestions),
            row.missing.len().to_string(),
            row.source_changed.len().to_string(),
            row.same_as_source.len().to_string(),
        ]
    };
    table_of(&head, &rows.iter().map(cells).collect::<Vec<_>>(), out)
}
