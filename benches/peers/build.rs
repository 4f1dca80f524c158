//! Runs fluent-zero's build step, which turns the files in `locales/` into Rust.

fn main() {
    println!("cargo::rerun-if-changed=../../locales");
    #[cfg(feature = "fluent-zero")]
    fluent_zero_build::FluentZeroBuilder::new("../../locales").use_isolating(false).generate();
}
