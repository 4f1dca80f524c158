//! The tool for translators: it shows, checks and maintains the messages.

mod args;
mod check;
mod coverage;
mod edit;
mod environment;
mod excerpt;
mod folder;
mod output;
mod preview;
mod show;
mod watch;
mod write;

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use clap::Parser;

use args::{Args, Command};

const STRONG: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const GOOD: Style = AnsiColor::Green.on_default();
const WARNING: Style = AnsiColor::Yellow.on_default();
const ERROR: Style = AnsiColor::Red.on_default().bold();

/// The result of a command that ran to completion.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Status {
    Success,
    Findings,
}

/// Why a command failed.
enum Failure {
    /// The reader of the output has closed it.
    ClosedPipe,
    Other(String),
}

type Outcome = Result<Status, Failure>;

impl Failure {
    fn new(message: impl Display) -> Failure {
        Failure::Other(message.to_string())
    }

    /// A failure with its cause.
    fn of(what: impl Display, cause: &dyn std::error::Error) -> Failure {
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
    let (outcome, color) = match Args::try_parse() {
        Ok(args) => (run(&args), args.color),
        Err(usage) if usage.use_stderr() => usage.exit(),
        Err(help) => (print(&help), ColorChoice::Auto),
    };
    match outcome {
        Ok(Status::Success) | Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Ok(Status::Findings) => ExitCode::from(1),
        Err(Failure::Other(message)) => {
            let mut err = AutoStream::new(io::stderr(), color);
            // If this fails too, there is nowhere left to report it.
            let _ = writeln!(err, "{ERROR}error:{ERROR:#} {message}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> Outcome {
    let mut out = AutoStream::new(io::stdout(), args.color);
    let dir = args.dir.as_deref();
    let status = match &args.command {
        Command::Show(args) => show::run(args, dir, &mut out),
        Command::Check(args) => check::run(args, dir, &mut out),
        Command::Coverage(args) => coverage::run(args, dir, &mut out),
        Command::Preview(args) => preview::run(args, dir, &mut out),
        Command::NewLocale(args) => edit::run(&mut out, |out| edit::new_locale(args, dir, out)),
        Command::Update(args) => edit::run(&mut out, |out| edit::update(args, dir, out)),
        Command::Rename(args) => edit::run(&mut out, |out| edit::rename(args, dir, out)),
        Command::Fmt(args) => edit::run(&mut out, |out| edit::fmt(args, dir, out)),
        Command::Accept(args) => edit::run(&mut out, |out| edit::accept(args, dir, out)),
    }?;
    out.flush()?;
    Ok(status)
}

/// Prints the help or the version.
fn print(help: &clap::Error) -> Outcome {
    help.print()?;
    io::stdout().flush()?;
    Ok(Status::Success)
}
