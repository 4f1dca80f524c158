// The open toasts. Each keeps its code; `draw` gives it a message, at first and in another language.
// Everything is inserted as text; nothing here parses HTML.

const LIMIT = 4;
// Screen readers announce changes in a live region, so the region has to exist before its text.
const ARRIVAL_MS = 60;
// Kinds that need not interrupt the user, and close by themselves. Kinds also cover the codes of later
// releases.
const NOTICES = new Set(["ok", "cancelled", "already-exists"]);

export class Toasts {
  #list;
  #home;
  #open = new Map(); // code -> Toast, oldest first

  /** @param {HTMLElement} list an empty `<ol>`
   *  @param {HTMLElement} home gets the focus when the user dismisses the last toast */
  constructor(list, home) {
    this.#list = list;
    this.#home = home;
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#close([...this.#open.keys()].at(-1));
    });
  }

  /** The codes of the open toasts. */
  get codes() {
    return [...this.#open.keys()];
  }

  /** Opens a toast, which `draw` shows, or counts the error on the toast that is open. Returns whether
   *  a toast was opened.
   *  @param {{ code: number, details: string, logId: string }} error */
  add(error) {
    const same = this.#open.get(error.code);
    if (same) {
      same.repeat(error);
      return false;
    }
    if (this.#open.size === LIMIT) this.#close(this.codes[0]);
    this.#open.set(error.code, new Toast(error, () => this.#close(error.code)));
    return true;
  }

  /** Shows a message on the toast of its code.
   *  @param {{ code: number, name: ?string, kind: string, text: string, suggestion: ?string,
   *            retryable: boolean, locale: string }} message as the library serializes it */
  draw(message) {
    const toast = this.#open.get(message.code);
    if (!toast) return; // dismissed meanwhile
    toast.draw(message);
    if (!toast.element.isConnected) this.#list.prepend(toast.element);
  }

  #close(code) {
    const element = this.#open.get(code)?.element;
    const next = element?.nextElementSibling ?? element?.previousElementSibling;
    const focused = element?.contains(document.activeElement);
    this.#open.delete(code);
    element?.remove();
    if (focused) (next?.querySelector("button") ?? this.#home).focus();
  }
}

class Toast {
  element = document.createElement("li");
  #close;
  #error;
  #message;
  #count = 1;
  #live = part("div", "live", { ariaAtomic: "true" });
  #text = part("p", "text");
  #suggestion = part("p", "suggestion");
  #note = part("bdi", "note");
  #times = part("span", "count");

  constructor(error, close) {
    this.#error = error;
    this.#close = close;
    const details = part("details", "details");
    details.append(word("summary", "details"), this.#note);
    const dismiss = word("button", "dismiss", { type: "button" });
    dismiss.addEventListener("click", close);
    const footer = part("div", "footer");
    footer.append(this.#times, details, dismiss);
    this.element.append(this.#live, footer);
  }

  repeat(error) {
    this.#error = error;
    this.#count += 1;
    this.#times.textContent = `× ${this.#count}`;
    this.#drawNote();
  }

  draw(message) {
    const first = this.#message === undefined;
    this.#message = message;
    this.#text.textContent = message.text;
    this.#suggestion.textContent = message.suggestion ?? "";
    this.#live.lang = message.locale;
    this.#drawNote();
    if (!first) return;
    const notice = NOTICES.has(message.kind);
    this.#live.role = notice ? "status" : "alert";
    Object.assign(this.element.dataset, { kind: message.kind, retryable: message.retryable });
    setTimeout(() => this.#live.append(this.#text, this.#suggestion), ARRIVAL_MS);
    if (notice) this.#expire(6000 + 60 * message.text.length);
  }

  /** The message of an unknown code has only its number, so the SDK's details are shown too. */
  #drawNote() {
    const { code, details, logId } = this.#error;
    const known = this.#message?.name != null;
    this.#note.textContent = known ? `${code} · ${logId}` : `${code} · ${logId} · ${details}`;
  }

  /** Closes the toast, but not while the user reads it. */
  #expire(time) {
    setTimeout(() => {
      if (this.element.matches(":hover, :focus-within")) this.#expire(1000);
      else if (this.element.isConnected) this.#close();
    }, time);
  }
}

function part(tag, className, properties = {}) {
  return Object.assign(document.createElement(tag), { className, ...properties });
}

/** An element whose text is a word of the page. */
function word(tag, id, properties = {}) {
  const element = part(tag, id, properties);
  element.dataset.word = id;
  return element;
}
