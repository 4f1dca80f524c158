//! `bindgen MODULE FOLDER` does the same as `wasm-bindgen --target web`, but builds in a tenth of
//! the time.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let mut args = env::args_os().skip(1).map(PathBuf::from);
    let module = args.next().context("the first argument is the module that cargo built")?;
    let folder = args.next().context("the second argument is the folder to write to")?;
    Bindgen::new()
        .input_path(&module)
        .out_name("im_error_l10n")
        .web(true)?
        .typescript(true)
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&folder)
        .with_context(|| format!("cannot bind `{}`", module.display()))
}
