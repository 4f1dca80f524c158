// Connects the module to the page: loads it, fetches messages for more locales, and logs problems
// with them for the developer, not the user.

import init, { embeddedLocales, Localizer, negotiate } from "./pkg/im_error_l10n.js";

export { errorTypes, negotiate } from "./pkg/im_error_l10n.js";

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
    const missing = needed(languages).filter((locale) => !this.#fetched.has(locale));
    await Promise.all(missing.map((locale) => this.#fetch(locale)));
    if (wish !== this.#wish) return false;
    if (missing.some((locale) => this.#fetched.has(locale))) this.#rebuild(languages);
    else this.#localizer.bind(languages);
    return true;
  }

  async #fetch(locale) {
    try {
      const response = await fetch(MORE.get(locale));
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      this.#fetched.set(locale, await response.text());
    } catch (error) {
      console.warn(`no messages for ${locale}: ${error.message}`); // the next locale answers
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

/**
 * Returns the locales to fetch for these languages: those that match better than any locale in the
 * module, which has every message. The module decides what matches, as it does for its own locales,
 * so that a browser in Hong Kong (`zh-HK`) gets `zh-TW`.
 */
function needed(languages) {
  const locales = [];
  for (const locale of negotiate(languages, [...embeddedLocales(), ...MORE.keys()])) {
    if (!MORE.has(locale)) break;
    locales.push(locale);
  }
  return locales;
}
