// The page: a chat whose SDK fails, and the controls that make it fail.

import { PageLocalizer, errorTypes } from "./localizer.js";
import { FakeSdk } from "./sdk.js";
import { Toasts } from "./toasts.js";
import { showWords } from "./words.js";

const UNKNOWN = 99999;
const BURST = 12;
const LOGGED = 3;

const phone = matchMedia("(max-width: 30rem)");
const $ = (id) => document.getElementById(id);

export const sdk = new FakeSdk();
export const localizer = await PageLocalizer.load();
let words = showWords(navigator.languages);
export const toasts = new Toasts($("toasts"), localizer.message, {
  limit: () => (phone.matches ? 2 : 4),
});

function report(error) {
  toasts.show(error.type);
  const line = document.createElement("li");
  line.textContent = JSON.stringify(error);
  $("log").prepend(line);
  while ($("log").children.length > LOGGED) $("log").lastChild.remove();
}

function element(tag, className, text = "") {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}

async function send(text) {
  const item = element("li", "message outgoing sending");
  item.append(element("p", "bubble", text));
  $("messages").append(item);
  item.scrollIntoView({ block: "nearest" });
  try {
    await sdk.sendMessage(text);
    item.classList.remove("sending");
  } catch (error) {
    item.classList.replace("sending", "failed");
    const retry = Object.assign(element("button", "retry", words.notSent), { type: "button" });
    retry.dataset.word = "notSent"; // follows the language, like everything that the page says
    retry.addEventListener("click", () => {
      item.remove();
      send(text);
      $("text").focus();
    });
    item.append(retry);
    item.scrollIntoView({ block: "nearest" });
    report(error);
  }
}

async function speak() {
  const choice = $("language").value;
  const languages = choice === "" ? navigator.languages : [choice];
  if (!(await localizer.speak(languages))) return;
  words = showWords(languages);
  toasts.redraw(languages, words);
  $("locales").textContent = localizer.locales.join(words.then);
}

const chosen = () => Number($("code").value);

for (const { code, name } of errorTypes()) $("code").append(new Option(`${code} ${name}`, code));
$("code").value = 56;
sdk.failWith = chosen();
sdk.addEventListener("error", (event) => report(event.detail));
$("code").addEventListener("change", () => {
  sdk.failWith = chosen();
});
$("raise").addEventListener("click", () => sdk.fail(chosen()));
$("unknown").addEventListener("click", () => sdk.fail(UNKNOWN));
$("burst").addEventListener("click", () => {
  for (let sent = 0; sent < BURST; sent += 1) sdk.fail(chosen());
});
$("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = $("text").value.trim();
  if (text !== "") send(text);
  $("text").value = "";
});
$("language").addEventListener("change", speak);
window.addEventListener("languagechange", speak);

await speak();
document.documentElement.dataset.ready = "";
