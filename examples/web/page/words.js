// The page's own words: like an error message, each is in the best of the user's languages.

import { negotiate } from "./localizer.js";

const WORDS = {
  en: {
    title: "Localized error toasts in a chat",
    toasts: "Notifications, F8",
    peer: "Lin Wei",
    online: "Online",
    language: "Language",
    automatic: "Automatic",
    messages: "Messages",
    today: "Today",
    asked: "Hi! Did the build from last night make it to the testers?",
    answered: "It did. Two of them write in Chinese, one in French.",
    glad: "Great, let me see what they say.",
    wanted: "Send me the log when you have it.",
    message: "Message",
    write: "Write a message",
    send: "Send",
    notSent: "Not sent. Try again",
    panel: "Make the SDK fail",
    panelHint: "Messages you send fail with this code; 0 lets them through.",
    type: "Error type",
    raise: "Raise",
    burst: "Burst ×12",
    unknown: "Unknown",
    answersIn: "Answers in",
    then: ", then ",
    log: "What the SDK said",
    newest: "Newest toast",
    dismiss: "Dismiss",
    times: (count) => `${count} times`,
  },
  "zh-CN": {
    title: "聊天中的多语言错误提示",
    toasts: "通知，F8",
    peer: "林薇",
    online: "在线",
    language: "语言",
    automatic: "自动",
    messages: "聊天消息",
    today: "今天",
    asked: "昨晚的版本发给测试同学了吗？",
    answered: "发了，两位用中文，一位用法语。",
    glad: "太好了，我看看他们怎么说。",
    wanted: "拿到日志后发我一份。",
    message: "消息",
    write: "输入消息",
    send: "发送",
    notSent: "未发送，点击重试",
    panel: "让 SDK 报错",
    panelHint: "发送的消息会以此错误码失败；选 0 则发送成功。",
    type: "错误类型",
    raise: "触发",
    burst: "连续 12 次",
    unknown: "未知错误码",
    answersIn: "文案语言",
    then: "，然后 ",
    log: "SDK 返回的内容",
    newest: "最新的提示",
    dismiss: "关闭",
    times: (count) => `${count} 次`,
  },
  "zh-TW": {
    title: "聊天中的多語言錯誤提示",
    toasts: "通知，F8",
    peer: "林薇",
    online: "在線上",
    language: "語言",
    automatic: "自動",
    messages: "聊天訊息",
    today: "今天",
    asked: "昨晚的版本寄給測試人員了嗎？",
    answered: "寄了，兩位用中文，一位用法文。",
    glad: "太好了，我看看他們怎麼說。",
    wanted: "拿到記錄檔後傳一份給我。",
    message: "訊息",
    write: "輸入訊息",
    send: "傳送",
    notSent: "未送出，點一下重試",
    panel: "讓 SDK 發生錯誤",
    panelHint: "送出的訊息會以這個錯誤碼失敗；選 0 則會成功。",
    type: "錯誤類型",
    raise: "觸發",
    burst: "連續 12 次",
    unknown: "未知錯誤碼",
    answersIn: "訊息語言",
    then: "，然後 ",
    log: "SDK 傳回的內容",
    newest: "最新的提示",
    dismiss: "關閉",
    times: (count) => `${count} 次`,
  },
};

/** Puts the words on the page in the best of these languages, and returns them. */
export function showWords(languages) {
  const [locale = "en"] = negotiate(languages, Object.keys(WORDS));
  const words = WORDS[locale];
  document.documentElement.lang = locale;
  document.title = words.title;
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = words[element.dataset.word];
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.ariaLabel = words[element.dataset.label];
  }
  for (const element of document.querySelectorAll("[data-placeholder]")) {
    element.placeholder = words[element.dataset.placeholder];
  }
  return words;
}
