// Binds the module to the page: loads it, fetches messages for further locales, and reports what is
// wrong with them to the developer, not to the user.

import init, { Localizer } from "./pkg/im_error_l10n.js";

export { errorTypes } from "./pkg/im_error_l10n.js";

// Locales whose messages are not in the module, and where they are.
const FURTHER = new Map([["zh-TW", "locales/zh-TW.ftl"]]);

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

  /** The locales that answer, in the order in which they are asked. */
  get locales() {
    return this.#localizer.locales;
  }

  /**
   * Switches to these languages, or to those of the browser, after fetching what they need.
   * Returns false if the user has picked others in the meantime.
   */
  async speak(languages = navigator.languages) {
    const wish = ++this.#wish;
    const missing = languages.filter((tag) => FURTHER.has(tag) && !this.#fetched.has(tag));
    await Promise.all(missing.map((tag) => this.#fetch(tag)));
    if (wish !== this.#wish) return false;
    if (missing.some((tag) => this.#fetched.has(tag))) this.#rebuild(languages);
    else this.#localizer.bind(languages);
    return true;
  }

  async #fetch(tag) {
    try {
      const response = await fetch(FURTHER.get(tag));
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
