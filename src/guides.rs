//! The guides of the repository.

/// Generates a module from each guide. The definitions of `crate-page.md` come first, so they win
/// over those of the guide: a link to a file becomes a link to a module here.
macro_rules! guides {
    ($($name:ident = $file:literal;)+) => {
        $(
            #[doc = include_str!("../docs/crate-page.md")]
            #[doc = include_str!(concat!("../", $file))]
            pub mod $name {}
        )+
    };
}

guides! {
    readme_zh_cn = "README.zh-CN.md";
    translating = "TRANSLATING.md";
    translating_zh_cn = "TRANSLATING.zh-CN.md";
    export = "EXPORT.md";
    export_zh_cn = "EXPORT.zh-CN.md";
    contributing = "CONTRIBUTING.md";
    changelog = "CHANGELOG.md";
    security = "SECURITY.md";
}
