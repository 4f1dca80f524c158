//! `show`: the messages of codes.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;

use im_error_l10n::lint::{File, SOURCE};
use im_error_l10n::{ErrorType, LocaleChain, LocalizedMessage, Localizer};
use textwrap::Options;

use crate::args::{Show, ShowFormat};
use crate::codes;
use crate::environment::wanted_locales;
use crate::folder::{self, Folder};
use crate::outcome::{Failure, Outcome, Status};
use crate::output::{DIM, STRONG, columns, json, table};

pub(crate) fn run(args: &Show, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let mut own_codes = BTreeSet::new();
    let localizer = match (&args.overlay.path, dir) {
        (None, None) => {
            warn_if_different()?;
            Localizer::builtin().clone()
        }
        (overlay, dir) => {
            let folder = Folder::read(folder::choose(overlay.as_deref(), dir)?)?;
            own_codes = folder.own_codes();
            folder.localizer()?
        }
    };
    let chain = if args.locales.is_empty() {
        localizer.negotiate(wanted_locales())
    } else {
        localizer.negotiate(&args.locales)
    };
    let messages = messages(args, own_codes, &chain);
    match args.format {
        ShowFormat::Json => json(&messages, out)?,
        ShowFormat::Markdown => markdown(&messages, out)?,
        ShowFormat::Text if args.codes.is_empty() => all(&messages, out)?,
        ShowFormat::Text => text(&messages, out)?,
    }
    Ok(Status::Success)
}

/// Returns the messages of the named codes, or of all, sorted.
fn messages<'a>(
    args: &Show,
    own_codes: BTreeSet<i32>,
    chain: &'a LocaleChain,
) -> Vec<LocalizedMessage<'a>> {
    if args.codes.is_empty() {
        let mut codes = own_codes;
        codes.extend(ErrorType::ALL.iter().map(|error| error.code()));
        codes.iter().map(|code| chain.message(*code)).collect()
    } else {
        args.codes.iter().map(|code| chain.message(*code)).collect()
    }
}

/// Says so if `./locales` has other messages than the tool. Another project's folder, which does not have
/// ours, is ignored, and so is one with errors: `check` reports them.
fn warn_if_different() -> Result<(), Failure> {
    let Ok(chosen) = folder::choose(None, None) else {
        return Ok(());
    };
    let Ok(folder) = Folder::read(chosen) else {
        return Ok(());
    };
    let has_ours = |file: &File| {
        file.locale() == SOURCE && String::from_utf8_lossy(file.bytes()).contains("error-success =")
    };
    let Ok(here) = folder.localizer() else {
        return Ok(());
    };
    let builtin = Localizer::builtin();
    if !folder.messages().any(has_ours) {
        return Ok(());
    }
    let differs = |tag: &str| {
        builtin.locales().all(|embedded| embedded != tag)
            || codes::all().any(|(code, _)| here.message(code, tag) != builtin.message(code, tag))
    };
    if here.locales().any(differs) {
        writeln!(
            io::stderr(),
            "note: the messages in `locales` differ from the tool's; `--dir locales` shows those in \
             the folder, and `embed` writes them into the library"
        )?;
    }
    Ok(())
}

/// Prints the text and, on the next line, the suggestion, with a blank line between codes.
fn text(messages: &[LocalizedMessage<'_>], out: &mut dyn Write) -> io::Result<()> {
    for (index, message) in messages.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{message}")?;
        if let Some(suggestion) = message.suggestion() {
            writeln!(out, "{suggestion}")?;
        }
    }
    Ok(())
}

/// Prints one line per code, with the suggestion below the text, wrapped to the width of the terminal.
fn all(messages: &[LocalizedMessage<'_>], out: &mut dyn Write) -> io::Result<()> {
    const CODE: usize = 5;
    let name_of = |message: &LocalizedMessage<'_>| message.error_type().map_or("", ErrorType::name);
    let name_width = messages.iter().map(|message| name_of(message).len()).max().unwrap_or(0);
    let indent = " ".repeat(CODE + 2 + name_width + 2);
    let room = columns().unwrap_or(usize::MAX).saturating_sub(indent.len()).max(20);
    let options = Options::new(room).break_words(true);
    for message in messages {
        let (code, name) = (message.code().get(), name_of(message));
        write!(out, "{STRONG}{code:>CODE$}{STRONG:#}  {DIM}{name:name_width$}{DIM:#}  ")?;
        let text = textwrap::wrap(message.text(), &options);
        writeln!(out, "{}", text.join(&format!("\n{indent}")))?;
        if let Some(suggestion) = message.suggestion() {
            for line in textwrap::wrap(suggestion, &options) {
                writeln!(out, "{indent}{DIM}{line}{DIM:#}")?;
            }
        }
    }
    Ok(())
}

fn markdown(messages: &[LocalizedMessage<'_>], out: &mut dyn Write) -> io::Result<()> {
    let escape = |text: &str| text.replace('\\', "\\\\").replace('|', "\\|").replace('<', "\\<");
    let rows: Vec<[String; 4]> = messages
        .iter()
        .map(|message| {
            let name = message.error_type().map_or("", ErrorType::name);
            let suggestion = escape(message.suggestion().unwrap_or_default());
            [message.code().get().to_string(), name.to_owned(), escape(message.text()), suggestion]
        })
        .collect();
    table(&["Code", "Name", "Text", "Suggestion"], &rows, out)
}
