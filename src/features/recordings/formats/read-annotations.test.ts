import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refused } from '#platform/errors.ts';
import type { About } from './carried-note.ts';
import { readAnnotations } from './read-annotations.ts';

const recordingId = '01a1ef7e-6340-74c2-bc88-4d36c65a153a';
const other = '01a1ef7e-6340-74c2-bc88-4d36c65a1500';
const about: About = {
  recordingId,
  durationMs: 60_000,
  now: new Date('2026-11-18T16:30:00Z'),
  tagOf: (words) => (['talk/silence', 'Silence'].includes(words) ? 'talk/silence' : null),
};
const source = `urn:uuid:${recordingId}`;
const at = (value: string) => ({ source, selector: { type: 'FragmentSelector', value } });
const read = (json: unknown) =>
  readAnnotations(typeof json === 'string' ? json : JSON.stringify(json), about);
const one = (more: object) => read([{ type: 'Annotation', bodyValue: 'Seen', target: at('t=1,2'), ...more }]);
const refusal = (json: unknown): string => {
  try {
    read(json);
  } catch (error) {
    if (error instanceof Refused) return error.fields['file'] ?? '';
    throw error;
  }
  return 'not refused';
};

// The shapes that the Web Annotation Data Model (W3C, 2017) allows, each written by us.
test('one annotation by itself, a list, a page and a collection are read', () => {
  const annotation = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'http://notes.example/anno1',
    type: 'Annotation',
    motivation: 'describing',
    creator: { id: 'http://notes.example/ann', type: 'Person', name: 'Ann' },
    created: '2026-11-17T10:00:00Z',
    body: { type: 'TextualBody', value: 'Two look at each other', format: 'text/plain', language: 'en' },
    target: {
      source,
      selector: {
        type: 'FragmentSelector',
        conformsTo: 'http://www.w3.org/TR/media-frags/',
        value: 't=12.5,20',
      },
    },
  };
  const page = { type: 'AnnotationPage', id: 'http://notes.example/p1', items: [annotation] };
  const collection = { type: ['AnnotationCollection', 'Container'], total: 1, first: page };
  for (const json of [annotation, [annotation], page, collection]) {
    const { notes, leftOut } = read(json);
    assert.deepEqual(leftOut, []);
    const { where: _, ...note } = notes[0]!;
    assert.deepEqual(note, {
      id: null,
      key: 'http://notes.example/anno1',
      fromMs: 12_500,
      toMs: 20_000,
      sort: 'describe',
      text: 'Two look at each other',
      tags: [],
      createdAt: new Date('2026-11-17T10:00:00Z'),
      writer: 'Ann',
    });
  }
});

test('bodies: a plain value, several, with purposes, tags by id and by title; none of them alone is enough', () => {
  const note = one({
    motivation: ['assessing', 'tagging'],
    body: [
      { type: 'TextualBody', value: 'First', purpose: 'assessing' },
      { value: 'Second', purpose: 'commenting' },
      { type: 'TextualBody', value: 'Quiet', purpose: 'tagging', id: 'urn:x-staffroom:tag:talk/silence' },
      { type: 'TextualBody', value: 'Silence', purpose: 'tagging' },
      { type: 'TextualBody', value: 'Unheard of', purpose: 'tagging' },
      'http://elsewhere.example/body.html',
      { type: 'Image', id: 'http://elsewhere.example/picture.png' },
    ],
    bodyValue: undefined,
  });
  assert.deepEqual(
    [note.notes[0]!.text, note.notes[0]!.tags, note.notes[0]!.sort],
    ['First\n\nSecond', ['talk/silence'], 'judge'],
  );
  assert.deepEqual(
    note.leftOut.map(({ where, whole }) => [where, whole]),
    [
      ['[0]', false],
      ['[0]', false],
      ['[0]', false],
    ],
  );
  assert.match(note.leftOut.map(({ why }) => why).join(' '), /There is no tag “Unheard of” here/);
  assert.match(one({ bodyValue: undefined }).leftOut[0]!.why, /neither words nor a tag/);
});

test('what does not say that it describes is taken for a judgement', () => {
  assert.equal(one({}).notes[0]!.sort, 'judge');
  assert.equal(one({ motivation: 'commenting' }).notes[0]!.sort, 'judge');
  assert.equal(one({ motivation: 'describing' }).notes[0]!.sort, 'describe');
  assert.equal(one({ motivation: ['describing', 'assessing'] }).notes[0]!.sort, 'judge');
});

test('times as media fragments say them, in a selector or in the address', () => {
  const times: [unknown, number, number | null][] = [
    [at('t=12.5'), 12_500, null],
    [at('t=,20'), 0, 20_000],
    [at('t=npt:10,20s'), 10_000, 20_000],
    [at('t=0:00:10.25,0:00:20'), 10_250, 20_000],
    [at('xywh=0,0,10,10&t=3,4'), 3000, 4000],
    [`${source}#t=5,6`, 5000, 6000],
    [`https://school.example/recordings/${recordingId}/play#t=7`, 7000, null],
    [[{ ...at('t=8,9'), type: 'SpecificResource' }], 8000, 9000],
  ];
  for (const [target, from, to] of times) {
    const { notes } = one({ target });
    assert.deepEqual([notes[0]?.fromMs, notes[0]?.toMs], [from, to], JSON.stringify(target));
  }
  assert.match(one({ target: at('xywh=0,0,10,10&t=3,4') }).leftOut[0]!.why, /Where in the picture/);
});

