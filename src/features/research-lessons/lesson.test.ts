import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Lesson, type Note, sideBySide } from './lesson.ts';
import { writtenAt } from '#platform/http/queued.ts';

const compared = { finding: null, words: '', version: 0, by: null, at: null };
const pupil = (id: string, takenOut = false) => ({
  id,
  label: id,
  takenOut,
  predictedVersion: 0,
  compared,
});
const noted = (pupilId: string | null, momentId: string | null): Note => ({
  id: 'n',
  pupilId,
  momentId,
  text: 'Saw it',
  author: 'Ann',
  mine: true,
  at: '2026-11-18T10:00:00Z',
});
const lesson = (more: Partial<Lesson>): Lesson => ({
  id: 'l',
  version: 1,
  teacherIds: [],
  observerIds: [],
  heldAt: null,
  heldBy: null,
  firstHeldAt: null,
  people: [],
  moments: [
    { id: 'opening', title: 'Opening', takenOut: false },
    { id: 'old', title: 'Old', takenOut: true },
  ],
  pupils: [pupil('a'), pupil('b', true)],
  predictions: [],
  notes: [],
  takenBack: [],
  counts: { notes: 0, observers: 0 },
  ...more,
});
const shape = (of: Lesson) =>
  sideBySide(of).map(({ pupil: { id }, rows }) => [
    id,
    ...rows.map(({ moment, notes }) => `${moment?.id ?? '-'} ${notes.length}`),
  ]);

test('each pupil stands with every moment, and what was taken out is left out', () => {
  assert.deepEqual(shape(lesson({})), [['a', 'opening 0']]);
});

test('what was written stays in sight when its pupil or moment was taken out', () => {
  const notes = [noted('b', 'old'), noted('b', null), noted(null, 'opening')];
  assert.deepEqual(shape(lesson({ notes })), [
    ['a', 'opening 0'],
    ['b', 'opening 0', 'old 1', '- 1'],
  ]);
  const predictions = [{ pupilId: 'a', momentId: 'old', text: 'Waits', by: 'Ann', at: '' }];
  assert.deepEqual(shape(lesson({ predictions })), [['a', 'opening 0', 'old 0']]);
  assert.deepEqual(shape(lesson({ predictions: [{ ...predictions[0]!, text: '' }] })), [['a', 'opening 0']]);
});

test('a note is dated by how long ago it was written, never ahead and never further back than devices keep', () => {
  const now = new Date('2026-11-18T10:00:00Z');
  const at = (ago: number) => writtenAt(now, ago).toISOString();
  assert.equal(at(90), '2026-11-18T09:58:30.000Z');
  assert.equal(at(-60), now.toISOString());
  assert.equal(at(Number.NaN), now.toISOString());
  assert.equal(at(1e12), '2026-11-04T10:00:00.000Z');
});
