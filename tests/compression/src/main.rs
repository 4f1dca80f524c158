//! Prints the embedded files in both ways, as `<tag> <length>`.

fn main() {
    for (tag, source) in im_error_l10n::sources() {
        println!("{tag} {}", source.len());
    }
    for path in im_error_l10n::Locales::iter().filter(|path| path.ends_with(".ftl")) {
        let file = im_error_l10n::Locales::get(&path);
        let tag = path.split('/').next().unwrap_or_default();
        println!("{tag} {}", file.map_or(0, |file| file.data.len()));
    }
}
