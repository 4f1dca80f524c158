//! The command line.

use std::path::PathBuf;

use anstream::ColorChoice;
use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser;
use clap::{Parser, Subcommand, ValueEnum};

use crate::values::{code, message_id, package};

/// Shows, checks and maintains the error messages of the instant-messaging SDK.
#[derive(Parser)]
#[command(
    version,
    max_term_width = 100,
    after_help = "\
Exit status: 0 success, 1 findings, 2 usage or input/output error.

Examples:
  im-error-l10n show 56 --locale zh-CN    the message for code 56 in Chinese
  im-error-l10n check                     the mistakes in ./locales
  im-error-l10n coverage                  how much is translated
  im-error-l10n preview -o preview.html   every message as a toast, on one page"
)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// The folder of locales (<DIR>/<tag>/*.ftl) to use instead of ./locales
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
    Explain(Explain),
    Check(Check),
    Coverage(Coverage),
    Preview(Preview),
    Export(Export),
    NewLocale(NewLocale),
    Update(Update),
    Fmt(Fmt),
    Accept(Accept),
    Embed(Embed),
}

/// Show the messages for some or all error codes
#[derive(clap::Args)]
#[command(
    allow_negative_numbers = true,
    after_help = "\
Without --dir or --overlay, shows the embedded messages.

Examples:
  im-error-l10n show 56                       in the system's language
  im-error-l10n show error-not-friend --locale zh-CN
  im-error-l10n show 56 1008 --locale fr --locale zh-CN
                                              in French, or else in Chinese
  im-error-l10n show --format json            all messages, for a program
  im-error-l10n show --overlay my/locales 56  with an application's own messages
  im-error-l10n show --locale zh-CN --format markdown > messages.md"
)]
pub(crate) struct Show {
    /// Codes, names or ids, such as 56, NotFriend or error-not-friend [default: all]
    #[arg(value_name = "CODE|NAME|ID", value_parser = code)]
    pub(crate) codes: Vec<i32>,

    /// A preferred locale; can be repeated, most preferred first [default: the system's]
    #[arg(long = "locale", value_name = "TAG")]
    pub(crate) locales: Vec<String>,

    /// The output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ShowFormat,

    #[command(flatten)]
    pub(crate) overlay: Overlay,
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub(crate) enum ShowFormat {
    #[default]
    Text,
    Json,
    Markdown,
}

#[derive(clap::Args)]
pub(crate) struct Overlay {
    /// A folder of an application's messages, layered over the embedded ones
    #[arg(long = "overlay", value_name = "DIR", conflicts_with = "dir")]
    pub(crate) path: Option<PathBuf>,
}

/// Show what a developer needs to know about one code
#[derive(clap::Args)]
#[command(
    allow_negative_numbers = true,
    after_help = "\
Without --dir, explains the embedded messages.

Examples:
  im-error-l10n explain 56
  im-error-l10n explain NotFriend"
)]
pub(crate) struct Explain {
    /// A code, name or id, such as 56, NotFriend or error-not-friend
    #[arg(value_name = "CODE|NAME|ID", value_parser = code)]
    pub(crate) code: i32,
}

/// Find mistakes in the messages
#[derive(clap::Args)]
#[command(after_help = "\
To silence a rule for a message, write `# lint: allow RULE` in a comment above it.

Examples:
  im-error-l10n check --deny-warnings
  im-error-l10n check --locale zh-CN --watch
  im-error-l10n check --overlay my/locales    an application's own messages
  im-error-l10n check --format short          one line per finding, for editors
  im-error-l10n check --format github         annotations for a workflow")]
pub(crate) struct Check {
    /// Check only this locale; can be repeated
    #[arg(long = "locale", value_name = "TAG")]
    pub(crate) locales: Vec<String>,

    /// The output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: CheckFormat,

    /// Exit with status 1 if there are warnings
    #[arg(long)]
    pub(crate) deny_warnings: bool,

    /// Check again whenever a file in the folder changes
    #[arg(long)]
    pub(crate) watch: bool,

    #[command(flatten)]
    pub(crate) overlay: Overlay,
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
  im-error-l10n coverage --format markdown    a table for a pull request
  im-error-l10n coverage --overlay my/locales with an application's own messages and codes")]
pub(crate) struct Coverage {
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: CoverageFormat,

