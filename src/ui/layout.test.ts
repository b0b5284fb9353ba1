import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Content, Frame } from '#platform/http/content.ts';
import { drawingFor } from '#platform/http/drawn-for.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';

const frame: Frame = {
  locale: 'en-GB',
  direction: 'ltr',
  path: '/programmes',
  demo: false,
  person: { id: 'rhian', name: 'Rhian Puw' },
  organisation: { id: 'celyn', name: 'Ysgol Bryn Celyn' },
  places: [
    { key: 'today', label: 'Today', href: '/', current: false },
    { key: 'learning', label: 'My learning', href: '/programmes', current: true },
  ],
  said: null,
  theme: 'auto',
  asset: (name) => `/assets/${name}`,
};
const content: Content = {
  title: 'Reading together',
  audience: { icon: 'people', words: 'The eleven people of this programme', why: 'It was opened to them.' },
  body: html`<p>Body</p>`,
};
const page = (more: Partial<Content> = {}, around: Partial<Frame> = {}) =>
  String(layout({ ...content, ...more }, { ...frame, ...around })).replace(/\s+/g, ' ');

test('every page says what it is, who can see it and where one is', () => {
  const markup = page();
  assert.match(markup, /<title>Reading together · Staffroom<\/title>/);
  assert.equal(markup.match(/<h1>/g)?.length, 1);
  assert.match(markup, /The eleven people of this programme/);
  assert.match(markup, /<a href="\/programmes" aria-current="page">/);
  assert.match(markup, /href="#main"/);
});

test('text that is not markup is escaped, whatever a page hands over', () => {
  const markup = page({ title: '<b>x</b>', body: '<script>alert(1)</script>' });
  assert.ok(!markup.includes('<b>x</b>'));
  assert.ok(!markup.includes('<script>alert'));
});

test('what was just done is said once and can be undone by a form', () => {
  const markup = drawingFor({ organisationId: 'celyn', personId: 'rhian' }, () =>
    page({}, { said: { text: 'The agreement is signed.', undo: '/undo/1' } }),
  );
  assert.match(markup, /role="status"/);
  assert.match(
    markup,
    /<form method="post" action="\/undo\/1">\s*<input[^>]*name="drawn_for" value="celyn rhian"/,
  );
});

test('a visitor sees no places and nothing to sign out of', () => {
  const markup = page({}, { person: null, organisation: null });
  assert.ok(!markup.includes('class="places"'));
  assert.ok(!markup.includes('/sign-out'));
  assert.ok(!/data-who|data-organisation/.test(markup));
});

test('the demo says on every page that it is the demo', () => {
  assert.match(page({}, { demo: true }), /<html[^>]* data-demo[ >][^]*This is the demo/);
  assert.ok(!page().includes('This is the demo'));
  assert.ok(
    !page().includes('data-demo'),
    'the browser’s half tells the school’s cookies from the demo’s by it',
  );
});

test('language, direction and theme stand on the document', () => {
  assert.match(
    page({}, { locale: 'ar', direction: 'rtl', theme: 'contrast' }),
    /<html lang="ar" dir="rtl" data-theme="contrast"/,
  );
});

test('no page carries a style attribute or an inline script', () => {
  const markup = page({}, { demo: true, said: { text: 'Done' } });
  assert.ok(!/ style=/.test(markup));
  assert.ok(!/<script(?![^>]* src=)/.test(markup));
});

test('a very long title is cut in the tab, and whole and smaller in the page', () => {
  const title = 'Sgwrs am fathemateg '.repeat(6).trim();
  const markup = page({ title });
  assert.ok(markup.includes(`<h1 class="long">${title}</h1>`));
  assert.ok(/<title>([^<]*)<\/title>/.exec(markup)![1]!.length <= 70);
});

test('the status line is left out where nothing runs over time', () => {
  assert.ok(!page().includes('class="status"'));
  assert.match(page({ status: { next: 'Peer observation' } }), /What is next<\/dt>\s*<dd>Peer observation/);
});

test('the mark between crumbs stands between two, and none after the last', async () => {
  const css = await readFile(new URL('layout.css', import.meta.url), 'utf8');
  const marked = [...css.matchAll(/([^}]*)\{[^}]*content: '›'/g)].map(([, selector]) => selector!.trim());
  assert.deepEqual(marked, ['.trail li + li::before']);
});
