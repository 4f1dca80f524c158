//! The labels of the window itself, in the same languages as the error messages.

use im_error_l10n::LocaleChain;

/// The labels in one language.
pub(crate) struct Words {
    pub(crate) copy: &'static str,
    pub(crate) dismiss: &'static str,
    pub(crate) send: &'static str,
    pub(crate) message: &'static str,
    /// What precedes the reason, with the language's own colon.
    pub(crate) not_sent: &'static str,
    /// What an empty chat says.
    pub(crate) hint: &'static str,
    pub(crate) lose_connection: &'static str,
    pub(crate) system: &'static str,
}

const ENGLISH: Words = Words {
    copy: "Copy details",
    dismiss: "Dismiss",
    send: "Send",
    message: "Message",
    not_sent: "Not sent: ",
    hint: "Send a message: the SDK fails each time, and a toast says why.",
    lose_connection: "Lose connection",
    system: "System languages",
};

const CHINESE: Words = Words {
    copy: "复制详情",
    dismiss: "关闭",
    send: "发送",
    message: "消息",
    not_sent: "发送失败：",
    hint: "请发送一条消息：SDK 每次都会报错，窗口右侧会提示原因。",
    lose_connection: "断开网络",
    system: "跟随系统语言",
};

/// Returns the labels for the first locale of a chain.
pub(crate) fn words(chain: &LocaleChain) -> &'static Words {
    match chain.locales().next() {
        Some("zh-CN") => &CHINESE,
        _ => &ENGLISH,
    }
}

/// Returns the name of a language in that language.
pub(crate) fn name(locale: &str) -> &str {
    match locale {
        "zh-CN" => "简体中文",
        "en-US" => "English",
        other => other,
    }
}