    #[command(flatten)]
    pub(crate) overlay: Overlay,
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
The page is a single file that needs no network.

Examples:
  im-error-l10n preview -o preview.html
  im-error-l10n preview -o preview.html --locale ja
                                              only Japanese, next to the English
  im-error-l10n preview -o preview.html --watch")]
pub(crate) struct Preview {
    /// The file to write
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,

    /// Show only this locale, next to the English; can be repeated
    #[arg(long = "locale", value_name = "TAG")]
    pub(crate) locales: Vec<String>,

    /// Write the page again whenever a file in the folder changes
    #[arg(long)]
    pub(crate) watch: bool,

    #[command(flatten)]
    pub(crate) overlay: Overlay,
}

/// Write the messages for a UI that is not written in Rust
#[derive(clap::Args)]
#[command(after_help = "\
Without --dir or --overlay, takes ./locales, or else the embedded messages. The default locale is
always exported: it is where each platform looks last.

Exit status: 1 if a message is left out because the format cannot hold it.

Examples:
  im-error-l10n export --format typescript -o src
                                              im-errors.ts
  im-error-l10n export --format android --package com.example.chat -o im-errors
  im-error-l10n export --format apple --overlay my/locales
                                              with an application's own messages")]
pub(crate) struct Export {
    /// The format
    #[arg(long, value_enum)]
    pub(crate) format: ExportFormat,

    /// The folder to write to
    #[arg(short, long, value_name = "DIR", default_value = ".")]
    pub(crate) output: PathBuf,

    /// Export only this locale and the default; can be repeated
    #[arg(long = "locale", value_name = "TAG")]
    pub(crate) locales: Vec<String>,

    /// The Java package of the Android class, which is the one with the class R
    #[arg(long, value_name = "NAME", default_value = "imerrors.l10n", value_parser = package)]
    pub(crate) package: String,

    #[command(flatten)]
    pub(crate) overlay: Overlay,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum ExportFormat {
    Typescript,
    Android,
    Apple,
    Flutter,
    Harmony,
}

/// Create the file of a new locale, with a stub for each message
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

/// Add stubs for new messages, and update the English in existing stubs
#[derive(clap::Args)]
#[command(after_help = "\
Translations are not changed.

Examples:
  im-error-l10n update                        all locales
  im-error-l10n update ja")]
pub(crate) struct Update {
    /// The locale to update [default: all]
    #[arg(value_name = "TAG")]
    pub(crate) tag: Option<String>,
}

/// Format the message files
#[derive(clap::Args)]
#[command(after_help = "\
Messages are sorted by code and written in the form of fluent.syntax 0.19.
Comments and texts are kept. Files with syntax errors are skipped.

Examples:
  im-error-l10n fmt
  im-error-l10n fmt --check                   list files that would change")]
pub(crate) struct Fmt {
    /// Change no files; exit with status 1 if any would change
    #[arg(long)]
    pub(crate) check: bool,
}

/// Record that translations match the current English
#[derive(clap::Args)]
#[command(after_help = "\
The record is <TAG>/accepted.txt. If the English of a message changes later,
`check` and `coverage` report the translation as outdated.

Examples:
  im-error-l10n accept zh-CN error-not-friend
  im-error-l10n accept zh-CN 56 IsFriend
  im-error-l10n accept zh-CN --all            every translated message")]
pub(crate) struct Accept {
    /// The locale of the translations
    #[arg(value_name = "TAG")]
    pub(crate) tag: String,

    /// Ids, codes or names, such as error-not-friend, 56 or NotFriend
    #[arg(value_name = "ID|CODE|NAME", required_unless_present = "all", conflicts_with = "all",
          value_parser = message_id)]
    pub(crate) ids: Vec<&'static str>,

    /// Accept every message that is translated
    #[arg(long)]
    pub(crate) all: bool,
}

/// Write the messages into the library, so that it shows them
#[derive(clap::Args)]
#[command(after_help = "\
Resolves the messages in ./locales and writes them to ./src/texts/generated.rs.

Examples:
  im-error-l10n embed
  im-error-l10n embed --check                 only say whether the file is stale")]
pub(crate) struct Embed {
    /// Change no file; exit with status 1 if it would change
    #[arg(long)]
    pub(crate) check: bool,
}
