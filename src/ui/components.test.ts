import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributes, slug } from './attributes.ts';
import { definitionList } from './definition-list.ts';
import { evidenceLabel } from './label.ts';
import { addressOf, countedList, filters, pager } from './list.ts';
import { html } from './html.ts';
import { icon, iconNames } from './icons.ts';
import { progress } from './progress.ts';
import { stepList } from './step-list.ts';
import { table } from './table.ts';

const text = (markup: unknown) => String(markup).replace(/\s+/g, ' ');

test('attributes are escaped, bare when true, left out when there is nothing to say', () => {
  assert.equal(
    String(attributes({ id: 'a"b', required: true, disabled: false, min: 0, title: null, lang: undefined })),
    ' id="a&quot;b" required min="0"',
  );
  assert.equal(slug('/agreements/3/Sign it'), 'agreements-3-sign-it');
});

test('a table names its rows and columns, and labels each cell for small screens', () => {
  const markup = text(
    table({
      caption: 'Hours',
      columns: [{ label: 'Teacher' }, { label: 'Hours "in"', numeric: true }],
      rows: [['<b>Rhian</b>', 3]],
      empty: '',
    }),
  );
  assert.match(markup, /<caption>Hours<\/caption>/);
  assert.match(markup, /<th scope="col" class="number">/);
  assert.match(markup, /<th scope="row">&lt;b&gt;Rhian&lt;\/b&gt;<\/th>/);
  assert.match(markup, /<td class="number" data-label="Hours &quot;in&quot;">3<\/td>/);
});

test('a table without rows says what to do instead of showing an empty grid', () => {
  const markup = text(
    table({ caption: 'Hours', columns: [{ label: 'Teacher' }], rows: [], empty: 'Nobody yet.' }),
  );
  assert.ok(!markup.includes('<table'));
  assert.match(markup, /Nobody yet\./);
});

test('fields to narrow a list by are folded, except where finding is the task; what is narrowed says so', () => {
  const narrow = (more: object): string =>
    text(filters({ action: '/people', ...more }, (f) => f.search({ name: 'q', label: 'Name' })));
  assert.match(narrow({}), /<details> <summary>[^]*Find or narrow<\/summary>[^]*name="q"/);
  assert.doesNotMatch(narrow({}), /Show everything/);
  assert.match(narrow({ narrowed: true }), /<\/details>[^]*You see a part of the list\.[^]*Show everything/);
  assert.doesNotMatch(narrow({ always: true }), /<details/);
});

test('a select to narrow by says what stands when nothing is chosen, and is never blank', () => {
  const options = [{ value: 'cpd-leader', label: 'CPD leader' }];
  const markup = text(
    filters({ action: '/people' }, (f) =>
      f.select({ name: 'role', label: 'Role', all: 'All roles', options }),
    ),
  );
  assert.match(markup, /<option value="">All roles<\/option>/);
  assert.doesNotMatch(markup, /<option value=""><\/option>/);
});

test('turning a page keeps the filters, and the first page has the plain address', () => {
  const markup = text(pager({ page: 2, pages: 3, path: '/people', query: { q: 'a&b', role: undefined } }));
  assert.match(markup, /href="\/people\?q=a%26b"/);
  assert.match(markup, /href="\/people\?q=a%26b&amp;page=3"/);
  assert.equal(String(pager({ page: 1, pages: 1, path: '/people' })), '');
  assert.equal(addressOf('/people', { q: '' }), '/people');
});

test('a list says how many it holds', () => {
  assert.match(
    text(countedList({ says: '2 answers', items: ['a', html`<b>b</b>`], empty: '' })),
    /2 answers.*<ul class="items">/,
  );
  assert.match(text(countedList({ says: '0 answers', items: [], empty: 'None yet.' })), /None yet/);
});

test('an entry without a value is left out of a list of definitions', () => {
  const markup = text(
    definitionList([
      { term: 'Place', says: '' },
      { term: 'Focus', says: 'Talk' },
      { term: 'Hours', says: 0 },
      { term: 'Classes', says: [] },
    ]),
  );
  assert.ok(!markup.includes('Place'));
  assert.ok(!markup.includes('Classes'));
  assert.match(markup, /Hours/);
});

test('labels of evidence differ in words and in shape, not only in colour', () => {
  const kinds = ['self-report', 'usage', 'practice', 'pupils'] as const;
  const drawn = kinds.map((kind) => /<svg.*<\/svg>/.exec(text(evidenceLabel(kind)))![0]);
  const words = kinds.map((kind) =>
    text(evidenceLabel(kind))
      .replace(/<[^>]*>/g, '')
      .trim(),
  );
  assert.equal(new Set(drawn).size, 4);
  assert.equal(new Set(words).size, 4);
});

test('every icon is hidden from screen readers, because words stand beside it', () => {
  for (const name of iconNames) assert.match(String(icon(name)), /^<svg [^>]*aria-hidden="true"/);
});

test('the step one is at is announced as such', () => {
  const markup = text(
    stepList([
      { label: 'Sign', state: 'now' },
      { label: 'Observe', state: 'later' },
    ]),
  );
  assert.match(markup, /<li class="now" aria-current="step">/);
  assert.equal(markup.match(/aria-current/g)!.length, 1);
});

test('progress out of nothing is still a bar that can be drawn', () => {
  assert.match(text(progress({ label: 'Done', done: 0, of: 0 })), /max="1"/);
});
