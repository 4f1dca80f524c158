//! Measures im-error-l10n beside what else one would pick, and prints the figures as Markdown.
//!
//! `cargo run --release --manifest-path benches/peers/Cargo.toml`, from the folder of the crate.

mod growth;
mod measure;
mod process;
mod report;
mod targets;
mod versions;
mod works;

include!(concat!(env!("OUT_DIR"), "/rust_i18n.rs"));

fn main() {
    let peers = works::Peers::new();
    let mut works = works::texts(peers);
    works.extend(works::negotiations());
    let compared = works.len();
    works.extend(growth::growth());
    measure::measure(&mut works);
    let growth = works.split_off(compared);

    let measured = targets::Measured {
        works,
        growth,
        threads: works::threads(peers),
        programs: process::first_texts(),
        heap: process::heap(),
    };
    println!("{}\n", versions::line());
    report::targets(&targets::targets(&measured));
    report::peers(&measured);
    report::growth(&measured);
    report::programs(&measured);
}
