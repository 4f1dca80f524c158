//! The tables.

use crate::growth::SIZES;
use crate::measure::Case;
use crate::targets::{Measured, Target};
use crate::works::{
    BUNDLE, ES_FLUENT, FLUENT_TEMPLATES, I18N_EMBED, LANGNEG, LANGNEG_READ, MATCH, OURS, RUST_I18N,
    STRERROR,
};

fn row(cells: impl IntoIterator<Item = String>) {
    println!("| {} |", cells.into_iter().collect::<Vec<_>>().join(" | "));
}

fn head<'a>(cells: impl IntoIterator<Item = &'a str>) {
    let cells: Vec<_> = cells.into_iter().map(str::to_owned).collect();
    let line = std::iter::once("---").chain(cells.iter().skip(1).map(|_| "--:"));
    let line = line.collect::<Vec<_>>().join("|");
    row(cells);
    println!("|{line}|");
}

/// Each target, and whether it is met.
pub fn targets(targets: &[Target]) {
    head(["work", "measured", "target", "met"]);
    for target in targets {
        let sign = if target.at_least { "≥" } else { "≤" };
        let met = if target.is_met() { "yes" } else { "**no**" };
        row([
            target.work.clone(),
            figure(target.measured),
            format!("{sign} {}", target.limit),
            met.to_owned(),
        ]);
    }
    println!();
}

/// How many times our time everybody takes.
pub fn peers(all: &Measured) {
    let all_of_them = [
        MATCH,
        STRERROR,
        BUNDLE,
        FLUENT_TEMPLATES,
        I18N_EMBED,
        RUST_I18N,
        ES_FLUENT,
        LANGNEG,
        LANGNEG_READ,
    ];
    println!("Times our time:\n");
    head(["work", "ours, ns"].into_iter().chain(all_of_them));
    for work in &all.works {
        let ours = work.case(OURS).unwrap();
        let over = |who: &str| work.case(who).map_or("".to_owned(), |it| figure(it.over(ours)));
        let cells = [work.name.to_owned(), figure(ours.nanos())];
        row(cells.into_iter().chain(all_of_them.map(over)));
    }
    println!();
}

/// What the number of locales costs.
pub fn growth(all: &Measured) {
    println!("Nanoseconds by the number of locales:\n");
    head(std::iter::once("work").chain(SIZES.map(|(size, _)| size)));
    for work in &all.growth {
        let nanos = |(size, _): (&str, usize)| {
            work.case(size).map(Case::nanos).map_or("".to_owned(), figure)
        };
        row(std::iter::once(work.name.to_owned()).chain(SIZES.map(nanos)));
    }
    println!();
}

/// The programs that print one text, and the heap.
pub fn programs(all: &Measured) {
    let ours = all.program(OURS);
    println!("A program that prints one text, stripped:\n");
    head(["with", "bytes", "first text, µs", "times ours"]);
    for program in &all.programs {
        row([
            program.who.to_owned(),
            program.bytes().to_string(),
            figure(program.nanos() / 1000.0),
            figure(program.over(ours)),
        ]);
    }
    println!("\nAllocations of a look-up, and bytes that stay allocated:\n");
    head(["what", "figure"]);
    let mut heap: Vec<_> = all.heap.iter().collect();
    heap.sort_by_key(|(name, _)| *name);
    for (name, count) in heap {
        row([name.clone(), figure(*count)]);
    }
}

/// Three digits are as much as a measurement is good for; a whole number stays whole.
fn figure(figure: f64) -> String {
    match figure {
        _ if figure.fract() == 0.0 || figure >= 100.0 => format!("{figure:.0}"),
        10.0.. => format!("{figure:.1}"),
        _ => format!("{figure:.2}"),
    }
}
