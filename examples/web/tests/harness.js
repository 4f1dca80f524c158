// One browser and one server per test file, and pages for any user.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "playwright-core";
import { serve } from "../serve.mjs";

const ARGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const WIDE = { width: 1280, height: 800 };

let browser;
let server;

/** Starts the browser and the server. Call once per test file. */
export function setUp() {
  before(async () => {
    const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
    browser = await chromium.launch({ executablePath, args: ARGS });
    server = await serve();
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });
}

/**
 * Opens the chat for a user, runs the test, and fails if the page throws or logs an error that is
 * not `allowed`. `page.warnings` has the console's warnings. The browser itself is set to
 * `languages`; `navigator.languages` is not faked.
 */
export async function chat({ languages = ["en-US"], routes = {}, ...options }, test) {
  await inPage(options, async (page) => {
    for (const [path, reply] of Object.entries(routes)) {
      await page.route(`**${path}`, (route) => route.fulfill(reply));
    }
    const session = await page.context().newCDPSession(page);
    const userAgent = await page.evaluate(() => navigator.userAgent);
    const acceptLanguage = languages.join(",");
    await session.send("Emulation.setUserAgentOverride", { userAgent, acceptLanguage });
    await page.goto(url(""));
    await page.locator("html[data-ready]").waitFor();
    assert.deepEqual(await page.evaluate(() => navigator.languages), languages);
    await test(page, session);
  });
}

/** Opens a file other than the page, for tests of the module alone. */
export async function module(test) {
  await inPage({}, async (page) => {
    await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
    await page.goto(url("style.css"));
    await test(page);
  });
}

async function inPage({ allowed, ...options }, test) {
  const context = await browser.newContext({ viewport: WIDE, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (line) => line.type() === "error" && faults.push(line.text()));
  page.warnings = [];
  page.on("console", (line) => line.type() === "warning" && page.warnings.push(line.text()));
  await test(page);
  await context.close();
  assert.deepEqual(faults.filter((fault) => !allowed?.test(fault)), []);
}

const url = (path) => `http://127.0.0.1:${server.address().port}/${path}`;

/** Makes the fake SDK fail without the page's controls. */
export const fail = (page, type, msg) =>
  page.evaluate(([type, msg]) => import("/chat.js").then(({ sdk }) => sdk.fail(type, msg)), [type, msg]);

/** Makes the fake SDK fail with the page's controls. */
export async function raise(page, code) {
  await page.locator("#code").selectOption(String(code));
  await page.locator("#raise").click();
}

export const toasts = (page) => page.locator(".toast:not(.toast-leaving)");

/** Returns what a user sees in the newest toast. */
export async function newest(page) {
  await eventually(async () => assert.equal(await page.locator(".toast-arriving").count(), 0));
  const toast = toasts(page).first();
  const live = toast.locator(".toast-live");
  await live.locator(".toast-text").waitFor();
  const suggestion = live.locator(".toast-suggestion:not([hidden])");
  const fallback = toast.locator(".toast-fallback:not([hidden])");
  return {
    role: await live.getAttribute("role"),
    lang: await live.getAttribute("lang"),
    text: await live.locator(".toast-text").textContent(),
    suggestion: (await suggestion.count()) ? await suggestion.textContent() : "",
    fallback: (await fallback.count()) ? await fallback.textContent() : "",
  };
}

/** Waits until a check passes, or throws its last error. */
export async function eventually(check, ms = 5000) {
  for (const end = Date.now() + ms; ; await sleep(25)) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/**
 * Returns the toast that these languages should get for a code: what the module says. English texts,
 * suggestions and the set of locales belong to translators, so that tests cannot know them.
 */
export async function expected(page, languages, code) {
  return page.evaluate(expectedInPage, [languages, code]);
}

async function expectedInPage([languages, code]) {
  const { default: init, Localizer } = await import("/pkg/im_error_l10n.js");
  await init();
  const localizer = new Localizer({ languages });
  const { locale, text, suggestion, fallback } = localizer.message(code);
  localizer.free();
  const names = () => new Intl.DisplayNames(languages, { type: "language" });
  return {
    lang: locale,
    text,
    suggestion: suggestion ?? "",
    fallback: fallback ? names().of(locale) : "",
  };
}

/** Returns the table of codes with the Chinese texts, which the SDK's reference fixes. */
export function specification() {
  const read = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
  const messages = read("locales/zh-CN/errors.ftl").matchAll(/^(error-\S+) = (.*)$/gm);
  const texts = new Map(Array.from(messages, ([, id, text]) => [id, text]));
  return read("tests/codes.txt").trimEnd().split("\n").map((line) => {
    const [code, name, kind] = line.split(" ");
    const words = name.replace(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, "$1$3-$2$4");
    const text = texts.get(`error-${words.toLowerCase()}`);
    return { code, name, kind, text: text.replace("{ -multimedia-plugin }", "MultimediaPlugin") };
  });
}
