//! What can be written on the command line.

use std::path::PathBuf;

use anstream::ColorChoice;
use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser;
use clap::{Parser, Subcommand, ValueEnum};
use im_error_l10n::ErrorType;

/// Shows, checks and tends the error texts of the instant-messaging SDK.
#[derive(Parser)]
#[command(
    version,
    max_term_width = 100,
    after_help = "\
Exit status: 0 fine, 1 findings, 2 wrong usage or an input/output error.

Examples:
  im-error-l10n show 56 --locale zh-CN       the text of code 56 in Chinese
  im-error-l10n check --dir locales          what is wrong with the texts in a folder
  im-error-l10n coverage                     how much is translated
  im-error-l10n preview -o preview.html      all texts as toasts, on one page"
)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// A folder of locales (<DIR>/<tag>/*.ftl) instead of the embedded texts
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) dir: Option<PathBuf>,

    /// When to color the output; NO_COLOR is heeded
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
    Fmt(Fmt),
    Accept(Accept),
}

/// Show the text and the suggestion of a code, or all codes
#[derive(clap::Args)]
#[command(
    allow_negative_numbers = true,
    after_help = "\
Examples:
  im-error-l10n show 56                       in the language of the system
  im-error-l10n show NotFriend --locale zh-CN
  im-error-l10n show 56 1008 --locale fr --locale zh-CN
                                              the first of these that there are texts for
  im-error-l10n show --format json            all texts, for a program
  im-error-l10n show --locale zh-CN --format markdown > texts.md"
)]
pub(crate) struct Show {
    /// Numbers or names, such as 56 or NotFriend; all codes if none is given
    #[arg(value_name = "CODE|NAME", value_parser = code)]
    pub(crate) codes: Vec<i32>,

    /// A locale that the reader wants, most wanted first; the system's if none is given
    #[arg(long = "locale", value_name = "TAG")]
    pub(crate) locales: Vec<String>,

    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ShowFormat,
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub(crate) enum ShowFormat {
    #[default]
    Text,
    Json,
    Markdown,
}

/// Reads a number or the name of an error type.
fn code(word: &str) -> Result<i32, String> {
    let digits = word.strip_prefix(['-', '+']).unwrap_or(word);
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let range = format!("codes are numbers from {} to {}", i32::MIN, i32::MAX);
        return word.parse().map_err(|_| range);
    }
    let error: ErrorType = word.parse().map_err(|error: im_error_l10n::Error| error.to_string())?;
    Ok(error.code())
}

/// Find what is wrong with the texts
#[derive(clap::Args)]
#[command(after_help = "\
A comment `# lint: allow RULE` over a message silences that rule for the message.

Examples:
  im-error-l10n check                         the embedded texts
  im-error-l10n check --dir locales --deny-warnings
  im-error-l10n check --format github         annotations for a workflow")]
pub(crate) struct Check {
    /// How to write the findings
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: CheckFormat,

    /// Exit with 1 for warnings too
    #[arg(long)]
    pub(crate) deny_warnings: bool,
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub(crate) enum CheckFormat {
    #[default]
    Human,
    Json,
    Github,
}

/// Show how much of each locale is translated
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  im-error-l10n coverage --dir locales
  im-error-l10n coverage --format markdown    a table for a README or a pull request")]
pub(crate) struct Coverage {
    /// How to write it
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

/// Write a page that shows every text as a toast
#[derive(clap::Args)]
#[command(after_help = "\
The page is one file and needs no network.

Examples:
  im-error-l10n preview -o preview.html
  im-error-l10n preview --dir locales -o preview.html --watch
                                              writes the page again whenever a text changes")]
pub(crate) struct Preview {
    /// The file to write
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,

    /// Write the page again whenever a file of the folder changes (./locales without --dir)
    #[arg(long)]
    pub(crate) watch: bool,
}

/// Make the file of a new locale, with every message to translate
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  im-error-l10n new-locale fr                 makes locales/fr/errors.ftl
  im-error-l10n new-locale zh-TW --dir my/locales")]
pub(crate) struct NewLocale {
    /// The locale: a canonical BCP 47 tag, such as fr or zh-TW
    #[arg(value_name = "TAG")]
    pub(crate) tag: String,
}

/// Bring the files into the canonical form
#[derive(clap::Args)]
#[command(after_help = "\
Order of the codes, one blank line between messages, `{ $x }` in placeables; every comment is kept.
A file with syntax errors is not touched.

Examples:
  im-error-l10n fmt                           the files in ./locales
  im-error-l10n fmt --check --dir locales     say what would change, and exit with 1")]
pub(crate) struct Fmt {
    /// Change nothing, and exit with 1 if something would change
    #[arg(long)]
    pub(crate) check: bool,
}

/// Record that translations fit the English as it is now
#[derive(clap::Args)]
#[command(after_help = "\
The record is <locale>/accepted.txt. When the English of a message changes later, `check` and
`coverage` tell which translations were made from the old one.

Examples:
  im-error-l10n accept                        all translations in ./locales
  im-error-l10n accept zh-CN error-not-friend")]
pub(crate) struct Accept {
    /// The locale; all if none is given
    pub(crate) locale: Option<String>,

    /// The messages, such as error-not-friend; all if none is given
    #[arg(value_name = "ID")]
    pub(crate) ids: Vec<String>,
}
