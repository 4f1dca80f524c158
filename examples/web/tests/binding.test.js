// The module alone: its arguments, results, exceptions and types.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { promisify } from "node:util";
import { module, setUp, specification } from "./harness.js";

setUp();

/** Runs a function in a page that has loaded the module. */
const run = (script) =>
  module(async (page) => {
    page.result = await page.evaluate(`(async () => {
      const module = await import("/pkg/im_error_l10n.js");
      await module.default();
      return (${script})(module);
    })()`);
    run.result = page.result;
  }).then(() => run.result);

test("a message is a plain, frozen object", async () => {
  const { message, frozen, prototype, same } = await run(({ Localizer }) => {
    const localizer = new Localizer({ languages: ["zh-Hans-CN"] });
    const message = localizer.message(56);
    const same = localizer.message(56) === message;
    const prototype = Object.getPrototypeOf(message) === Object.prototype;
    return { message, prototype, same, frozen: Object.isFrozen(message) };
  });
  const { suggestion, ...rest } = message;
  assert.equal(typeof suggestion, "string");
  assert.deepEqual(rest, {
    code: 56,
    name: "NotFriend",
    kind: "failed-precondition",
    text: "不是好友",
    locale: "zh-CN",
    fallback: false,
  });
  assert.deepEqual([frozen, prototype, same], [true, true, true]);
});

test("messages report fallbacks and unknown codes", async () => {
  const fields = await run(({ Localizer }) => {
    const nobody = new Localizer({ languages: ["qaa"] });
    const { locale, fallback } = nobody.message(56);
    const { name, kind, suggestion } = new Localizer({ languages: ["zh"] }).message(99999);
    return [locale, fallback, name, kind, suggestion];
  });
  assert.deepEqual(fields, ["en-US", true, null, "unknown", null]);
});

test("every kind matches the specification and has a TypeScript type", async () => {
  const kinds = await run(({ Localizer, errorTypes }) => {
    const localizer = new Localizer();
    return errorTypes().map(({ code }) => localizer.message(code).kind);
  });
  assert.deepEqual(kinds, specification().map((row) => row.kind));
  const types = readFileSync(new URL("../page/pkg/im_error_l10n.d.ts", import.meta.url), "utf8");
  const [, union] = types.match(/type ErrorKind =([^;]*);/);
  const declared = union.match(/[a-z-]+/g);
  assert.equal(declared.length, 14);
  assert.deepEqual(kinds.filter((kind) => !declared.includes(kind)), []);
});

test("anything can be passed as a code and gets a text", async () => {
  const codes = await run(({ Localizer }) => {
    const localizer = new Localizer();
    const odd = [undefined, null, "", "56", {}, NaN, Infinity, 56.5, 2 ** 31, -(2 ** 31), 2 ** 53, 7n, true];
    const messages = odd.map((code) => localizer.message(code));
    if (!messages.every(({ text }) => text.length > 0)) throw new Error("an empty text");
    return messages.map(({ code }) => code);
  });
  const least = -(2 ** 31);
  assert.deepEqual(codes, [-1, -1, -1, -1, -1, -1, -1, -1, -1, least, -1, -1, -1]);
});

test("languages default to the browser's, and can be set and changed", async () => {
  const chains = await run(({ Localizer }) => {
    const chains = [new Localizer().locales, new Localizer({}).locales];
    const localizer = new Localizer({ languages: ["qaa", "zh"] });
    const before = localizer.message(56).text;
    chains.push(localizer.locales);
    localizer.bind(["no tag", "../../etc/passwd"]);
    chains.push(localizer.locales, [before, localizer.message(56).locale]);
    localizer.bind();
    chains.push(localizer.locales);
    return chains;
  });
  assert.deepEqual(chains, [
    ["en-US"],
    ["en-US"],
    ["zh-CN", "en-US"],
    ["en-US"],
    ["不是好友", "en-US"],
    ["en-US"],
  ]);
});

test("files are chosen by the module's own matching", async () => {
  const chosen = await run(({ embeddedLocales, negotiate }) => {
    const files = ["en", "zh_CN", "zh-TW", "pt-BR", "no tag"];
    const chosen = [["zh-HK", "en-GB"], ["pt-PT"], ["qaa"], []].map((wanted) => negotiate(wanted, files));
    for (const wrong of ["zh", [1], undefined]) {
      try {
        negotiate(wrong, files);
      } catch (error) {
        chosen.push(`${error.name}: ${error.message}`);
      }
    }
    return [...chosen, ["zh-CN", "en-US"].every((locale) => embeddedLocales().includes(locale))];
  });
  const fault = "TypeError: `languages` is not an array of strings";
  assert.deepEqual(chosen, [["zh-TW", "en"], ["pt-BR"], [], [], fault, fault, fault, true]);
});

test("added messages take precedence, also in a new locale", async () => {
  const texts = await run(({ Localizer }) => {
    const ftl = [
      { locale: "ja", source: "error-not-friend = 友だちではありません" },
      { locale: "en-US", source: "error-not-friend = Not yet friends." },
    ];
    const localizer = new Localizer({ languages: ["ja"], ftl, defaultLocale: "en-US" });
    const japanese = localizer.message(56);
    localizer.bind(["en"]);
    return [japanese.locale, japanese.text, localizer.message(56).text, localizer.findings];
  });
  assert.deepEqual(texts, ["ja", "友だちではありません", "Not yet friends.", []]);
});

test("errors are typed and have clear messages", async () => {
  const errors = await run(({ Localizer }) => {
    const options = [
      { defaultLocale: "qaa" },
      { defaultLocale: 7 },
      { languages: "fr" },
      { languages: [1] },
      { ftl: {} },
      { ftl: [{ locale: "fr" }] },
      { ftl: [null] },
    ];
    return options.map((option) => {
      try {
        return new Localizer(option);
      } catch (error) {
        return [error instanceof Error, `${error.name}: ${error.message}`];
      }
    });
  });
  const [isError, text] = errors.shift();
  assert.ok(isError);
  assert.match(text, /^LocalizerError: no messages for the default locale `qaa`; available locales: .*en-US, .*zh-CN/);
  assert.deepEqual(errors, [
    [true, "TypeError: `defaultLocale` is not a string"],
    [true, "TypeError: `languages` is not an array of strings"],
    [true, "TypeError: `languages` is not an array of strings"],
    [true, "TypeError: `ftl` is not an array of { locale, source }"],
    [true, "TypeError: `ftl` is not an array of { locale, source }"],
    [true, "TypeError: `ftl` is not an array of { locale, source }"],
  ]);
});

test("an invalid locale tag is a finding", async () => {
  const findings = await run(({ Localizer }) => {
    const ftl = [{ locale: "no tag", source: "error-not-friend = x" }];
    return new Localizer({ ftl }).findings;
  });
  assert.equal(findings.length, 1);
  assert.match(findings[0], /\[locale-folder\]$/);
});

test("the types accept correct code and reject mistakes", async () => {
  const tsc = new URL("node_modules/typescript/bin/tsc", import.meta.url).pathname;
  const project = new URL("tsconfig.json", import.meta.url).pathname;
  await promisify(execFile)(process.execPath, [tsc, "--project", project]).catch((error) => {
    assert.fail(error.stdout);
  });
});
