// One toast: how a user sees, hears and dismisses an error message.
// Everything is inserted as text; nothing here parses HTML.

// Kinds that need not interrupt the user: success, canceled, already true. Kinds also cover the codes
// of later releases.
const NOTICES = new Set(["ok", "cancelled", "already-exists"]);

// Screen readers announce changes in a live region, so the region has to exist before its text.
const ARRIVAL_MS = 60;

export class Toast {
  #count = 1;
  #parts;
  #words;
  #life;

  /**
   * @param {import("./pkg/im_error_l10n.js").Message} message
   * @param {readonly string[]} languages the languages of the user
   * @param {{ dismiss: string, times: (count: number) => string }} words
   * @param {{ onDismiss: (toast: Toast) => void, onExpire: (toast: Toast) => void }} handlers
   */
  constructor(message, languages, words, { onDismiss, onExpire }) {
    this.code = message.code;
    const notice = NOTICES.has(message.kind);
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
      dismiss: part("button", "dismiss", { type: "button" }),
      life: part("span", "life", { ariaHidden: "true" }),
    };
    const { icon, live, text, suggestion, notes, fallback, count, dismiss, life } = this.#parts;
    this.element = document.createElement("li");
    this.element.className = `toast ${notice ? "toast-notice" : "toast-error"} toast-arriving`;
    this.element.dataset.kind = message.kind; // the style sheet picks the icon
    notes.append(fallback, count);
    this.element.append(icon, live, notes, dismiss, life);
    dismiss.addEventListener("click", () => onDismiss(this));

    // The shrinking line is also the timer, so that the two always pause together.
    this.#life = life.animate({ transform: ["scaleX(1)", "scaleX(0)"] }, readingTime(message));
    this.#life.onfinish = () => onExpire(this);
    this.draw(message, languages, words);
    setTimeout(() => {
      live.append(text, suggestion);
      this.element.classList.remove("toast-arriving");
    }, ARRIVAL_MS);
  }

  /** Shows a message for the same code: at first, and when the user picks another language. */
  draw(message, languages, words) {
    const { live, text, suggestion, fallback, dismiss } = this.#parts;
    this.#words = words;
    dismiss.ariaLabel = words.dismiss;
    this.#drawCount();
    live.lang = message.locale;
    live.dir = "auto";
    text.textContent = message.text;
    suggestion.textContent = message.suggestion ?? "";
    suggestion.hidden = message.suggestion === null;
    fallback.hidden = !message.fallback;
    const names = languageNames(languages);
    fallback.lang = names.resolvedOptions().locale;
    fallback.textContent = names.of(message.locale);
    this.#life.effect.updateTiming({ duration: readingTime(message) });
    this.#life.currentTime = 0;
  }

  /** Counts the same error once more. */
  repeat() {
    this.#count += 1;
    this.#drawCount();
    this.#life.currentTime = 0;
  }

  #drawCount() {
    if (this.#count === 1) return;
    const { count } = this.#parts;
    count.textContent = `×${this.#count}`;
    count.role = "img";
    count.ariaLabel = this.#words.times(this.#count);
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

  /** Removes the toast: at once from assistive technology, and from view after its animation. */
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

/** Returns the names of languages, in the user's language. */
function languageNames(languages) {
  try {
    return new Intl.DisplayNames(languages, { type: "language" });
  } catch {
    return new Intl.DisplayNames([], { type: "language" }); // there is an invalid tag in the list
  }
}
