//! What the number of locales costs: the same look-ups at 2, 20 and 200.

use std::hint::black_box;
use std::time::{Duration, Instant};

use im_error_l10n::{ErrorType, Localizer};
use peers::{NOT_FRIEND, SOURCE_EN, tags};

use crate::measure::{Case, Run, Work, timed};

/// How many locales there are, with the two embedded ones. The names are those of the cases.
pub const SIZES: [(&str, usize); 3] = [("2 locales", 2), ("20 locales", 20), ("200 locales", 200)];

fn localizer(locales: usize) -> Localizer {
    let added = tags::TAGS.iter().take(locales - 2);
    let builder = added.fold(Localizer::builder(), |builder, tag| builder.ftl(tag, SOURCE_EN));
    let localizer = builder.build().unwrap();
    assert_eq!(localizer.locales().count(), locales, "two tags are one locale");
    localizer
}

/// Bound and unbound look-ups, negotiation, and the first text of an embedded locale.
pub fn growth() -> Vec<Work> {
    let work = |name, run: &dyn Fn(&'static Localizer) -> (usize, Run)| {
        let cases = SIZES.map(|(size, locales)| {
            let (operations, run) = run(Box::leak(Box::new(localizer(locales))));
            Case::new(size, operations, run)
        });
        Work { name, cases: cases.into() }
    };
    let codes = ErrorType::ALL.len();
    let tagged = |tag: &'static str| {
        move |localizer: &'static Localizer| -> (usize, Run) {
            let run = move || {
                for code in ErrorType::ALL {
                    black_box(localizer.text(black_box(*code), black_box(tag)));
                }
            };
            (codes, Box::new(move |repetitions| timed(repetitions, run)))
        }
    };
    let bound = |localizer: &'static Localizer| -> (usize, Run) {
        let chain = localizer.negotiate(["zh-CN"]);
        let run = move |repetitions| {
            timed(repetitions, || {
                for code in ErrorType::ALL {
                    black_box(chain.text(black_box(*code)));
                }
            })
        };
        (codes, Box::new(run))
    };
    let negotiation = |localizer: &'static Localizer| -> (usize, Run) {
        let run = || drop(black_box(localizer.negotiate(black_box(["zh-Hans-CN", "en-GB"]))));
        (1, Box::new(move |repetitions| timed(repetitions, run)))
    };
    vec![
        work("bound look-up", &bound),
        work("look-up with the tag `zh-CN`", &tagged("zh-CN")),
        work("look-up with the tag `zh-Hans-CN`", &tagged("zh-Hans-CN")),
        work("negotiation of `zh-Hans-CN, en-GB`", &negotiation),
        Work { name: FIRST_TEXT, cases: SIZES.map(first_text).into() },
    ]
}

pub const FIRST_TEXT: &str = "first text of an embedded locale";

/// A new localizer for each text. A small one reads the same before, so that what is measured is
/// to read a locale, and not how much of the caches the building of the others took.
fn first_text((size, locales): (&'static str, usize)) -> Case {
    let run = move |repetitions| {
        let mut sum = Duration::ZERO;
        for _ in 0..repetitions {
            let localizer = localizer(locales);
            black_box(self::localizer(2).text(NOT_FRIEND, black_box("zh-CN")));
            let start = Instant::now();
            black_box(localizer.text(NOT_FRIEND, black_box("zh-CN")));
            sum += start.elapsed();
        }
        sum
    };
    Case::new(size, 1, Box::new(run))
}
