//! The tool for translators: it shows, checks and maintains the messages.

mod args;
mod check;
mod codes;
mod coverage;
mod edit;
mod embed;
mod environment;
mod excerpt;
mod explain;
mod export;
mod folder;
mod outcome;
mod output;
mod preview;
mod show;
mod temporary;
mod values;
mod watch;
mod write;

use std::io::{self, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use clap::Parser;

use args::{Args, Command};
use outcome::{Failure, Outcome, Status};
use output::{ERROR, escaped};

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
            let _ = writeln!(err, "{ERROR}error:{ERROR:#} {}", escaped(&message));
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> Outcome {
    let mut out = AutoStream::new(io::stdout(), args.color);
    let dir = args.dir.as_deref();
    let status = match &args.command {
        Command::Show(args) => show::run(args, dir, &mut out),
        Command::Explain(args) => explain::run(args, dir, &mut out),
        Command::Check(args) => check::run(args, dir, &mut out),
        Command::Coverage(args) => coverage::run(args, dir, &mut out),
        Command::Export(args) => export::run(args, dir, &mut out),
        Command::Preview(args) => preview::run(args, dir, &mut out),
        Command::NewLocale(args) => edit::run(&mut out, |out| edit::new_locale(args, dir, out)),
        Command::Update(args) => edit::run(&mut out, |out| edit::update(args, dir, out)),
        Command::Fmt(args) => edit::run(&mut out, |out| edit::fmt(args, dir, out)),
        Command::Embed(args) => edit::run(&mut out, |out| embed::run(args, dir, out)),
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
