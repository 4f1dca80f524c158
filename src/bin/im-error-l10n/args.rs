//! The command line.

use std::path::PathBuf;

use anstream::ColorChoice;
use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser;
use clap::{Parser, Subcommand, ValueEnum};
use im_error_l10n::ErrorType;
use im_error_l10n::lint::tool;

/// Shows, checks and maintains the error messages of the instant-messaging SDK.
#[derive(Parser)]
#[command(
    version,
    max_term_width = 100,
    after_help = "\
Exit status: 0 success, 1 findings, 2 usage or input/output error.

Examples:
  im-error-l10n show 56 --locale zh-CN       the message of code 56 in Chinese
  im-error-l10n check                        what is wrong in ./locales
  im-error-l10n coverage                     how much is translated
  im-error-l10n preview -o preview.html      all messages as toasts, on one page"
)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// The folder of locales (<DIR>/<tag>/*.ftl) instead of ./locales
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) dir: Option<PathBuf>,

    /// When to color the output; NO_COLOR is honored
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto",
          value_parser = PossibleValuesParser::new(["auto", "always", "never"]).map(color))]
    pub(crate) color: ColorChoice,
}

fn color(when: String) -> ColorChoice {
    match when.as_str() {
        "always" => ColorChoice::Always,
        "never" => ColorChoice::Never,
        _ => ColorChoice::Auto,
    }
}

#[derive(Subcommand)]
pub(crate) enum Command {
    Show(Show),
    Check(Check),
    Coverage(Coverage),
    Preview(Preview),
    NewLocale(NewLocale),
    Update(Update),
    Rename(Rename),
    Fmt(Fmt),
    Accept(Accept),
}

/// Show the message of a code, or of all codes
#[derive(clap::Args)]
#[command(
    allow_negative_numbers = true,
    after_help = "\
The embedded messages are shown, unless --dir names a folder.

Examples:
  im-error-l10n show 56                       in the language of the system
  im-error-l10n show error-not-friend --locale zh-CN
  im-error-l10n show 56 1008 --locale fr --locale zh-CN
                                              the first of these that has messages
  im-error-l10n show --format json            all messages, for a program
  im-error-l10n show --overlay my/locales 56  with an application's own messages
  im-error-l10n show --locale zh-CN --format markdown > messages.md"
)]
pub(crate) struct Show {
    /// Numbers, names or ids, such as 56, NotFriend or error-not-friend; defaults to all codes
    #[arg(value_name = "CODE|NAME|ID", value_parser = code)]
    pub(crate) codes: Vec<i32>,

    /// A locale that the user wants; may be repeated, most wanted first; defaults to the system's
    #[arg(long = "locale", value_name = "TAG")]
    pub(crate) locales: Vec<String>,

    /// The output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ShowFormat,

    /// A folder of an application's messages, layered over the embedded ones
    #[arg(long, value_name = "DIR", conflicts_with = "dir")]
    pub(crate) overlay: Option<PathBuf>,
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub(crate) enum ShowFormat {
    #[default]
    Text,
    Json,
    Markdown,
}

/// Reads a number, or the name or id of an error code.
fn code(word: &str) -> Result<i32, String> {
    let digits = word.strip_prefix(['-', '+']).unwrap_or(word);
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let range = format!("codes are numbers from {} to {}", i32::MIN, i32::MAX);
        return word.parse().map_err(|_| range);
    }
    let id = tool::id_of(word)?;
    let error = ErrorType::ALL.iter().find(|error| error.message_id() == id);
    // The message for unknown codes has no code; any unknown one shows it.
    Ok(error.map_or(crate::preview::UNKNOWN, |error| error.code()))
}

/// Find mistakes in the messages
#[derive(clap::Args)]
#[command(after_help = "\
A comment `# lint: allow RULE` above a message silences that rule for the message.

Examples:
  im-error-l10n check --deny-warnings
  im-error-l10n check --locale zh-CN --watch  checks again whenever a file changes
  im-error-l10n check --overlay my/locales    an application's own messages
  im-error-l10n check --format short          one line per finding, for editors
  im-error-l10n check --format github         annotations for a workflow")]
pub(crate) struct Check {
    /// Only the findings of this locale; may be repeated
    #[arg(long = "locale", value_name = "TAG")]
    pub(crate) locales: Vec<String>,

    /// The output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: CheckFormat,

    /// Exit with 1 if there are warnings
    #[arg(long)]
    pub(crate) deny_warnings: bool,

