//! Prints one text with im-error-l10n.

use im_error_l10n::Localizer;

fn main() {
    peers::print_first(|| Localizer::builtin().text(peers::NOT_FRIEND, "zh-CN"));
}
