// Messages fetched at run time: valid, broken and hostile ones.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { chat, eventually, expected, fail, newest, raise, setUp } from "./harness.js";

setUp();

const FTL = "/locales/zh-TW.ftl";

async function choose(page, locale) {
  await page.locator("#language").selectOption(locale);
}

const reads = (page, expected) =>
  eventually(async () => {
    const { lang, text } = await newest(page);
    assert.deepEqual({ lang, text }, expected);
  });

test("another locale is fetched only when a user wants it", async () => {
  await chat({}, async (page) => {
    const fetched = [];
    page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    await raise(page, 56);
    assert.equal((await newest(page)).lang, "en-US");
    assert.deepEqual(fetched, []);
    await choose(page, "zh-TW");
    await reads(page, { lang: "zh-TW", text: "你們還不是好友" });
    assert.deepEqual(fetched, [FTL]);
    await choose(page, "en-US");
    await choose(page, "zh-TW");
    await reads(page, { lang: "zh-TW", text: "你們還不是好友" });
    assert.deepEqual(fetched, [FTL]);
    assert.deepEqual(page.warnings, []);
  });
});

const rows = readFileSync(new URL("languages.tsv", import.meta.url), "utf8").trimEnd().split("\n");
for (const [languages, fetches, why] of rows.slice(1).map((row) => row.split("\t"))) {
  test(`${languages}: zh-TW.ftl is ${fetches === "yes" ? "" : "not "}fetched (${why})`, async () => {
    await chat({}, async (page) => {
      const fetched = [];
      page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
      const locale = await page.evaluate(async (languages) => {
        const { localizer } = await import("/chat.js");
        await localizer.speak(languages);
        return localizer.message(56).locale;
      }, JSON.parse(languages));
      assert.deepEqual(fetched, fetches === "yes" ? [FTL] : []);
      assert.equal(locale === "zh-TW", fetches === "yes");
    });
  });
}

test("the fetched locale has every message and no findings", async () => {
  await chat({ languages: ["zh-TW"] }, async (page) => {
    const locales = await page.evaluate(async () => {
      const { localizer } = await import("/chat.js");
      const { errorTypes } = await import("/localizer.js");
      return errorTypes().map(({ code }) => localizer.message(code).locale);
    });
    assert.deepEqual(new Set(locales), new Set(["zh-TW"]));
    assert.deepEqual(page.warnings, []);
  });
});

test("broken messages fall back, the rest are used, and each finding is a warning", async () => {
  const lines = ["error-not-friend = { -nobody } 不夠", "error-is-friend 你們", "error-success = 好"];
  const source = lines.join("\n");
  const routes = { [FTL]: { body: source, contentType: "text/plain; charset=utf-8" } };
  await chat({ routes }, async (page) => {
    await choose(page, "zh-TW");
    const findings = await page.evaluate(async (source) => {
      const { Localizer } = await import("/pkg/im_error_l10n.js");
      return new Localizer({ ftl: [{ locale: "zh-TW", source }] }).findings;
    }, source);
    await eventually(() => assert.deepEqual(page.warnings, findings));
    assert.equal(findings.length, 2, findings.join("\n"));
    assert.match(findings[0], /^zh-TW\/added-1\.ftl:1:\d+: error: .*nobody.* \[unknown-reference\]$/);
    assert.match(findings[1], /^zh-TW\/added-1\.ftl:2:\d+: error: .* \[syntax\]$/);

    await fail(page, 0);
    await reads(page, { lang: "zh-TW", text: "好" });
    for (const code of [56, 60]) {
      await fail(page, code);
      const { role, ...read } = await newest(page);
      assert.ok(role);
      assert.deepEqual(read, await expected(page, ["zh-TW"], code));
    }
  });
});

test("if a locale cannot be fetched, the next one answers, with one warning", async () => {
  const routes = { [FTL]: { status: 503, body: "" } };
  await chat({ routes, allowed: /503/ }, async (page) => {
    await choose(page, "zh-TW");
    await raise(page, 56);
    const { lang, text } = await expected(page, ["zh-TW"], 56);
    await reads(page, { lang, text });
    assert.equal(page.warnings.length, 1);
    assert.match(page.warnings[0], /^no messages for zh-TW: 503/);
  });
});

test("the language chosen last wins, however late an earlier one arrives", async () => {
  await chat({}, async (page) => {
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route(`**${FTL}`, async (route) => {
      await held;
      await route.continue();
    });
    await raise(page, 56);
    await choose(page, "zh-TW");
    await choose(page, "zh-CN");
    await reads(page, { lang: "zh-CN", text: "不是好友" });
    const arrived = page.waitForResponse(`**${FTL}`);
    release();
    await (await arrived).finished();
    await page.waitForTimeout(100);
    await reads(page, { lang: "zh-CN", text: "不是好友" });
  });
});

test("markup in FTL, in the SDK's msg and in a chat message is shown as text", async () => {
  const markup = "<img src=x onerror=\"document.title='pwned'\"><script>alert(1)</script>";
  const body = `error-not-friend = ${markup}\n    .suggestion = ${markup}\n`;
  const routes = { [FTL]: { body, contentType: "text/plain; charset=utf-8" } };
  await chat({ routes }, async (page) => {
    await choose(page, "zh-TW");
    await fail(page, 56, markup);
    await reads(page, { lang: "zh-TW", text: markup });
    assert.equal((await newest(page)).suggestion, markup);
    assert.ok((await page.locator("#log li").first().textContent()).includes("<script>"));
    await page.locator("#text").fill(markup);
    await page.locator("#text").press("Enter");
    assert.equal(await page.locator(".message.outgoing .bubble").last().textContent(), markup);
    assert.equal(await page.locator("body img, body script").count(), 0);
    assert.doesNotMatch(await page.title(), /pwned/);
  });
});
