//! `explain`: what a developer needs to know about one code.

use std::io::Write;
use std::path::Path;

use im_error_l10n::edit;
use im_error_l10n::lint::SOURCE;
use im_error_l10n::{ErrorCode, Localizer};

use crate::args::Explain;
use crate::codes::UNKNOWN_ID;
use crate::folder::{self, Folder};
use crate::outcome::{Outcome, Status};
use crate::output::{DIM, STRONG};

pub(crate) fn run(args: &Explain, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let code = ErrorCode::new(args.code);
    let id = code.message_id().unwrap_or(UNKNOWN_ID);
    let (localizer, files) = match dir {
        None => (Localizer::builtin().clone(), Vec::new()),
        Some(_) => {
            let folder = Folder::read(folder::choose(None, dir)?)?;
            (folder.localizer()?, folder.files)
        }
    };
    let (kind, retryable) = (code.kind(), if code.is_retryable() { "yes" } else { "no" });
    writeln!(out, "{STRONG}{} {}{STRONG:#}", code.get(), code.name().unwrap_or("(no such code)"))?;
    writeln!(out, "{DIM}id{DIM:#}         {id}")?;
    let (name, http, grpc) = (kind.as_str(), kind.http_status(), kind.grpc_code());
    writeln!(out, "{DIM}kind{DIM:#}       {name} (HTTP {http}, gRPC {grpc})")?;
    writeln!(out, "{DIM}retryable{DIM:#}  {retryable}")?;
    writeln!(out)?;
    let width = localizer.locales().map(str::len).max().unwrap_or(0);
    for tag in localizer.locales() {
        let chain = localizer.negotiate([tag]);
        let message = chain.message(code);
        if message.locale() != tag || message.is_fallback() {
            writeln!(out, "{DIM}{tag:width$}{DIM:#}  (not translated)")?;
            continue;
        }
        writeln!(out, "{DIM}{tag:width$}{DIM:#}  {message}")?;
        if let Some(suggestion) = message.suggestion() {
            writeln!(out, "{:width$}  {suggestion}", "")?;
        }
    }
    let notes = edit::notes(&files, SOURCE);
    if let Some(note) = notes.iter().find(|note| note.id == id && !note.comment.is_empty()) {
        writeln!(out, "\n{}", note.comment)?;
    }
    Ok(Status::Success)
}
