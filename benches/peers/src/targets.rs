//! The targets, each with what was measured.

use std::collections::HashMap;

use crate::growth::FIRST_TEXT;
use crate::measure::{Case, Work};
use crate::process::Program;
use crate::works::{
    BUNDLE, FLUENT_TEMPLATES, I18N_EMBED, LANGNEG, MATCH, OURS, RUST_I18N, STRERROR,
};

/// All figures of one run.
pub struct Measured {
    pub works: Vec<Work>,
    pub growth: Vec<Work>,
    pub threads: [f64; 2],
    pub programs: Vec<Program>,
    pub heap: HashMap<String, f64>,
}

impl Measured {
    fn case(&self, work: &str, who: &str) -> &Case {
        let work = self.works.iter().find(|it| it.name.starts_with(work)).unwrap();
        work.case(who).unwrap()
    }

    /// Our time over that of another, who may do other work.
    fn ours_over(&self, work: &str, other: (&str, &str)) -> f64 {
        self.case(work, OURS).over(self.case(other.0, other.1))
    }

    fn grown(&self, work: &str) -> f64 {
        let work = self.growth.iter().find(|it| it.name.starts_with(work)).unwrap();
        work.case("200 locales").unwrap().over(work.case("2 locales").unwrap())
    }

    pub fn program(&self, who: &str) -> &Program {
        self.programs.iter().find(|program| program.who == who).unwrap()
    }

    fn size_over(&self, who: &str) -> f64 {
        self.program(OURS).bytes() as f64 / self.program(who).bytes() as f64
    }
}

/// A limit that a figure must not pass.
pub struct Target {
    pub work: String,
    pub measured: f64,
    pub limit: f64,
    pub at_least: bool,
}

impl Target {
    pub fn is_met(&self) -> bool {
        if self.at_least { self.measured >= self.limit } else { self.measured <= self.limit }
    }
}

pub fn targets(all: &Measured) -> Vec<Target> {
    let at_most = |work: &str, measured: f64, limit: f64| Target {
        work: work.to_owned(),
        measured,
        limit,
        at_least: false,
    };
    let bound = "bound look-up";
    let exact = "look-up with the tag `zh-CN`";
    let inexact = "look-up with the tag `zh-Hans-CN`";
    let unknown = "unknown code";
    let lists = ["negotiation of `zh-CN, en-US`", "negotiation of `zh-Hans-CN, en-GB`"];
    let works = all.works.iter().find(|work| work.name == bound).unwrap();
    let peers = works.cases.iter().filter(|it| ![OURS, MATCH, STRERROR].contains(&it.who));
    let fastest = peers.min_by(|a, b| a.nanos().total_cmp(&b.nanos())).unwrap().who;
    let allocations =
        |name: &str| at_most(&format!("allocations of a look-up: {name}"), all.heap[name], 0.0);
    let first = all.program(OURS).over(all.program(I18N_EMBED));
    vec![
        at_most(
            &format!("{bound}, over the fastest peer ({fastest})"),
            all.ours_over(bound, (bound, fastest)),
            0.25,
        ),
        at_most("bound look-up, over the `match`", all.ours_over(bound, (bound, MATCH)), 3.0),
        allocations("bound"),
        at_most(
            "tag `zh-CN`, over rust-i18n with a tag",
            all.ours_over(exact, (exact, RUST_I18N)),
            1.0,
        ),
        allocations("exact"),
        at_most(
            "tag `zh-Hans-CN`, over fluent-templates with `zh-CN`",
            all.ours_over(inexact, (inexact, FLUENT_TEMPLATES)),
            1.0,
        ),
        at_most(
            "bytes that 20,000 look-ups with all kinds of tags leave",
            all.heap["many tags"],
            0.0,
        ),
        at_most("unknown code, over fluent-bundle", all.ours_over(unknown, (unknown, BUNDLE)), 1.3),
        at_most(
            "text and suggestion, over the text alone",
            all.ours_over("text and suggestion", (bound, OURS)),
            2.0,
        ),
        allocations("message"),
        at_most("first text of a process, over i18n-embed", first, 0.6),
        at_most(
            &format!("{}, over fluent-langneg", lists[0]),
            all.ours_over(lists[0], (lists[0], LANGNEG)),
            3.0,
        ),
        at_most(
            &format!("{}, over fluent-langneg", lists[1]),
            all.ours_over(lists[1], (lists[1], LANGNEG)),
            3.0,
        ),
        Target {
            work: format!("two threads, over one (the `match`: {:.2})", all.threads[1]),
            measured: all.threads[0],
            limit: 1.9,
            at_least: true,
        },
        at_most("200 locales, bound look-up, over 2", all.grown(bound), 1.1),
        at_most("200 locales, first text of an embedded one, over 2", all.grown(FIRST_TEXT), 1.2),
        at_most("200 locales, negotiation, over 2", all.grown("negotiation"), 100.0),
        at_most("heap of one locale with all its texts, KiB", all.heap["heap"] / 1024.0, 64.0),
        at_most("size of a program, over i18n-embed", all.size_over(I18N_EMBED), 1.0),
        at_most("size of a program, over fluent-templates", all.size_over(FLUENT_TEMPLATES), 1.0),
    ]
}
