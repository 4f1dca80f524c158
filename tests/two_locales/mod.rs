//! A localizer whose locales do not depend on what the crate embeds.

use im_error_l10n::{Localizer, LocalizerBuilder};

/// Returns a builder with the locales en-US and zh-CN, each with two messages, and nothing else.
pub(crate) fn builder() -> LocalizerBuilder {
    Localizer::builder()
        .without_embedded()
        .ftl("en-US", "error-success = The operation succeeded.\nerror-not-friend = Not friends.")
        .ftl("zh-CN", "error-success = 成功\nerror-not-friend = 不是好友")
}
