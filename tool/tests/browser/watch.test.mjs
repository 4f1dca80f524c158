// A watching page, which follows its file without disturbing the user.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, open, until, violations, visibleCodes } from './browser.mjs';
import { fixture } from './fixture.mjs';
import { buildPage } from './page.mjs';

const folder = mkdtempSync(join(tmpdir(), 'preview-watch-'));
let browser;
before(async () => { browser = await launch(); });
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

function changed(text, changes = {}) {
  const data = fixture({ watching: true, ...changes });
  data.messages[2].texts['en-US'].text = text;
  return data;
}

const text = (page) => page.locator('#error-not-friend .text').first();
const probes = (page) => page.requests.filter((url) => url.endsWith('?probe')).length;

test('shows a change, and keeps the search, focus, selection and scroll position', async () => {
  const file = join(folder, 'change.html');
  writeFileSync(file, buildPage(changed('The first text.')));
  const page = await open(browser, file, { viewport: { width: 900, height: 500 } });
  assert.equal(await page.locator('#watching').textContent(), 'Watching the files.');
  await page.fill('#query', 'error-');
  await page.evaluate(() => document.getElementById('query').setSelectionRange(1, 3));
  await page.locator('#error-not-friend').evaluate((article) => article.scrollIntoView());
  await page.evaluate(() => { globalThis.sameWindow = true; });
  const place = () => page.locator('#error-not-friend').evaluate((article) =>
    Math.round(article.getBoundingClientRect().top));
  const before = await place();

  // A comment that grows above must not move the message that is being read.
  const data = changed('The second text.');
  data.messages[0].comment = 'A line.\n'.repeat(12);
  writeFileSync(file, buildPage(data));
  await until('the text changes', async () => await text(page).textContent() === 'The second text.');

  assert.match(await page.locator('#watching').textContent(), /^Updated at /);
  assert.equal(await page.evaluate(() => globalThis.sameWindow), true, 'the page did not reload');
  assert.equal(await page.inputValue('#query'), 'error-');
  assert.deepEqual(await page.evaluate(() => {
    const { id, selectionStart, selectionEnd } = document.activeElement;
    return [id, selectionStart, selectionEnd];
  }), ['query', 1, 3]);
  assert.ok(Math.abs(await place() - before) <= 1, 'the message stays in place');
  assert.equal((await visibleCodes(page)).length, 5);
  assert.ok(page.requests.every((url) => url.startsWith(`file://${file}`)), 'no network');
  assert.deepEqual(page.errors, []);
});

test('does not update while nothing changes', async () => {
  const file = join(folder, 'same.html');
  writeFileSync(file, buildPage(changed('The text.')));
  const page = await open(browser, file);
  await page.evaluate(() => {
    globalThis.changes = 0;
    const observer = new MutationObserver((records) => { globalThis.changes += records.length; });
    observer.observe(document.querySelector('main'), { subtree: true, childList: true });
    observer.observe(document.querySelector('.top'), { subtree: true, childList: true });
  });
  await until('the page has probed twice', () => probes(page) >= 2);
  assert.equal(await page.evaluate(() => globalThis.changes), 0);
  assert.deepEqual(await violations(page), []);
});

test('keeps the last messages when the folder can no longer be read', async () => {
  const file = join(folder, 'lost.html');
  writeFileSync(file, buildPage(changed('The text.')));
  const page = await open(browser, file);
  const lost = { locales: [], messages: [], findings: [], broken: 'no such folder' };
  writeFileSync(file, buildPage({ ...changed(''), ...lost }));
  const alert = page.getByRole('alert');
  await until('the error shows', async () => await alert.count() === 1);
  assert.equal(await alert.textContent(), 'no such folder');
  assert.equal((await visibleCodes(page)).length, 5);
});

test('shows an error, survives a half-written file, and recovers', async () => {
  const file = join(folder, 'broken.html');
  writeFileSync(file, buildPage(changed('The text.')));
  const page = await open(browser, file, { viewport: { width: 600, height: 500 } });
  const alert = page.getByRole('alert');
  assert.equal(await alert.count(), 0);

  await page.evaluate(() => window.scrollTo(0, 900));
  const broken = 'zh-CN/errors.ftl: <b>not UTF-8</b>';
  writeFileSync(file, buildPage(changed('The text.', { broken })));
  await until('the error shows', async () => await alert.count() === 1);
  assert.equal((await visibleCodes(page)).length, 5);
  assert.equal(await alert.textContent(), broken);
  assert.ok((await alert.boundingBox()).y >= 0, 'the error is visible after scrolling');

  const whole = buildPage(changed('The fixed text.'));
  writeFileSync(file, whole.slice(0, whole.indexOf('NotFriend')));
  const looked = probes(page);
  await until('the page has probed again', () => probes(page) >= looked + 2);
  assert.equal(await text(page).textContent(), 'The text.');

  writeFileSync(file, whole);
  await until('the page has recovered', async () => await alert.count() === 0);
  assert.equal(await text(page).textContent(), 'The fixed text.');
});

test('does not probe without --watch', async () => {
  const file = join(folder, 'still.html');
  writeFileSync(file, buildPage(fixture()));
  const page = await open(browser, file);
  await page.waitForTimeout(2500);
  assert.equal(page.requests.length, 1);
  assert.equal(await page.locator('#watching').textContent(), '');
});
