// The messages that users get for every code.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  chat,
  eventually,
  expected,
  fail,
  newest,
  raise,
  setUp,
  specification,
  toasts,
} from "./harness.js";

setUp();

for (const locale of ["zh-CN", "en-US"]) {
  test(`all 47 texts and suggestions in ${locale} are on the page`, async () => {
    await chat({ languages: [locale] }, async (page) => {
      const rows = specification();
      assert.equal(rows.length, 47);
      const options = await page.locator("#code option").allTextContents();
      assert.deepEqual(options, rows.map((row) => `${row.code} ${row.name}`));
      for (const row of rows) {
        await raise(page, row.code);
        const { role, ...read } = await newest(page);
        assert.match(role, /^(alert|status)$/);
        assert.deepEqual(read, await expected(page, [locale], Number(row.code)));
        assert.deepEqual([read.lang, read.fallback], [locale, ""]);
        if (locale === "zh-CN") assert.equal(read.text, row.text);
        await page.locator(".toast-dismiss").click();
        await eventually(async () => assert.equal(await page.locator(".toast").count(), 0));
      }
    });
  });
}

const NOBODYS = "qaa"; // a language that no file is for
const users = [
  { languages: ["zh-Hans-CN"], lang: "zh-CN" },
  { languages: ["en-GB"], lang: "en-US" },
  { languages: [NOBODYS], lang: "en-US", isFallback: true },
  { languages: [NOBODYS, "zh-CN"], lang: "zh-CN" },
];

for (const { languages, lang, isFallback = false } of users) {
  test(`a browser in ${languages} shows ${lang}`, async () => {
    await chat({ languages }, async (page) => {
      await raise(page, 56);
      const { role, ...read } = await newest(page);
      assert.equal(role, "alert");
      assert.deepEqual(read, await expected(page, languages, 56));
      assert.deepEqual([read.lang, read.fallback !== ""], [lang, isFallback]);
      if (lang === "zh-CN") assert.equal(read.text, "不是好友");
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
    const { role, ...read } = await newest(page);
    assert.equal(role, "alert");
    assert.deepEqual(read, await expected(page, ["zh-TW"], 56));
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
    assert.equal((await newest(page)).lang, "en-US");
    await page.locator("#language").selectOption("zh-CN");
    const texts = () => toasts(page).locator(".toast-text").allTextContents();
    await eventually(async () => assert.deepEqual(await texts(), ["不是好友", "网络错误"]));
    assert.equal((await newest(page)).lang, "zh-CN");
    await page.locator("#language").selectOption("fr");
    const french = await expected(page, ["fr"], 56);
    await eventually(async () => {
      const { role, ...read } = await newest(page);
      assert.deepEqual(read, french);
    });
  });
});

const OWN_WORDS = [
  { languages: ["en-GB"], lang: "en", send: "Send", dismiss: "Dismiss", times: "2 times" },
  { languages: ["zh-SG"], lang: "zh-CN", send: "发送", dismiss: "关闭", times: "2 次" },
  { languages: ["zh-HK"], lang: "zh-TW", send: "傳送", dismiss: "關閉", times: "2 次" },
  { languages: [NOBODYS], lang: "en", send: "Send", dismiss: "Dismiss", times: "2 times" },
];
for (const { languages, lang, send, dismiss, times } of OWN_WORDS) {
  test(`the page's own words for ${languages} are in ${lang}`, async () => {
    await chat({ languages }, async (page) => {
      await raise(page, 56);
      await raise(page, 56);
      await newest(page);
      assert.equal(await page.locator("html").getAttribute("lang"), lang);
      assert.equal(await page.locator("#composer button").textContent(), send);
      assert.equal(await page.getByRole("button", { name: dismiss }).count(), 1);
      assert.equal(await page.getByRole("img", { name: times }).textContent(), "×2");
      await page.locator("#language").selectOption(lang === "zh-CN" ? "en-US" : "zh-CN");
      const other = lang === "zh-CN" ? "Send" : "发送";
      await eventually(async () =>
        assert.equal(await page.locator("#composer button").textContent(), other),
      );
      const open = lang === "zh-CN" ? "Dismiss" : "关闭";
      assert.equal(await page.getByRole("button", { name: open }).count(), 1);
    });
  });
}

test("no word of the page is left in another language, and none is missing", async () => {
  await chat({ languages: ["zh-CN"] }, async (page) => {
    await page.locator("#text").fill("你好");
    await page.locator("#text").press("Enter");
    await page.locator(".message.failed").waitFor();
    const left = await page.evaluate(() => {
      const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const left = [];
      while (words.nextNode()) {
        const element = words.currentNode.parentElement;
        // What people, the SDK and the reference say, and the names of languages and keys.
        const isQuoted = element.closest("[lang]:not(html), .outgoing.failed .bubble, #log, #code, #locales, kbd");
        if (!isQuoted && /[A-Za-z]{4,}|undefined/.test(words.currentNode.data)) left.push(words.currentNode.data);
      }
      for (const element of document.querySelectorAll("[aria-label], [placeholder]")) {
        const name = `${element.ariaLabel ?? ""} ${element.placeholder ?? ""}`;
        if (/[A-Za-z]{4,}|undefined/.test(name)) left.push(name);
      }
      return left;
    });
    assert.deepEqual(left, []);
    assert.match(await page.title(), /聊天/);
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
    assert.equal((await newest(page)).lang, "en-US");
    await page.locator("#code").selectOption("0");
    await page.locator(".retry").click();
    const sent = page.locator(".message.outgoing:not(.sending, .failed)").last();
    await eventually(async () => assert.equal(await sent.textContent(), "hello"));
  });
});