test('what is about something else, says no time, or lies beyond the end is named with its place', () => {
  const cases: [unknown, RegExp][] = [
    [{ ...at('t=1'), source: `urn:uuid:${other}` }, /something else/],
    [{ ...at('t=1'), source: `http://x.example/?recordings/${recordingId}` }, /something else/],
    [{ ...at('t=1'), source: `javascript:recordings/${recordingId}` }, /something else/],
    ['http://example.org/video.mp4#t=1', /something else/],
    [{ source }, /says no time/],
    [at('t=one'), /cannot be read/],
    [at('t=1,2,3'), /cannot be read/],
    [at('t=-1'), /cannot be read/],
    [at('t='), /cannot be read/],
    [at('t=999999999999'), /cannot be read/],
    [at('t=59,61'), /ends at 1:00/],
    [at('t=61'), /ends at 1:00/],
    [at('t=5,5'), /ends before it begins/],
    [[at('t=1'), at('t=2')], /no thing, or about several/],
    [null, /no thing/],
    [12, /something else/],
    [{ source, selector: { type: 'TextQuoteSelector', exact: 'x' } }, /says no time/],
  ];
  for (const [target, why] of cases) {
    const { notes, leftOut } = one({ target });
    assert.deepEqual(
      [notes.length, leftOut.length, leftOut[0]?.where],
      [0, 1, '[0]'],
      JSON.stringify(target),
    );
    assert.match(leftOut[0]!.why, why);
  }
});

test('wrong types do no harm', () => {
  const odd = [
    null,
    1,
    'x',
    [],
    {},
    { type: 7 },
    { type: 'Person' },
    { type: 'Annotation', body: [[[]]], target: at('t=1') },
  ];
  const { notes, leftOut } = read(odd);
  assert.deepEqual([notes.length, leftOut.filter(({ whole }) => whole).length], [0, odd.length]);
  const harmless = one({
    id: { a: 1 },
    creator: [{ name: 5 }],
    created: '9999-01-01T00:00:00Z',
    motivation: 3,
    body: { value: 4 },
  });
  assert.equal(harmless.notes.length, 1);
  assert.deepEqual([harmless.notes[0]!.createdAt, harmless.notes[0]!.writer], [null, '']);
  const born = read(
    '[{"__proto__":{"type":"Annotation","bodyValue":"x"},"constructor":1,"type":"Annotation"}]',
  );
  assert.equal(born.notes.length, 0);
  assert.equal(({} as Record<string, unknown>)['bodyValue'], undefined);
});

test('markup is refused, and what looks like markup in plain text stays text', () => {
  const html = { type: 'TextualBody', value: '<script>alert(1)</script>', format: 'text/html' };
  assert.match(one({ body: html }).leftOut[0]!.why, /Only plain text is taken/);
  assert.equal(
    one({ body: { ...html, format: 'text/plain' }, bodyValue: undefined }).notes[0]!.text,
    '<script>alert(1)</script>',
  );
});

test('a file that is huge, deep, cut off or something else is refused whole', () => {
  assert.match(refusal('['.repeat(200_000)), /nested too deeply/);
  assert.match(refusal('{"a":'.repeat(40) + '1' + '}'.repeat(40)), /nested too deeply/);
  assert.match(refusal('[{"type":"Annotation"'), /no JSON/);
  assert.match(refusal({ type: 'FeatureCollection' }), /no Web Annotations/);
  assert.match(
    refusal({ type: 'AnnotationCollection', first: 'http://elsewhere.example/page1' }),
    /no Web Annotations/,
  );
  assert.match(refusal({ type: 'AnnotationPage', items: {} }), /no Web Annotations/);
  assert.match(refusal(Array.from({ length: 10_001 }, () => 1)), /10,000 at most/);
  assert.match(one({ bodyValue: 'x'.repeat(4001) }).leftOut[0]!.why, /too long/);
  const brackets = one({ bodyValue: '[{'.repeat(500) });
  assert.equal(brackets.notes.length, 1);
});

test('an id that stands twice is taken once; pages elsewhere are named and not fetched', () => {
  const each = {
    type: 'Annotation',
    id: 'urn:uuid:01a1ef7e-6340-74c2-bc88-4d36c65a1111',
    bodyValue: 'x',
    target: at('t=1'),
  };
  const { notes, leftOut } = read({
    type: 'AnnotationPage',
    items: [each, each],
    next: 'http://elsewhere.example/p2',
  });
  assert.equal(notes.length, 1);
  assert.deepEqual(
    leftOut.map(({ where }) => where),
    ['next', 'items[1]'],
  );
});
