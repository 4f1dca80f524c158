// Builds the preview page from its templates, as `im-error-l10n preview` does, with data that no
// translator would write.

import { readFileSync } from 'node:fs';

const templates = new URL('../../src/preview/', import.meta.url);
const read = (name) => readFileSync(new URL(name, templates), 'utf8');

export function buildPage(data) {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  // The data comes last, so that a marker in it is not replaced.
  return read('page.html')
    .replace('/*CSS*/', () => read('page.css'))
    .replace('/*JS*/', () => read('page.js'))
    .replace('/*DATA*/', () => json);
}
