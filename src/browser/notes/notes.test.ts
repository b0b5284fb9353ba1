import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clock, msOf, tenths } from './clock.ts';
import { figuresOf } from './figures.ts';
import { countsOf, lanesOf } from './lanes.ts';
import { firstAfter, type NoteData, place, type TimedNote } from './note-data.ts';
import { narrowed, nothingNarrowed } from './narrow.ts';

const note = (from: number, to: number | null, more: Partial<TimedNote> = {}): TimedNote => ({
  id: `${from}-${to}`,
  from,
  to,
  judges: false,
  person: 'ann',
  text: '',
  tags: ['talk/silence'],
  shared: false,
  version: 1,
  answers: 0,
  ...more,
});

test('time that two stretches cover is counted once, also where one lies within another', () => {
  const notes = [note(0, 100), note(10, 20), note(50, 150), note(400, 450), note(500, null)];
  const [figure] = figuresOf(notes);
  assert.deepEqual([figure!.notes, figure!.coveredMs], [5, 200]);
});

test('words are found without their capitals and accents, all of them, in text and in tags', () => {
  const notes = [
    note(0, null, { text: 'Élève Gwen waits' }),
    note(1, null, { text: 'Gwen asks', judges: true }),
  ];
  const titles = new Map([['talk/silence', 'Silence']]);
  const found = (by: Partial<typeof nothingNarrowed>) =>
    narrowed(notes, { ...nothingNarrowed, ...by }, titles).map(({ from }) => from);
  assert.deepEqual(found({ words: 'eleve' }), [0]);
  assert.deepEqual(found({ words: 'WAITS gwen' }), [0]);
  assert.deepEqual(found({ words: 'silence' }), [0, 1]);
  assert.deepEqual(found({ words: 'gwen sings' }), []);
  assert.deepEqual(found({ sort: 'judge' }), [1]);
  assert.deepEqual(found({ tag: 'talk/other' }), []);
  assert.deepEqual(found({ person: 'tomos' }), []);
});

test('a moment is read as it is written', () => {
  for (const ms of [0, 7_000, 187_400, 3_787_900]) assert.equal(msOf(tenths(ms)), ms);
  assert.equal(clock(3_787_900), '1:03:07');
  assert.equal(msOf('187.25'), 187_250);
  assert.equal(msOf('soon'), null);
});

test('a new note stands where its time is, after those of the same moment', () => {
  const notes = [note(0, null), note(5, null, { id: 'first' }), note(9, null)];
  place(notes, note(5, null, { id: 'second' }));
  assert.deepEqual(
    notes.map(({ from, id }) => (from === 5 ? id : from)),
    [0, 'first', 'second', 9],
  );
  assert.equal(
    firstAfter(notes, 100, ({ from }) => from),
    4,
  );
});

test('there is a lane for each tag that is offered, for those that stand on a note, and for notes without any', () => {
  const tag = { value: 'talk/silence', title: 'Silence', key: '5', spans: true, set: 'Who speaks' };
  const data = {
    tags: [tag],
    titles: new Map([['talk/silence', 'Silence']]),
    notes: [note(0, null), note(1, null, { tags: ['old/tag', 'talk/silence'] }), note(2, null, { tags: [] })],
  } as unknown as NoteData;
  const lanes = lanesOf(data, 'Without a tag');
  assert.deepEqual(
    lanes.map(({ title }) => title),
    ['Silence', 'tag', 'Without a tag'],
  );
  assert.deepEqual(countsOf(data, lanes), [2, 1, 1]);
});
