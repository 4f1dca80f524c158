//! `show`: the messages of codes.

use std::io::{self, Write};
use std::path::Path;

use im_error_l10n::{ErrorType, LocaleChain, LocalizedMessage, Localizer};
use textwrap::Options;

use crate::args::{Show, ShowFormat};
use crate::environment::wanted_locales;
use crate::folder::{self, Folder};
use crate::output::{columns, json, table};
use crate::{DIM, Outcome, STRONG, Status};

pub(crate) fn run(args: &Show, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let localizer = match (&args.overlay.path, dir) {
        (None, None) => Localizer::builtin().clone(),
        (overlay, dir) => Folder::read(folder::choose(overlay.as_deref(), dir)?)?.localizer()?,
    };
    let chain = if args.locales.is_empty() {
        localizer.negotiate(wanted_locales())
    } else {
        localizer.negotiate(&args.locales)
    };
    let messages = messages(args, &chain);
    match args.format {
        ShowFormat::Json => json(&messages, out)?,
        ShowFormat::Markdown => markdown(&messages, out)?,
        ShowFormat::Text if args.codes.is_empty() => all(&messages, out)?,
        ShowFormat::Text => text(&messages, out)?,
    }
    Ok(Status::Success)
}

fn messages<'a>(args: &Show, chain: &'a LocaleChain) -> Vec<LocalizedMessage<'a>> {
    if args.codes.is_empty() {
        ErrorType::ALL.iter().map(|error| chain.message(*error)).collect()
    } else {
        args.codes.iter().map(|code| chain.message(*code)).collect()
    }
}

/// Prints the text and, on the next line, the suggestion, with a blank line between codes.
fn text(messages: &[LocalizedMessage<'_>], out: &mut dyn Write) -> io::Result<()> {
    for (place, message) in messages.iter().enumerate() {
        if place > 0 {
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
