// The list of toasts, which open, count repeats, pause while the user reads them, and close.

import { Toast } from "./toast.js";

// What a toast says besides its message.
const ENGLISH = { dismiss: "Dismiss", times: (count) => `${count} times` };

export class Toasts {
  #list;
  #describe;
  #limit;
  #shown = new Map(); // code -> Toast, oldest first
  #languages = [];
  #words = ENGLISH;
  #hovered = false;
  #focusedBefore = null;

  /**
   * @param {HTMLElement} list an empty `<ol>` for the toasts
   * @param {(code: number) => import("./pkg/im_error_l10n.js").Message} describe
   * @param {{ limit?: () => number, hotkey?: string }} options the most toasts that are open at
   *   once, and the key that moves the focus to the newest
   */
  constructor(list, describe, { limit = () => 4, hotkey = "F8" } = {}) {
    this.#list = list;
    this.#describe = describe;
    this.#limit = limit;
    const hover = (on) => (event) => {
      this.#hovered = on && event.pointerType !== "touch"; // a touch never leaves
      this.#pauseOrResume();
    };
    list.addEventListener("pointerenter", hover(true));
    list.addEventListener("pointerleave", hover(false));
    list.addEventListener("focusin", (event) => this.#focused(event.relatedTarget));
    list.addEventListener("focusout", () => queueMicrotask(() => this.#pauseOrResume()));
    list.addEventListener("keydown", (event) => this.#pressed(event));
    document.addEventListener("visibilitychange", () => this.#pauseOrResume());
    document.addEventListener("keydown", (event) => {
      if (event.key === hotkey) [...this.#shown.values()].at(-1)?.focus();
    });
  }

  /** Shows the message of a code, or counts it if it is already on the screen. */
  show(code) {
    const message = this.#describe(code);
    const same = this.#shown.get(message.code);
    if (same) {
      same.repeat();
    } else {
      if (this.#shown.size >= this.#limit()) this.#drop(this.#dispensable());
      const handlers = {
        onDismiss: (dismissed) => this.#dismiss(dismissed),
        onExpire: (expired) => this.#drop(expired),
      };
      const toast = new Toast(message, this.#languages, this.#words, handlers);
      this.#shown.set(message.code, toast);
      this.#list.prepend(toast.element);
    }
    this.#pauseOrResume();
  }

  /** Redraws the open toasts in these languages, with these words for their controls. */
  redraw(languages, words = ENGLISH) {
    this.#languages = languages;
    this.#words = words;
    for (const toast of this.#shown.values()) {
      toast.draw(this.#describe(toast.code), languages, words);
    }
  }

  #focused(from) {
    if (!this.#list.contains(from)) this.#focusedBefore = from;
    this.#pauseOrResume();
  }

  #pressed(event) {
    if (event.key !== "Escape") return;
    const toast = this.#all.find((shown) => shown.element.contains(event.target));
    if (toast) this.#dismiss(toast);
  }

  /** Dismisses a toast for the user. The focus moves to the next toast, or back to where it was. */
  #dismiss(toast) {
    const newestFirst = this.#all.reverse();
    const at = newestFirst.indexOf(toast);
    const next = newestFirst[at + 1] ?? newestFirst[at - 1];
    const focused = toast.element.contains(document.activeElement);
    if (focused && next) next.focus();
    else if (focused) this.#focusedBefore?.focus();
    this.#drop(toast);
  }

  #drop(toast) {
    this.#shown.delete(toast.code);
    if (this.#shown.size === 0) this.#hovered = false; // no toast is left to hover
    toast.leave();
    this.#pauseOrResume();
  }

  /** The oldest toast without focus, or else the oldest. */
  #dispensable() {
    const all = this.#all;
    return all.find((toast) => !toast.element.contains(document.activeElement)) ?? all[0];
  }

  #pauseOrResume() {
    const focused = this.#list.contains(document.activeElement);
    const paused = this.#hovered || focused || document.hidden;
    for (const toast of this.#all) paused ? toast.pause() : toast.resume();
  }

  get #all() {
    return [...this.#shown.values()];
  }
}
