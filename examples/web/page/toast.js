// One toast: an error message as a person sees it, hears it and gets rid of it.
// Everything is put in as text; nothing here reads HTML.

// Of these nobody has to be interrupted: done, cancelled by the reader, or true already.
const NOTICES = new Set([0, 4, 22, 57, 60]);

// A live region speaks of what changes in it, so it has to be there before its text is.
const ARRIVAL_MS = 60;

export class Toast {
  #count = 1;
  #parts;
  #life;

  /**
   * @param {import("./pkg/im_error_l10n.js").Message} message
   * @param {readonly string[]} reader the languages of the reader
   * @param {{ onDismiss: (toast: Toast) => void, onExpire: (toast: Toast) => void }} handlers
   */
  constructor(message, reader, { onDismiss, onExpire }) {
    this.code = message.code;
    const notice = NOTICES.has(message.code);
    const part = (tag, name, props = {}) =>
      Object.assign(document.createElement(tag), { className: `toast-${name}` }, props);
    this.#parts = {
      icon: part("span", "icon", { ariaHidden: "true" }),
      live: part("div", "live", { role: notice ? "status" : "alert" }),
      text: part("p", "text"),
      suggestion: part("p", "suggestion"),
      notes: part("div", "notes"),
      fallback: part("span", "fallback"),
      count: part("span", "count"),
      dismiss: part("button", "dismiss", { type: "button", ariaLabel: "Dismiss" }),
      life: part("span", "life", { ariaHidden: "true" }),
    };
    const { icon, live, text, suggestion, notes, fallback, count, dismiss, life } = this.#parts;
    this.element = document.createElement("li");
    this.element.className = `toast ${notice ? "toast-notice" : "toast-error"} toast-arriving`;
    notes.append(fallback, count);
    this.element.append(icon, live, notes, dismiss, life);
    dismiss.addEventListener("click", () => onDismiss(this));

    // The line that runs out is the clock, too: it can be paused, and no two clocks disagree.
    this.#life = life.animate({ transform: ["scaleX(1)", "scaleX(0)"] }, readingTime(message));
    this.#life.onfinish = () => onExpire(this);
    this.draw(message, reader);
    setTimeout(() => {
      live.append(text, suggestion);
      this.element.classList.remove("toast-arriving");
    }, ARRIVAL_MS);
  }

  /** Shows a message for the same code: at first, and when the reader changes the language. */
  draw(message, reader) {
    const { live, text, suggestion, fallback } = this.#parts;
    live.lang = message.locale;
    live.dir = "auto";
    text.textContent = message.text;
    suggestion.textContent = message.suggestion ?? "";
    suggestion.hidden = message.suggestion === null;
    fallback.hidden = message.source !== "fallback";
    const names = languageNames(reader);
    fallback.lang = names.resolvedOptions().locale;
    fallback.textContent = names.of(message.locale);
    this.#life.effect.updateTiming({ duration: readingTime(message) });
    this.#life.currentTime = 0;
  }

  /** The same happened again. */
  repeat() {
    this.#count += 1;
    const { count } = this.#parts;
    count.textContent = `×${this.#count}`;
    count.role = "img";
    count.ariaLabel = `${this.#count} times`;
    this.#life.currentTime = 0;
  }

  pause() {
    this.#life.pause();
  }

  resume() {
    this.#life.play();
  }

  focus() {
    this.#parts.dismiss.focus();
  }

  /** Leaves at once for assistive technology, and in its own time for the eye. */
  async leave() {
    this.#life.onfinish = null;
    this.#life.cancel();
    this.element.inert = true;
    this.element.classList.add("toast-leaving");
    await Promise.allSettled(this.element.getAnimations().map((animation) => animation.finished));
    this.element.remove();
  }
}

function readingTime({ text, suggestion }) {
  return 6000 + 60 * (text.length + (suggestion?.length ?? 0));
}

/** What languages are called in a language that the reader reads. */
function languageNames(reader) {
  try {
    return new Intl.DisplayNames(reader, { type: "language" });
  } catch {
    return new Intl.DisplayNames([], { type: "language" }); // something in the list is no tag
  }
}
