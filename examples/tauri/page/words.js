// The page's own words. Each comes from the first locale of the chain that has it, as the messages do.

const WORDS = {
  "en-US": {
    code: "fails with code",
    details: "Details",
    dismiss: "Dismiss",
    loseConnection: "Lose connection",
    message: "Message",
    messages: "Messages",
    notifications: "Notifications",
    notSent: "Not sent",
    send: "Send",
    system: "System languages",
  },
  "zh-CN": {
    code: "失败的错误码",
    details: "详情",
    dismiss: "关闭",
    loseConnection: "断开网络",
    message: "消息",
    messages: "消息列表",
    notifications: "通知",
    notSent: "发送失败",
    send: "发送",
    system: "跟随系统语言",
  },
};

const NAMES = { "en-US": "English", "zh-CN": "简体中文" };

/** Writes the words of all elements under `root` that name one in `data-word` or `data-word-label`. */
export function draw(root, locales) {
  for (const element of root.querySelectorAll("[data-word]")) {
    const { locale, word } = find(element.dataset.word, locales);
    element.textContent = word;
    element.lang = locale;
  }
  for (const element of root.querySelectorAll("[data-word-label]")) {
    const { word } = find(element.dataset.wordLabel, locales);
    element.ariaLabel = word;
    if ("placeholder" in element) element.placeholder = word;
  }
}

/** Returns the name of a language in that language. */
export function nameOf(locale) {
  return NAMES[locale] ?? new Intl.DisplayNames(locale, { type: "language" }).of(locale);
}

function find(id, locales) {
  const locale = locales.find((locale) => WORDS[locale]?.[id] !== undefined) ?? "en-US";
  return { locale, word: WORDS[locale][id] };
}
