// The messages that users get for every code.

import assert from "node:assert/strict";
import { test } from "node:test";
import { chat, eventually, fail, newest, raise, setUp, specification, toasts } from "./harness.js";

setUp();

for (const locale of ["zh-CN", "en-US"]) {
  test(`all 47 texts and suggestions in ${locale} match the specification`, async () => {
    await chat({ languages: [locale] }, async (page) => {
      const rows = specification();
      assert.equal(rows.length, 47);
      const options = await page.locator("#code option").allTextContents();
      assert.deepEqual(options, rows.map((row) => `${row.code} ${row.name}`));
      for (const row of rows) {
        await raise(page, row.code);
        const { role, ...read } = await newest(page);
        assert.match(role, /^(alert|status)$/);
        assert.deepEqual(read, {
          lang: locale,
          text: row[locale],
          suggestion: row[`suggestion ${locale}`],
          fallback: "",
        });
        await page.locator(".toast-dismiss").click();
        await eventually(async () => assert.equal(await page.locator(".toast").count(), 0));
      }
    });
  });
}

const chinese = { lang: "zh-CN", text: "不是好友", fallback: "" };
const english = { lang: "en-US", text: "You and this user aren’t friends.", fallback: "" };
const users = [
  [["zh-Hans-CN"], chinese],
  [["en-GB"], english],
  [["fr-FR"], { ...english, fallback: "anglais américain" }],
  [["fr", "zh-CN"], chinese],
];

for (const [languages, expected] of users) {
  test(`a browser in ${languages} shows ${expected.lang}`, async () => {
    await chat({ languages }, async (page) => {
      await raise(page, 56);
      const { lang, text, fallback } = await newest(page);
      assert.deepEqual({ lang, text, fallback }, expected);
    });
  });
}

test("a browser in zh-TW gets fetched messages, or else English marked as a fallback", async () => {
  await chat({ languages: ["zh-TW"] }, async (page) => {
    await raise(page, 56);
    const { lang, text, fallback } = await newest(page);
    assert.deepEqual([lang, text, fallback], ["zh-TW", "你們還不是好友", ""]);
  });
  const routes = { "/locales/zh-TW.ftl": { status: 404 } };
  await chat({ languages: ["zh-TW"], routes, allowed: /404/ }, async (page) => {
    await raise(page, 56);
    const { lang, text, fallback } = await newest(page);
    assert.deepEqual([lang, text], [english.lang, english.text]);
    assert.match(fallback, /英文/); // ICU has two names for it
  });
});

test("an unknown code has a message with its number", async () => {
  await chat({ languages: ["zh-CN"] }, async (page) => {
    await page.locator("#unknown").click();
    const { lang, text, suggestion } = await newest(page);
    assert.deepEqual([lang, text, suggestion], ["zh-CN", "未知错误（错误码：99999）", ""]);
  });
});

test("picking a language redraws the open toasts", async () => {
  await chat({ languages: ["en-US"] }, async (page) => {
    await fail(page, 1008);
    await fail(page, 56);
    assert.equal((await newest(page)).text, english.text);
    await page.locator("#language").selectOption("zh-CN");
    const texts = () => toasts(page).locator(".toast-text").allTextContents();
    await eventually(async () => assert.deepEqual(await texts(), ["不是好友", "网络错误"]));
    assert.equal((await newest(page)).lang, "zh-CN");
    await page.locator("#language").selectOption("fr");
    await eventually(async () => assert.equal((await newest(page)).text, english.text));
    assert.equal((await newest(page)).fallback, "anglais américain");
  });
});

test("the page follows changes of the browser's languages", async () => {
  await chat({ languages: ["en-US"] }, async (page, session) => {
    await raise(page, 56);
    const userAgent = await page.evaluate(() => navigator.userAgent);
    const change = { userAgent, acceptLanguage: "zh-CN" };
    await session.send("Emulation.setUserAgentOverride", change);
    await page.evaluate(() => window.dispatchEvent(new Event("languagechange")));
    await eventually(async () => assert.equal((await newest(page)).text, "不是好友"));
  });
});

test("a failed message can be sent again", async () => {
  await chat({}, async (page) => {
    await page.locator("#text").fill("hello");
    await page.locator("#text").press("Enter");
    await page.locator(".message.failed").waitFor();
    assert.equal((await newest(page)).text, english.text);
    await page.locator("#code").selectOption("0");
    await page.locator(".retry").click();
    const sent = page.locator(".message.outgoing:not(.sending, .failed)").last();
    await eventually(async () => assert.equal(await sent.textContent(), "hello"));
  });
});
