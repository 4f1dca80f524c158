// Prints the answers of what was exported, as JSON: node read.mjs FORMAT FOLDER CODE...
// With `languages`, prints the locales that answer for each list of languages in a file:
// node read.mjs languages MODULE FILE

import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "@formatjs/icu-messageformat-parser";
import { IntlMessageFormat } from "intl-messageformat";

const [format, folder, ...codes] = process.argv.slice(2);
const json = (path) => JSON.parse(readFileSync(path, "utf8"));
const answers = (text) => Object.fromEntries(codes.map((code) => [code, text(code)]));

/** Replaces the placeholders of a format, as C does. */
const print = (text, code) => text.replace(/%[%d]/g, (found) => (found === "%%" ? "%" : code));

const readers = {
  flutter() {
    const read = (file) => {
      const arb = json(join(folder, file));
      const message = (key) => {
        parse(arb[key]); // throws where ICU would
        return new IntlMessageFormat(arb[key], arb["@@locale"].replaceAll("_", "-"));
      };
      const [text, suggestion] = [message("imError"), message("imErrorSuggestion")];
      return [arb["@@locale"], answers((code) => [text.format({ code }), suggestion.format({ code }) || null])];
    };
    return Object.fromEntries(readdirSync(folder).map(read));
  },

  harmony() {
    const strings = (locale) => {
      const { string, ...rest } = json(join(folder, locale, "element/string.json"));
      const isPlain = string.every((entry) => Object.keys(entry).join() === "name,value");
      const isNamed = string.every(({ name }) => /^[a-z0-9_]+$/.test(name));
      if (Object.keys(rest).length > 0 || !isPlain || !isNamed) throw new Error("not the documented shape");
      return Object.fromEntries(string.map(({ name, value }) => [name, value]));
    };
    const base = strings("base");
    const read = (locale) => {
      const all = { ...base, ...strings(locale) };
      const text = (code, what) => {
        const name = `im_error_${code < 0 ? `minus_${-code}` : code}`;
        if (name in all) return all[`${name}${what}`] || null;
        const unknown = all[`im_error_unknown${what}`];
        return unknown ? print(unknown, code) : null;
      };
      return [locale, answers((code) => [text(code, ""), text(code, "_suggestion")])];
    };
    return Object.fromEntries(readdirSync(folder).map(read));
  },

  async typescript() {
    const { message, localizer, ...module } = await import(pathToFileURL(resolve(folder, "im-errors.js")));
    const maps = Object.values(module).filter(({ texts }) => texts);
    const read = ({ locale }) => {
      return [locale, answers((code) => {
        const { text, suggestion } = message(Number(code), locale);
        return [text, suggestion];
      })];
    };
    const [code] = codes;
    if (localizer(maps[0])(Number(code), "tlh").locale !== maps[0].locale) throw new Error("localizer");
    return Object.fromEntries(maps.map(read));
  },

  async languages() {
    const { message } = await import(pathToFileURL(resolve(folder, "im-errors.js")));
    return json(codes[0]).map((list) => [0, 56, 99999].map((code) => message(code, list).locale));
  },
};

console.log(JSON.stringify(await readers[format]()));
