//! Makes cargo notice a new folder under `locales`, which embedding alone does not.

fn main() {
    println!("cargo::rerun-if-changed=locales");
}
