import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markupTroubles } from '#test/html-rules.ts';
import { componentsGallery } from './components-gallery.ts';
import { layout } from './layout.ts';

const page = String(
  layout(
    {
      title: 'What pages are made of',
      audience: { icon: 'world', words: 'Everyone', why: 'It holds nothing of anybody.' },
      body: componentsGallery(),
    },
    {
      locale: 'en-GB',
      direction: 'ltr',
      path: '/help/components',
      demo: true,
      person: { id: 'rhian', name: 'Rhian Puw' },
      organisation: null,
      places: [{ key: 'today', label: 'Today', href: '/', current: true }],
      said: { text: 'Signed.', undo: '/undo/1' },
      theme: 'auto',
      asset: (name) => `/assets/${name}`,
    },
  ),
);

test('no two things on the page of every component share an id', () => {
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
});

test('whatever is described or labelled points to something that is there', () => {
  const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  for (const [, list] of page.matchAll(/ (?:aria-describedby|aria-labelledby|for)="([^"]*)"/g))
    for (const id of list!.split(' ')) assert.ok(ids.has(id), id);
});

test('every component is valid html', async () => {
  assert.deepEqual(await markupTroubles(page), []);
});

test('nothing carries a style attribute, which the content policy would drop', () => {
  assert.ok(!/<[^>]+ style=/.test(page));
});
