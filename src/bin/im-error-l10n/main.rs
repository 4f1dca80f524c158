//! The translators' tool: it shows, checks and tends the texts.

mod accept;
mod args;
mod check;
mod coverage;
mod fmt;
mod folder;
mod new_locale;
mod preview;
mod show;

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

use anstream::AutoStream;
use anstyle::{AnsiColor, Style};
use clap::Parser;

use args::{Args, Command};

const STRONG: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const GOOD: Style = AnsiColor::Green.on_default();
const WARNING: Style = AnsiColor::Yellow.on_default();
const ERROR: Style = AnsiColor::Red.on_default().bold();

/// How a command ended that could do its work.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Status {
    Fine,
    Findings,
}

/// Why a command could not do its work.
enum Failure {
    /// Nobody reads the output any more.
    ClosedPipe,
    Other(String),
}

type Outcome = Result<Status, Failure>;

impl Failure {
    fn new(message: impl Display) -> Failure {
        Failure::Other(message.to_string())
    }

    /// The same with what the system says of it.
    fn of(what: impl Display, cause: &io::Error) -> Failure {
        Failure::Other(format!("{what}: {cause}"))
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::ClosedPipe,
            _ => Failure::of("cannot write the output", &error),
        }
    }
}

fn main() -> ExitCode {
    let Args { command, dir, color } = Args::parse();
    let mut out = AutoStream::new(io::stdout(), color);
    let dir = dir.as_deref();
    let outcome = match command {
        Command::Show(args) => show::run(&args, dir, &mut out),
        Command::Check(args) => check::run(&args, dir, &mut out),
        Command::Coverage(args) => coverage::run(&args, dir, &mut out),
        Command::Preview(args) => preview::run(&args, dir, &mut out),
        Command::NewLocale(args) => new_locale::run(&args, dir, &mut out),
        Command::Fmt(args) => fmt::run(&args, dir, &mut out),
        Command::Accept(args) => accept::run(&args, dir, &mut out),
    };
    let outcome = outcome.and_then(|status| Ok(out.flush().map(|()| status)?));
    match outcome {
        Ok(Status::Fine) | Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Ok(Status::Findings) => ExitCode::from(1),
        Err(Failure::Other(message)) => {
            let mut err = AutoStream::new(io::stderr(), color);
            // When this fails too there is nobody left to tell.
            let _ = writeln!(err, "{ERROR}error:{ERROR:#} {message}");
            ExitCode::from(2)
        }
    }
}
