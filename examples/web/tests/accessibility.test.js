// What assistive technology gets, and whether the page is readable at every size and color scheme.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import { chat, eventually, expected, fail, newest, raise, setUp } from "./harness.js";

setUp();

const SHOTS = new URL("shots/", import.meta.url).pathname;

async function tree(session) {
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const within = (node) => [node, ...(node.childIds ?? []).flatMap((id) => within(byId.get(id)))];
  const texts = (node) => within(node).filter((child) => child.role?.value === "StaticText");
  const property = (node, name) => node.properties.find((entry) => entry.name === name)?.value.value;
  return {
    byRole: (role) => nodes.filter((node) => !node.ignored && node.role?.value === role),
    text: (node) => texts(node).map((child) => child.name.value).join(" "),
    property,
  };
}

test("errors are alerts and notices are statuses, with text and suggestion", async () => {
  await chat({ languages: ["zh-CN"] }, async (page, session) => {
    await fail(page, 56);
    await fail(page, 60);
    const { suggestion } = await expected(page, ["zh-CN"], 56);
    await eventually(async () => {
      const { byRole, text, property } = await tree(session);
      const [[alert], [status]] = [byRole("alert"), byRole("status")];
      assert.equal(text(alert), `不是好友 ${suggestion}`.trim());
      assert.deepEqual([property(alert, "live"), property(alert, "atomic")], ["assertive", true]);
      assert.match(text(status), /^已经是好友了/);
      assert.deepEqual([property(status, "live"), property(status, "atomic")], ["polite", true]);
      const lists = byRole("list").map((node) => node.name.value);
      assert.ok(lists.includes("通知，F8"), lists.join("; "));
    });
  });
});

test("the live region exists before its text", async () => {
  await chat({ languages: ["zh-CN"] }, async (page) => {
    const texts = await page.evaluate(async () => {
      const { sdk } = await import("/chat.js");
      const seen = [];
      const list = document.getElementById("toasts");
      const look = () => seen.push(list.querySelector("[role]").textContent);
      new MutationObserver(look).observe(list, { childList: true, subtree: true });
      sdk.fail(60);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return seen;
    });
    assert.equal(texts.length, 2);
    assert.equal(texts[0], "");
    assert.match(texts[1], /^已经是好友了/);
  });
});

test("every control has a name", async () => {
  await chat({}, async (page, session) => {
    await raise(page, 56);
    await newest(page);
    const { byRole } = await tree(session);
    for (const role of ["button", "combobox", "textbox"]) {
      const nodes = byRole(role);
      assert.ok(nodes.length > 0, role);
      for (const node of nodes) assert.notEqual(node.name.value, "", `a ${role} without a name`);
    }
  });
});

test("nothing moves with reduced motion", async () => {
  await chat({ reducedMotion: "reduce" }, async (page) => {
    await raise(page, 56);
    await newest(page);
    assert.equal(await page.locator(".toast").evaluate((toast) => toast.getAnimations().length), 0);
    assert.equal(await page.locator(".toast-life").isVisible(), false);
    await page.locator(".toast-dismiss").click();
    await eventually(async () => assert.equal(await page.locator(".toast").count(), 0), 500);
  });
});

const SIZES = { wide: [1280, 800], tablet: [800, 1100], phone: [390, 844], narrow: [320, 640] };

for (const [name, [width, height]] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"]) {
    test(`a ${name} page in ${colorScheme} colors fits and is readable`, async () => {
      mkdirSync(SHOTS, { recursive: true });
      const touch = width < 500 ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {};
      const options = { viewport: { width, height }, colorScheme, languages: ["qaa"], ...touch };
      await chat(options, async (page) => {
        await page.locator("#text").fill("Here is the log: build-4711.txt");
        await page.locator("#text").press("Enter");
        await page.locator(".message.failed").waitFor();
        for (let times = 0; times < 3; times += 1) await fail(page, 1008);
        await fail(page, 60);
        await newest(page);
        await page.waitForTimeout(400); // the toasts have slid in
        await page.screenshot({ path: `${SHOTS}${name}-${colorScheme}.png` });
        const seen = await page.evaluate(look);
        assert.equal(seen.overflow, 0);
        assert.deepEqual(seen.outside, []);
        assert.deepEqual(seen.faint, []);
        assert.equal(seen.dark, colorScheme === "dark");
      });
    });
  }
}

/** Runs in the page. Returns what overflows, and which texts have a contrast below WCAG's 4.5 to 1. */
function look() {
  const channels = (color) => color.match(/[\d.]+/g).map(Number);
  const luminance = (color) => {
    const linear = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = channels(color).slice(0, 3).map((value) => linear(value / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    const { backgroundColor } = getComputedStyle(element);
    return (channels(backgroundColor)[3] ?? 1) === 1 ? backgroundColor : ground(element.parentElement);
  };
  const contrast = (element) => {
    const pair = [getComputedStyle(element).color, ground(element)].map(luminance);
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
  };
  const hasText = (element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const outside = [...document.querySelectorAll(".toast")].filter((toast) => {
    const { left, right, top, bottom } = toast.getBoundingClientRect();
    return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
  });
  const elements = [...document.querySelectorAll("body *")];
  const texts = elements.filter((element) => hasText(element) && element.checkVisibility());
  return {
    overflow: document.scrollingElement.scrollWidth - innerWidth,
    outside: outside.map((toast) => toast.textContent),
    faint: texts
      .filter((element) => contrast(element) < 4.5)
      .map((element) => `${element.className} ${element.textContent}`),
    dark: luminance(ground(document.querySelector(".chat"))) < 0.2,
  };
}
