// The page: a chat whose SDK fails. It keeps codes, and asks the backend for texts after each change.

import { Toasts } from "./toasts.js";
import { draw, nameOf } from "./words.js";

const { invoke } = window.__TAURI__.core;
const { listen } = window.__TAURI__.event;
const $ = (id) => document.getElementById(id);

const toasts = new Toasts($("toasts"), $("text"));
let redraws = 0;

/** Redraws everything in the picked language. If it is called again meanwhile, the last call draws. */
async function redraw() {
  redraws += 1;
  const redrawn = redraws;
  const language = $("language").value || null;
  const { available, locales, messages } = await invoke("texts", { language, codes: toasts.codes });
  if (redrawn !== redraws) return;
  offer(available);
  for (const message of messages) toasts.draw(message);
  document.documentElement.lang = locales[0];
  draw(document.body, locales);
}

function offer(locales) {
  const select = $("language");
  for (const locale of locales.slice(select.options.length - 1)) {
    const option = new Option(nameOf(locale), locale);
    option.lang = locale;
    select.append(option);
  }
}

function report(error) {
  if (toasts.add(error)) redraw(); // otherwise the toast only counts
}

async function send(text, code) {
  const line = document.createElement("li");
  line.append(Object.assign(document.createElement("bdi"), { textContent: text }));
  $("lines").append(line);
  try {
    await invoke("send_message", { text, code });
  } catch (error) {
    const note = document.createElement("span");
    note.dataset.word = "notSent";
    line.append(" ", note);
    report(error);
    redraw(); // for the note
  }
  line.scrollIntoView({ block: "nearest" });
}

$("language").addEventListener("change", redraw);
$("lose").addEventListener("click", () => invoke("lose_connection"));
$("draft").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = $("text").value;
  if (text.trim() === "") return;
  send(text, $("code").value);
  $("text").value = "";
  $("text").focus();
});

await listen("sdk-error", ({ payload }) => report(payload));
await redraw();
document.documentElement.dataset.ready = "";