    /// Check again whenever a file of the folder changes
    #[arg(long)]
    pub(crate) watch: bool,

    /// A folder of an application's messages, layered over the embedded ones
    #[arg(long, value_name = "DIR", conflicts_with = "dir")]
    pub(crate) overlay: Option<PathBuf>,
}

#[derive(Clone, Copy, Default, PartialEq, ValueEnum)]
pub(crate) enum CheckFormat {
    #[default]
    Human,
    Short,
    Json,
    Github,
}

/// Show how much of each locale is translated
#[derive(clap::Args)]
#[command(after_help = "\
Exit status: 1 if a message or a suggestion is not translated.

Examples:
  im-error-l10n coverage
  im-error-l10n coverage --format markdown    a table for a README or a pull request")]
pub(crate) struct Coverage {
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: CoverageFormat,
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub(crate) enum CoverageFormat {
    #[default]
    Human,
    Json,
    Markdown,
}

/// Write a page that shows every message as a toast
#[derive(clap::Args)]
#[command(after_help = "\
The page is one file and needs no network.

Examples:
  im-error-l10n preview -o preview.html
  im-error-l10n preview --locale ja -o preview.html
                                              one translation beside the English
  im-error-l10n preview -o preview.html --watch
                                              again whenever a message changes")]
pub(crate) struct Preview {
    /// The file to write
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,

    /// Only this locale, beside the English; may be repeated
    #[arg(long = "locale", value_name = "TAG")]
    pub(crate) locales: Vec<String>,

    /// Write the page again whenever a file of the folder changes
    #[arg(long)]
    pub(crate) watch: bool,

    /// A folder of an application's messages, layered over the embedded ones
    #[arg(long, value_name = "DIR", conflicts_with = "dir")]
    pub(crate) overlay: Option<PathBuf>,
}

/// Create the file of a new locale, with a stub of each message
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  im-error-l10n new-locale fr                 creates locales/fr/errors.ftl
  im-error-l10n new-locale zh-TW --dir my/locales")]
pub(crate) struct NewLocale {
    /// The locale: a canonical BCP 47 tag, such as fr or zh-TW
    #[arg(value_name = "TAG")]
    pub(crate) tag: String,
}

/// Add stubs of new messages, and update the English in stubs
#[derive(clap::Args)]
#[command(after_help = "\
No translation is changed.

Examples:
  im-error-l10n update                        all locales
  im-error-l10n update ja")]
pub(crate) struct Update {
    /// The locale; defaults to all
    #[arg(value_name = "TAG")]
    pub(crate) tag: Option<String>,
}

/// Rename a message or a term in every locale: its id, its references, its record
#[derive(clap::Args)]
#[command(
    allow_hyphen_values = true,
    after_help = "\
Examples:
  im-error-l10n rename error-no-friend error-not-friend
  im-error-l10n rename -plugin -multimedia-plugin"
)]
pub(crate) struct Rename {
    /// The current id
    pub(crate) old: String,

    /// The new id
    pub(crate) new: String,
}

/// Write the files in their canonical form
#[derive(clap::Args)]
#[command(after_help = "\
The form is that of fluent.syntax 0.19, in the order of the codes; every comment and text is kept.
A file with syntax errors is skipped.

Examples:
  im-error-l10n fmt                           the files in ./locales
  im-error-l10n fmt --check                   report what would change, and exit with 1")]
pub(crate) struct Fmt {
    /// Change nothing; exit with 1 if a file would change
    #[arg(long)]
    pub(crate) check: bool,
}

/// Record that translations match the current English
#[derive(clap::Args)]
#[command(after_help = "\
The record is <TAG>/accepted.txt. If the English of a message changes later, `check` and `coverage`
report the translations that are based on the old one.

Examples:
  im-error-l10n accept zh-CN error-not-friend
  im-error-l10n accept zh-CN 56 IsFriend
  im-error-l10n accept zh-CN --all            every message that is translated")]
pub(crate) struct Accept {
    /// The locale
    #[arg(value_name = "TAG")]
    pub(crate) tag: String,

    /// The messages: ids, numbers or names, such as error-not-friend, 56 or NotFriend
    #[arg(value_name = "ID|CODE|NAME", required_unless_present = "all", conflicts_with = "all",
          value_parser = tool::id_of)]
    pub(crate) ids: Vec<&'static str>,

    /// Every message that is translated
    #[arg(long)]
    pub(crate) all: bool,
}
