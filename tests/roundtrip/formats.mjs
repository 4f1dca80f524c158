// Reads and writes our files with @fluent/syntax.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const folder = resolve(process.argv[2]);
const require = createRequire(`${folder}/`);
const { Pattern, TextElement, parse, serialize } = require('@fluent/syntax');

for (const locale of readdirSync(`${folder}/locales`)) {
  const text = readFileSync(`${folder}/locales/${locale}/errors.ftl`, 'utf8');
  const read = () => parse(text, {});
  assert.equal(serialize(read(), {}), text, `${locale} is not as @fluent/syntax writes it`);
  const messages = (resource) => resource.body.filter((entry) => entry.type === 'Message');
  const count = messages(read()).length;
  for (let number = 0; number < count; number += 1) {
    const resource = read();
    messages(resource)[number].value = new Pattern([new TextElement('A new text.')]);
    const before = text.split('\n');
    const after = serialize(resource, {}).split('\n');
    const changed = before.filter((line, at) => line !== after[at]).length;
    assert.ok(before.length === after.length && changed === 1, `${locale}: ${number}`);
  }
  console.log(`${locale}: ${count} texts changed, one line each (@fluent/syntax)`);
}
