// The page's behavior, with data that has everything that can be wrong with a message.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, open, violations, visibleCodes } from './browser.mjs';
import { HOSTILE, fixture } from './fixture.mjs';
import { buildPage } from './page.mjs';

const folder = mkdtempSync(join(tmpdir(), 'preview-'));
const file = join(folder, 'preview.html');
const ALL = ['0', '5', '56', '567', 'Any other code'];
let browser;

before(async () => {
  writeFileSync(file, buildPage(fixture()));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

test('shows every code as a toast in every locale', async () => {
  const page = await open(browser, file);
  assert.deepEqual(await visibleCodes(page), ALL);
  const toast = page.locator('#error-not-friend .toast').first();
  assert.equal(await toast.locator('.text').textContent(), 'You and this user aren’t friends.');
  assert.equal(await toast.locator('.suggestion').textContent(), 'Add this user as a friend first.');
  assert.equal(await toast.locator('.code').textContent(), '56');
  assert.equal(await page.locator('#error-unknown .toast .code').count(), 0);
  assert.equal(await page.locator('#error-success .cell').count(), 4);
  assert.equal(await page.locator('#error-not-friend .missing').count(), 3);
  assert.equal(await page.locator('#summary').textContent(),
    '5 messages in 4 locales, 3 errors and 1 warning.');
});

test('joins the wrapped lines of a comment', async () => {
  const page = await open(browser, file);
  const comment = await page.locator('#error-not-friend .comment').textContent();
  assert.equal(comment, 'The user wrote to, or acted on, somebody who is not a friend, '
    + 'or no longer.\n$code: the number.');
});

test('shows markup in a translation as text', async () => {
  const page = await open(browser, file);
  const cell = page.locator('#error-invalid-command .cell').nth(1);
  assert.equal(await cell.locator('.text').textContent(), HOSTILE);
  assert.equal(await cell.locator('.suggestion').textContent(), HOSTILE);
  assert.equal(await page.locator('#error-invalid-command .comment').textContent(), HOSTILE);
  assert.match(await page.locator('#elsewhere li').textContent(), /<\/script>/);
  assert.equal(await page.locator('img, main b').count(), 0);
  assert.equal(await page.locator('script').count(), 2);
  assert.equal(await page.evaluate(() => globalThis.pwned), undefined);
  const marker = page.locator('#error-made .text').first();
  assert.match(await marker.textContent(), /\/\*DATA\*\/ and \/\*JS\*\//);
});

test('shows findings as badges, in their message or above the list', async () => {
  const page = await open(browser, file);
  const badges = page.locator('#error-invalid-command .badge');
  assert.deepEqual(await badges.allTextContents(), ['warning: too-long', 'error: markup']);
  const elsewhere = page.locator('#elsewhere li');
  assert.equal(await elsewhere.locator('.badge').textContent(), 'error: syntax');
  assert.equal(await elsewhere.locator('.place').textContent(), 'zh-CN/errors.ftl:3:5');
});

test('marks texts that are too wide', async () => {
  const page = await open(browser, file);
  const over = page.locator('.cell:has(.too-wide) .width');
  assert.deepEqual(await over.allTextContents(),
    ['91 of 80 columns: too wide', '400 of 120 columns: too wide']);
  assert.equal(await page.locator('#error-made .width').nth(1).textContent(), '8 columns');
});

test('searches by code, name and words of any locale', async () => {
  const page = await open(browser, file);
  const found = async (query) => {
    await page.fill('#query', query);
    return visibleCodes(page);
  };
  assert.deepEqual(await found('56'), ['56', '567']);
  assert.deepEqual(await found('567'), ['567']);
  assert.deepEqual(await found('６'), []);
  assert.deepEqual(await found('５６'), ['56', '567']);
  assert.deepEqual(await found('notfriend'), ['56']);
  assert.deepEqual(await found('error-unknown'), ['Any other code']);
  assert.deepEqual(await found("aren't"), ['56']);
  assert.deepEqual(await found('好友'), ['567']);
  assert.deepEqual(await found('好友 添加'), ['567']);
  assert.deepEqual(await found('好友 friend'), []);
  assert.deepEqual(await found('too-long'), ['5']);
  assert.equal(await page.locator('#count').textContent(), '1 of 5 messages');
  assert.deepEqual(await found('nothing like this'), []);

  assert.ok(await page.locator('#empty').isVisible());
  await page.getByRole('button', { name: 'Show all' }).click();
  assert.deepEqual(await visibleCodes(page), ALL);
});

test('does not search for half-typed pinyin', async () => {
  const page = await open(browser, file);
  await page.focus('#query');
  const input = await page.context().newCDPSession(page);
  await input.send('Input.imeSetComposition', { text: 'hao', selectionStart: 3, selectionEnd: 3 });
  assert.deepEqual(await visibleCodes(page), ALL);
  await input.send('Input.insertText', { text: '好友' });
  assert.deepEqual(await visibleCodes(page), ['567']);
});

test('filters findings, and keeps the filter and the search after a reload', async () => {
  const page = await open(browser, file);
  await page.getByLabel('Only findings').check();
  assert.deepEqual(await visibleCodes(page), ['5', '56']);
  await page.fill('#query', 'friend');
  await page.reload();
  assert.equal(await page.inputValue('#query'), 'friend');
  assert.deepEqual(await visibleCodes(page), ['56']);
  assert.deepEqual(await page.locator('#error-not-friend .tag:visible').allTextContents(),
    ['en-US', 'zh-CN', 'zh_CN"><b>', 'ar']);
});

test('can be operated with the keyboard', async () => {
  const page = await open(browser, file);
  const focused = () => page.evaluate(() => document.activeElement.id);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the messages' });
  assert.ok(await skip.evaluate((link) => link === document.activeElement));
  assert.ok((await skip.boundingBox()).y >= 0, 'the skip link is visible when focused');
  assert.notEqual(await skip.evaluate((link) => getComputedStyle(link).outlineStyle), 'none');
  await page.keyboard.press('Enter');
  assert.equal(await focused(), 'messages');

  await page.keyboard.press('/');
  assert.equal(await focused(), 'query');
  await page.keyboard.type('and/or');
  assert.equal(await page.inputValue('#query'), 'and/or');
  await page.keyboard.press('Escape');
  assert.equal(await page.inputValue('#query'), '');
  assert.deepEqual(await visibleCodes(page), ALL);
  const order = [];
  for (let step = 0; step < 2; step += 1) {
    await page.keyboard.press('Tab');
    order.push(await focused());
  }
  assert.deepEqual(order, ['only-findings', 'theme']);
});

test('exposes names, roles and languages to assistive technology', async () => {
  const page = await open(browser, file);
  assert.equal(await page.getByRole('article', { name: '56 NotFriend' }).ariaSnapshot(), `\
- article "56 NotFriend":
  - heading "56 NotFriend" [level=2]
  - paragraph:
    - code: error-not-friend
  - paragraph: "The user wrote to, or acted on, somebody who is not a friend, or no longer. $code: the number."
  - list:
    - listitem:
      - paragraph: en-US American English
      - paragraph: You and this user aren’t friends.
      - paragraph: Add this user as a friend first.
      - text: "56"
      - paragraph: 33 of 120 columns
    - listitem:
      - paragraph: zh-CN Chinese (China)
      - paragraph: No text in this locale
      - list:
        - listitem: "error: missing-message NotFriend (56) has no message. line 1"
    - listitem:
      - paragraph: zh_CN"><b>
      - paragraph: No text in this locale
    - listitem:
      - paragraph: ar Arabic
      - paragraph: No text in this locale`);
  for (const role of ['banner', 'main', 'search']) {
    assert.equal(await page.getByRole(role).count(), 1, role);
  }
  const search = page.getByRole('searchbox', { name: 'Search by code, name or word' });
  assert.equal(await search.getAttribute('aria-keyshortcuts'), '/');
  assert.equal(await page.locator('#count').getAttribute('aria-live'), 'polite');
  assert.equal(await page.locator('.toast:not(.missing):not([lang][dir])').count(), 0);
  assert.deepEqual(await page.locator('#error-invalid-command .toast').evaluateAll(
    (toasts) => toasts.map((toast) => toast.lang)), ['en-US', 'zh-CN', '', '']);
});

test('mirrors a right-to-left toast as a whole', async () => {
  const page = await open(browser, file);
  const toast = page.locator('#error-success .toast').last();
  assert.equal(await toast.getAttribute('lang'), 'ar');
  const icon = await toast.locator('.icon').boundingBox();
  const words = await toast.locator('.words').boundingBox();
  assert.ok(icon.x > words.x + words.width - 1);
});

for (const colorScheme of ['light', 'dark']) {
  test(`has no axe violations in ${colorScheme} mode`, async () => {
    const broken = join(folder, `broken-${colorScheme}.html`);
    writeFileSync(broken, buildPage(fixture({ broken: 'zh-CN/errors.ftl: not UTF-8' })));
    const page = await open(browser, broken, { colorScheme });
    assert.deepEqual(await violations(page), []);
    await page.fill('#query', 'no such word');
    assert.deepEqual(await violations(page), []);
  });
}

test('follows the system’s color scheme, unless another one was chosen', async () => {
  const page = await open(browser, file, { colorScheme: 'dark' });
  const background = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await background();
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await background();
  assert.notEqual(light, dark);
  await page.getByLabel('Colors').selectOption('Dark');
  assert.equal(await background(), dark);
  await page.reload();
  assert.equal(await background(), dark);
  await page.getByLabel('Colors').selectOption('System');
  assert.equal(await background(), light);
});

test('does not scroll sideways on a narrow screen', async () => {
  for (const width of [320, 768, 1280]) {
    const page = await open(browser, file, { viewport: { width, height: 700 } });
    const actual = await page.evaluate(() => document.scrollingElement.scrollWidth);
    assert.ok(actual <= width, `${actual} > ${width}`);
  }
});

test('prints the messages without the controls, on white', async () => {
  const page = await open(browser, file, { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  assert.ok(!await page.locator('form').isVisible());
  assert.equal(await page.locator('article:visible').count(), 5);
  const style = (property) => page.evaluate((name) =>
    getComputedStyle(document.documentElement).getPropertyValue(name), property);
  assert.equal(await style('background-color'), 'rgb(255, 255, 255)');
  assert.equal(await page.locator('article').first()
    .evaluate((article) => getComputedStyle(article).breakInside), 'avoid');
});

test('makes no network requests', async () => {
  const page = await open(browser, file);
  await page.fill('#query', 'friend');
  assert.deepEqual(page.requests, [`file://${file}`]);
});
