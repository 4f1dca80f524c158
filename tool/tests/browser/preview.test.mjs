// The page that the tool writes, for this repository's locales and for a folder being edited.

import assert from 'node:assert/strict';
import {
  appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, open, until, violations, visibleCodes } from './browser.mjs';
import { preview, watch } from './tool.mjs';

const locales = fileURLToPath(new URL('../../../locales', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'preview-tool-'));
const file = join(folder, 'preview.html');
let browser;

before(async () => {
  assert.equal(preview('-o', file), 0);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** The texts and suggestions of one locale, in the page's order. */
function texts(page, tag) {
  return page.locator(`.toast[lang="${tag}"] :is(.text, .suggestion)`).allTextContents();
}

test('shows the 47 codes and an unknown one, in two locales', async () => {
  const page = await open(browser, file);
  const codes = await visibleCodes(page);
  assert.equal(codes.length, 48);
  assert.equal(codes[0], '0');
  assert.equal(codes.at(-1), 'Any other code');
  assert.equal(await page.locator('#summary').textContent(),
    '48 messages in 2 locales, no findings.');
  assert.ok(!await page.locator('#broken').isVisible());
  assert.deepEqual(await page.locator('article').first().locator('.tag').allTextContents(),
    ['en-US', 'zh-CN']);
  for (const tag of ['en-US', 'zh-CN']) {
    assert.equal(await page.locator(`.toast[lang="${tag}"] .text`).count(), 48, tag);
    for (const text of await texts(page, tag)) assert.match(text, /^[^{}]+$/);
  }
  const about = page.locator('.about:has(.comment)');
  assert.equal(await about.count(), 48, 'every message shows the comment from the source');
});

test('finds a message by code, name or Chinese word', async () => {
  const page = await open(browser, file);
  await page.fill('#query', '56');
  assert.deepEqual(await visibleCodes(page), ['56']);
  await page.fill('#query', 'NotFriend');
  assert.deepEqual(await visibleCodes(page), ['56']);
  await page.fill('#query', '不是好友');
  assert.ok((await visibleCodes(page)).includes('56'));
  const toast = page.locator('#error-not-friend .toast[lang="zh-CN"]');
  assert.equal(await toast.locator('.text').textContent(), '不是好友');
});

test('makes no network requests, fits a narrow screen, and has no axe violations', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const page = await open(browser, file, { colorScheme, viewport: { width: 360, height: 800 } });
    assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth) <= 360);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(page.requests, [`file://${file}`]);
  }
});

test('shows markup in a translation as text, with its finding', async () => {
  const dir = join(folder, 'markup');
  cpSync(locales, dir, { recursive: true });
  const zh = join(dir, 'zh-CN', 'errors.ftl');
  const markup = '</script><script>globalThis.pwned = 1</script>';
  writeFileSync(zh, readFileSync(zh, 'utf8').replace(/^(error-not-friend =).*/m, `$1 ${markup}`));
  const output = join(folder, 'markup.html');
  preview('--dir', dir, '-o', output);

  const page = await open(browser, output);
  const cell = page.locator('#error-not-friend .cell:has([lang="zh-CN"])');
  assert.equal(await cell.locator('.text').textContent(), markup);
  assert.ok((await cell.locator('.badge').allTextContents()).includes('error: markup'));
  assert.equal(await page.evaluate(() => globalThis.pwned), undefined);
});

test('updates with --watch, shows errors, and recovers', async () => {
  const dir = join(folder, 'watched');
  cpSync(locales, dir, { recursive: true });
  const zh = join(dir, 'zh-CN', 'errors.ftl');
  const good = readFileSync(zh, 'utf8');
  const output = join(folder, 'watched.html');
  const stop = watch('--dir', dir, '-o', output);
  try {
    await until('the page is written', () => existsSync(output));
    const page = await open(browser, output);
    const text = page.locator('#error-not-friend .toast[lang="zh-CN"] .text');
    assert.equal(await text.textContent(), '不是好友');

    const better = good.replace(/^(error-not-friend =).*/m, '$1 对方还不是好友');
    writeFileSync(zh, better);
    await until('the new text shows', async () => await text.textContent() === '对方还不是好友');

    appendFileSync(zh, '\nerror-broken\n');
    const error = page.getByText('error: syntax');
    await until('the syntax error shows', async () => await error.count() > 0);
    assert.equal(await text.textContent(), '对方还不是好友', 'the rest still shows');

    writeFileSync(zh, Buffer.from([0xff, 0xfe, 0x41]));
    const unreadable = page.getByText(/not-utf8|UTF-8/).first();
    await until('the unreadable file shows', () => unreadable.isVisible());

    writeFileSync(zh, good);
    await until('the page has recovered', async () =>
      await page.locator('.finding').count() === 0 && await text.textContent() === '不是好友');
    assert.ok(!await page.locator('#broken').isVisible());
  } finally {
    await stop();
  }
});
