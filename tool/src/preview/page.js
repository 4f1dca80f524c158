// The preview page. Translations are inserted as text nodes, never as markup.
(() => {
  'use strict';

  const json = document.getElementById('data').textContent;

  // While watching, the page loads itself in a hidden frame; that copy only posts its data.
  const PROBE = '?probe';
  if (window.parent !== window && location.search === PROBE) {
    const target = location.protocol === 'file:' ? '*' : location.origin;
    window.parent.postMessage({ probe: 'im-error-l10n', json }, target);
    return;
  }

  const byId = (id) => document.getElementById(id);
  const query = byId('query');
  const onlyFindings = byId('only-findings');
  const theme = byId('theme');
  const list = byId('list');

  // The element of each message, and the words that the search looks at.
  let rows = [];

  // `make('p', { class: 'text', lang: 'zh-CN' }, 'words', element)`
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== false) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  function plural(count, one, many = `${one}s`) {
    return `${count} ${count === 1 ? one : many}`;
  }

  // Rendering

  function render(data) {
    const broken = byId('broken');
    broken.hidden = data.broken === null;
    broken.textContent = data.broken ?? '';
    byId('summary').textContent = summary(data);

    byId('elsewhere').hidden = data.findings.length === 0;
    byId('elsewhere').querySelector('ul').replaceChildren(...data.findings.map(renderFinding));

    rows = data.messages.map((message) => renderMessage(message, data.locales));
    list.replaceChildren(...rows.map((row) => row.element));
    filter();
  }

  function summary(data) {
    const found = [...data.findings];
    for (const message of data.messages) {
      for (const text of Object.values(message.texts)) found.push(...text.findings);
    }
    const errors = found.filter((finding) => finding.severity === 'error').length;
    const warnings = found.length - errors;
    const counts = [];
    if (errors > 0) counts.push(plural(errors, 'error'));
    if (warnings > 0) counts.push(plural(warnings, 'warning'));
    return `${plural(data.messages.length, 'message')} in ${plural(data.locales.length, 'locale')}, `
      + `${counts.join(' and ') || 'no findings'}.`;
  }

  function renderMessage(message, locales) {
    const heading = `heading-${message.id}`;
    const cells = locales.map((locale) => renderCell(message, locale));
    const number = message.code === null ? 'Any other code' : `${message.code}`;
    const element = make('article', { id: message.id, 'aria-labelledby': heading },
      make('div', { class: 'about' },
        make('h2', { id: heading },
          make('span', { class: 'number' }, number),
          ' ',
          message.name === null ? null : make('span', { class: 'name' }, message.name)),
        make('p', { class: 'id' }, make('code', {}, message.id)),
        message.comment ? make('p', { class: 'comment' }, unwrap(message.comment)) : null),
      make('ul', { class: 'toasts', role: 'list' }, ...cells));

    const words = [message.name, message.id, message.comment];
    let hasFindings = false;
    for (const { tag } of locales) {
      const text = message.texts[tag];
      if (!text) continue;
      if (text.findings.length > 0) hasFindings = true;
      words.push(text.text, text.suggestion);
      words.push(...text.findings.map((finding) => finding.rule));
    }
    return { element, code: `${message.code ?? ''}`, words: fold(words.join('\n')), hasFindings };
  }

  // A long line was wrapped to fit the file; a short one ends a paragraph.
  function unwrap(comment) {
    return comment.replace(/(?<=.{60})\n(?=\S)/g, ' ');
  }

  function renderCell(message, locale) {
    const text = message.texts[locale.tag] ?? { text: null, width: null, max: null, findings: [] };
    const tooWide = text.max !== null && text.width > text.max;
    return make('li', { class: 'cell' },
      make('p', { class: 'locale' },
        make('span', { class: 'tag' }, locale.tag), ' ',
        make('span', { class: 'locale-name' }, localeName(locale))),
      text.text === null
        ? make('p', { class: 'toast missing' }, 'No text in this locale')
        : renderToast(message, text, locale, tooWide),
      text.width === null ? null : renderWidth(text, tooWide),
      text.findings.length === 0 ? null
        : make('ul', { class: 'findings', role: 'list' }, ...text.findings.map(renderFinding)));
  }

  function renderToast(message, text, locale, tooWide) {
    const kind = `${message.code === 0 ? ' good' : ''}${tooWide ? ' too-wide' : ''}`;
    return make('div', { class: `toast${kind}`, lang: language(locale), dir: locale.dir },
      make('span', { class: 'icon', 'aria-hidden': 'true' }),
      make('div', { class: 'words' },
        make('p', { class: 'text' }, text.text),
        text.suggestion === null ? null : make('p', { class: 'suggestion' }, text.suggestion)),
      message.code === null ? null : make('span', { class: 'code' }, `${message.code}`));
  }

  function renderWidth(text, tooWide) {
    const fill = make('span', { class: 'fill' });
    if (text.max !== null) fill.style.inlineSize = `${Math.min(100, 100 * text.width / text.max)}%`;
    const words = text.max === null ? plural(text.width, 'column')
      : `${text.width} of ${plural(text.max, 'column')}${tooWide ? ': too wide' : ''}`;
    return make('p', { class: tooWide ? 'width over' : 'width' },
      text.max === null ? null : make('span', { class: 'bar', 'aria-hidden': 'true' }, fill),
      words);
  }

  function renderFinding(finding) {
    const place = finding.path
      ? `${finding.path}:${finding.line}:${finding.column}` : `line ${finding.line}`;
    return make('li', { class: `finding ${finding.severity === 'error' ? 'error' : 'warning'}` },
      make('span', { class: 'badge' }, `${finding.severity}: ${finding.rule}`), ' ',
      // A message may quote right-to-left text, which must not reorder what follows.
      make('bdi', { dir: 'ltr', class: 'finding-message' }, finding.message), ' ',
      make('span', { class: 'place' }, place));
  }

  // The tag for `lang`; empty, which means unknown, if the folder's name is not a tag.
  function language(locale) {
    try {
      return Intl.getCanonicalLocales(locale.tag)[0];
    } catch {
      return '';
    }
  }

  function localeName(locale) {
    const tag = language(locale);
    if (tag === '') return '';
    const name = new Intl.DisplayNames('en', { type: 'language' }).of(tag);
    return name === tag ? '' : name;
  }

  // Searching

  // The search ignores differences in case, full-width forms and quotes.
  function fold(text) {
    return text.normalize('NFKC').toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
  }

  function filter() {
    const terms = fold(query.value).split(/\s+/).filter((term) => term !== '');
    let matches = 0;
    for (const row of rows) {
      const found = terms.every((term) =>
        row.words.includes(term) || (/^-?\d+$/.test(term) && row.code.startsWith(term)));
      const shown = found && (row.hasFindings || !onlyFindings.checked);
      row.element.hidden = !shown;
      if (shown) matches += 1;
    }
    byId('empty').hidden = matches > 0;

    // Screen readers announce a live region whenever it is written to.
    const count = `${matches} of ${plural(rows.length, 'message')}`;
    if (byId('count').textContent !== count) byId('count').textContent = count;
  }

  function showAll() {
    query.value = '';
    onlyFindings.checked = false;
    filter();
    query.focus();
  }

  // The controls

  // Storage may be disabled, as it is for file: pages in some browsers.
  function remember(storage, key, value) {
    try { window[storage].setItem(key, value); } catch { /* not remembered */ }
  }

  function recall(storage, key) {
    try { return window[storage].getItem(key); } catch { return null; }
  }

  function setTheme(value) {
    theme.value = value;
    if (value === '') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = value;
  }

  function saveControls() {
    const state = [query.value, onlyFindings.checked];
    remember('sessionStorage', 'preview-controls', JSON.stringify(state));
  }

  function restoreControls() {
    const state = JSON.parse(recall('sessionStorage', 'preview-controls') ?? '["", false]');
    [query.value, onlyFindings.checked] = state;
    const value = recall('localStorage', 'preview-theme');
    setTheme(value === 'light' || value === 'dark' ? value : '');
  }

  function listen() {
    byId('controls').addEventListener('submit', (event) => event.preventDefault());
    byId('controls').addEventListener('input', (event) => {
      // Half-typed pinyin is not a search term yet.
      if (event.isComposing) return;
      filter();
      saveControls();
    });
    query.addEventListener('compositionend', () => { filter(); saveControls(); });
    theme.addEventListener('change', () => {
      setTheme(theme.value);
      remember('localStorage', 'preview-theme', theme.value);
    });
    byId('empty').querySelector('button').addEventListener('click', () => {
      showAll();
      saveControls();
    });
    document.addEventListener('keydown', (event) => {
      const typing = event.target.closest('input:not([type=checkbox]), select, textarea');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      query.focus();
      query.select();
    });
  }

  // Watching

  // A page opened from a file cannot fetch that file, and reloading itself every two seconds
  // would lose the focus, the selection and a half-typed word, and make a screen reader start
  // over. So a hidden frame loads the file and posts its data here, and the page changes only
  // when the data does.
  function watch() {
    let current = json;
    let shown = JSON.parse(json);
    let frame = null;

    window.addEventListener('message', (event) => {
      if (!frame || event.source !== frame.contentWindow) return;
      if (event.data?.probe !== 'im-error-l10n' || event.data.json === current) return;
      let data;
      try {
        data = JSON.parse(event.data.json);
      } catch {
        return; // still being written; the next probe gets all of it
      }
      current = event.data.json;
      // After an error without messages, keep showing the last ones.
      const lost = data.broken !== null && data.messages.length === 0;
      shown = lost ? { ...shown, broken: data.broken } : data;
      keepPlace(() => render(shown));
      byId('watching').textContent = `Updated at ${new Date().toLocaleTimeString()}.`;
    });

    byId('watching').textContent = 'Watching the files.';
    setInterval(() => {
      if (document.hidden) return;
      frame?.remove();
      const source = new URL(location.href);
      source.search = PROBE;
      source.hash = '';
      frame = make('iframe', {
        src: source.href, sandbox: 'allow-scripts', hidden: '', title: 'New data', tabindex: '-1',
      });
      document.body.append(frame);
    }, 2000);
  }

  // Keeps the message at the top of the window in place, whatever grows above it.
  function keepPlace(change) {
    const top = document.querySelector('.top').getBoundingClientRect().bottom;
    const place = (row) => row.element.getBoundingClientRect();
    const anchor = window.scrollY === 0 ? undefined
      : rows.find((row) => !row.element.hidden && place(row).bottom > Math.max(0, top));
    const before = anchor && place(anchor).top;
    change();
    const after = anchor && rows.find((row) => row.element.id === anchor.element.id);
    if (after && !after.element.hidden) window.scrollBy(0, place(after).top - before);
  }

  const data = JSON.parse(json);
  restoreControls();
  listen();
  render(data);
  if (data.watching) watch();
})();
