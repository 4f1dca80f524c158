// How toasts open, pause, count and close, by timer, pointer and keyboard.

import assert from "node:assert/strict";
import { test } from "node:test";
import { chat, eventually, fail, newest, raise, setUp, toasts } from "./harness.js";

setUp();

const gone = (page) => eventually(async () => assert.equal(await toasts(page).count(), 0));
const focused = (page) => page.evaluate(() => document.activeElement.closest("li")?.textContent ?? document.activeElement.id);

/** Leaves all toasts only a moment of their time. */
const nearlyOut = (page) =>
  page.evaluate(() => {
    for (const life of document.querySelectorAll(".toast-life")) {
      for (const clock of life.getAnimations()) {
        clock.currentTime = clock.effect.getComputedTiming().endTime - 50;
      }
    }
  });

test("a toast closes after its time, which is long enough to read it", async () => {
  await chat({}, async (page) => {
    await raise(page, 56);
    await newest(page);
    const clock = () => document.querySelector(".toast-life").getAnimations()[0];
    const duration = await page.evaluate(`(${clock})().effect.getComputedTiming().duration`);
    assert.ok(duration >= 6000, `${duration} ms`);
    assert.equal(await page.evaluate(`(${clock})().playState`), "running");
    await nearlyOut(page);
    await gone(page);
  });
});

test("hovering over a toast pauses all toasts", async () => {
  await chat({}, async (page) => {
    await raise(page, 56);
    await raise(page, 60);
    await newest(page);
    await toasts(page).last().hover();
    await nearlyOut(page);
    await page.waitForTimeout(400);
    assert.equal(await toasts(page).count(), 2);
    await page.mouse.move(5, 5);
    await gone(page);
  });
});

test("focus in a toast pauses all toasts", async () => {
  await chat({}, async (page) => {
    await raise(page, 56);
    await newest(page);
    await page.keyboard.press("F8");
    await nearlyOut(page);
    await page.waitForTimeout(400);
    assert.equal(await toasts(page).count(), 1);
    await page.locator("#text").focus();
    await gone(page);
  });
});

test("only a click on its button dismisses a toast", async () => {
  await chat({}, async (page) => {
    await raise(page, 56);
    await newest(page);
    await page.locator(".toast-text").click();
    assert.equal(await toasts(page).count(), 1);
    await page.getByRole("button", { name: "Dismiss" }).click();
    await gone(page);
  });
});

test("F8 goes to the newest toast, Tab to the next, Escape and Enter dismiss, focus returns", async () => {
  await chat({ languages: ["zh-CN"] }, async (page) => {
    for (const code of [56, 1008, 60]) await fail(page, code);
    await newest(page);
    await page.locator("#text").focus();
    await page.keyboard.press("F8");
    assert.match(await focused(page), /已经是好友了/);
    await page.keyboard.press("Tab");
    assert.match(await focused(page), /网络错误/);
    await page.keyboard.press("Escape");
    assert.match(await focused(page), /不是好友/);
    await page.keyboard.press("Enter");
    assert.match(await focused(page), /已经是好友了/);
    await page.keyboard.press("Escape");
    assert.equal(await focused(page), "text");
    await gone(page);
    await page.keyboard.press("Escape");
    assert.equal(await focused(page), "text");
  });
});

test("repeats share one toast with a count, and restart its time", async () => {
  await chat({}, async (page) => {
    await page.locator("#burst").click();
    await newest(page);
    assert.equal(await toasts(page).count(), 1);
    assert.equal(await page.getByRole("img", { name: "12 times" }).textContent(), "×12");
    await nearlyOut(page);
    await fail(page, 56);
    await page.waitForTimeout(400);
    assert.equal(await page.getByRole("img", { name: "13 times" }).textContent(), "×13");
    await page.locator("#language").selectOption("zh-CN");
    await eventually(async () => assert.equal((await newest(page)).text, "不是好友"));
    assert.equal(await page.locator(".toast-count").textContent(), "×13");
  });
});

test("the oldest toast without focus makes room", async () => {
  await chat({ languages: ["zh-CN"] }, async (page) => {
    const texts = () => toasts(page).locator(".toast-text").allTextContents();
    for (const code of [56, 60, 1, 2, 4]) await fail(page, code);
    const four = ["取消请求", "无效 ticket", "无效 token", "已经是好友了"];
    await eventually(async () => assert.deepEqual(await texts(), four));
    await toasts(page).last().locator(".toast-dismiss").focus();
    await fail(page, 1008);
    const kept = ["网络错误", "取消请求", "无效 ticket", "已经是好友了"];
    await eventually(async () => assert.deepEqual(await texts(), kept));
  });
});

test("a code that is not a number gets a text", async () => {
  await chat({ languages: ["zh-CN"] }, async (page) => {
    await fail(page, "everything");
    assert.equal((await newest(page)).text, "未知错误（错误码：-1）");
  });
});
