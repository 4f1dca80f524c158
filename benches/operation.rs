//! Does one operation a number of times, for `instructions.sh` to count what it costs.
//!
//! `operation NAME COUNT LOCALES`; without arguments, the names. Two runs with different counts
//! have everything else in common, so the difference is the operations alone.

// What cannot be set up cannot be measured; and printing is what this program does.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::hint::black_box;
use std::process::ExitCode;

use im_error_l10n::{ErrorType, LocaleChain, Localizer, fluent_args};

mod setup;

/// The names, in the order of the table.
const NAMES: [&str; 14] = [
    "bound",
    "bound message",
    "bound, unknown code",
    "bound, with arguments",
    "tag zh-CN",
    "tag zh-Hans-CN",
    "tag en-GB",
    "tag zh-CN, message",
    "negotiate zh-CN",
    "negotiate zh-Hans-CN",
    "negotiate fr-CH, zh-Hans-CN, en-GB",
    "negotiate header",
    "first text",
    "build",
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|it| it != "--bench").collect();
    let number = |at: usize| arguments.get(at).and_then(|it| it.parse().ok());
    match arguments.first().map(|name| NAMES.iter().position(|it| it == name)) {
        Some(Some(operation)) => run(operation, number(1).unwrap_or(1), number(2).unwrap_or(2)),
        Some(None) => return ExitCode::FAILURE,
        None => NAMES.iter().for_each(|name| println!("{name}")),
    }
    ExitCode::SUCCESS
}

fn run(operation: usize, count: usize, locales: usize) {
    let localizer = setup::localizer(locales);
    let chain = localizer.negotiate(["zh-CN"]);
    let with_limit = setup::with_argument(locales);
    let limited = with_limit.negotiate(["zh-CN"]);
    // All texts are there before the first is counted.
    for code in ErrorType::ALL {
        for tag in ["zh-CN", "zh-Hans-CN", "en-GB"] {
            black_box(localizer.message(*code, tag));
        }
    }
    black_box((
        chain.text(UNKNOWN),
        limited.text_with(setup::WITH_LIMIT, &fluent_args!["limit" => 5]),
    ));
    for code in ErrorType::ALL.iter().cycle().take(count) {
        once(operation, black_box(code.code()), &localizer, &chain, &limited, locales);
    }
}

const UNKNOWN: i32 = 99999;

fn once(
    operation: usize,
    code: i32,
    localizer: &Localizer,
    chain: &LocaleChain<'_>,
    limited: &LocaleChain<'_>,
    locales: usize,
) {
    match operation {
        0 => drop(black_box(chain.text(code))),
        1 => drop(black_box(chain.message(code))),
        2 => drop(black_box(chain.text(black_box(UNKNOWN)))),
        3 => drop(black_box(limited.text_with(setup::WITH_LIMIT, &fluent_args!["limit" => code]))),
        4 => drop(black_box(localizer.text(code, black_box("zh-CN")))),
        5 => drop(black_box(localizer.text(code, black_box("zh-Hans-CN")))),
        6 => drop(black_box(localizer.text(code, black_box("en-GB")))),
        7 => drop(black_box(localizer.message(code, black_box("zh-CN")))),
        8 => drop(black_box(localizer.negotiate([black_box("zh-CN")]))),
        9 => drop(black_box(localizer.negotiate([black_box("zh-Hans-CN")]))),
        10 => drop(black_box(localizer.negotiate(black_box(["fr-CH", "zh-Hans-CN", "en-GB"])))),
        11 => drop(black_box(localizer.negotiate_header(black_box(setup::HEADER)))),
        12 => {
            drop(black_box(setup::localizer(locales).text(code, black_box("zh-CN")).into_owned()))
        }
        _ => drop(black_box(setup::localizer(locales))),
    }
}
