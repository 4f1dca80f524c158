// Connects the module to the page: loads it, fetches messages for more locales, and logs problems
// with them for the developer, not the user.

import init, { Localizer } from "./pkg/im_error_l10n.js";

export { errorTypes } from "./pkg/im_error_l10n.js";

// The locales whose messages are not in the module, with the paths of their messages.
const MORE = new Map([["zh-TW", "locales/zh-TW.ftl"]]);

export class PageLocalizer {
  #localizer;
  #fetched = new Map(); // locale -> source
  #wish = 0;

  static async load() {
    await init();
    return new PageLocalizer();
  }

  constructor() {
    this.#localizer = new Localizer();
  }

  /** Returns the message of an error code. Never fails. */
  message = (code) => this.#localizer.message(code);

  /** The locales that can answer, in order. */
  get locales() {
    return this.#localizer.locales;
  }

  /**
   * Switches to these languages, by default the browser's, after fetching their messages.
   * Returns false if the user has picked other languages in the meantime.
   */
  async speak(languages = navigator.languages) {
    const wish = ++this.#wish;
    const missing = languages.filter((tag) => MORE.has(tag) && !this.#fetched.has(tag));
    await Promise.all(missing.map((tag) => this.#fetch(tag)));
    if (wish !== this.#wish) return false;
    if (missing.some((tag) => this.#fetched.has(tag))) this.#rebuild(languages);
    else this.#localizer.bind(languages);
    return true;
  }

  async #fetch(tag) {
    try {
      const response = await fetch(MORE.get(tag));
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      this.#fetched.set(tag, await response.text());
    } catch (error) {
      console.warn(`no messages for ${tag}: ${error.message}`); // the next locale answers
    }
  }

  #rebuild(languages) {
    const ftl = Array.from(this.#fetched, ([locale, source]) => ({ locale, source }));
    const localizer = new Localizer({ languages, ftl });
    for (const finding of localizer.findings) console.warn(finding);
    this.#localizer.free();
    this.#localizer = localizer;
  }
}
