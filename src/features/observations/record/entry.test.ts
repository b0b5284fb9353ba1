import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { byId, catalogue, type Instrument } from '#features/evidence/index.ts';
import { readSeats, seatsAsTyped, whyNotDrawn } from '../instruments/chosen.ts';
import { type Entry, howOften, itEnds, readEntry, stretchesOf } from './entry.ts';

const instrument = (id: string): Instrument => byId(catalogue().instruments, id);
const sent = (fields: object) => ({ part: '', choice: '', pupil: '', seat: '', text: '', ...fields });
const read = (id: string, fields: object) => {
  const entry = readEntry(instrument(id), sent(fields));
  return typeof entry === 'string' ? entry : entry.body;
};

describe('an entry', () => {
  test('keeps what its kind is about, and nothing else that was sent', () => {
    const everything = { pupil: 'A', seat: '1-1', text: 'Nods' };
    assert.deepEqual(read('three-pupils', { part: 'notes', choice: 'x', ...everything }), {
      pupil: 'A',
      text: 'Nods',
    });
    assert.deepEqual(read('questions-and-answers', { part: 'events', choice: 'waited', ...everything }), {
      choice: 'waited',
    });
    assert.deepEqual(read('who-was-asked', { part: 'plan', choice: 'spoke', ...everything }), {
      choice: 'spoke',
      seat: '1-1',
    });
  });

  test('is refused where it fits no part, no choice, no seat, or says nothing', () => {
    assert.equal(read('three-pupils', { part: 'score', text: '4' }), 'no-part');
    assert.equal(read('three-pupils', { part: 'notes' }), 'no-text');
    assert.equal(read('questions-and-answers', { part: 'events', choice: 'grade' }), 'no-choice');
    assert.equal(read('who-was-asked', { part: 'plan', choice: 'spoke', seat: 'front' }), 'no-seat');
    assert.equal(read('expected-and-seen', { part: 'seen', text: 'Waits' }), 'no-pupil');
    assert.equal(read('expected-and-seen', { part: 'seen', text: 'x', pupil: 'x'.repeat(61) }), 'no-pupil');
  });
});

const entry = (minute: number, choice: string): Entry => ({
  id: '',
  personId: '',
  instrument: '',
  part: '',
  kind: 'timeline',
  at: new Date(Date.UTC(2026, 10, 18, 10, minute)).toISOString(),
  body: { choice },
  endedAt: null,
});

test('a stretch lasts until the next begins or somebody says that it ended; the last may stay open', () => {
  const stretches = stretchesOf([entry(0, 'a'), entry(4, 'b'), entry(9, itEnds), entry(12, 'a')]);
  assert.deepEqual(
    stretches.map(({ choice, from, to }) => [choice, to === null ? null : (to - from) / 60_000]),
    [
      ['a', 4],
      ['b', 5],
      ['a', null],
    ],
  );
});

test('each sort of event is counted by itself', () => {
  assert.deepEqual(
    [...howOften([entry(0, 'a'), entry(1, 'b'), entry(2, 'a')])],
    [
      ['a', 2],
      ['b', 1],
    ],
  );
});

describe('the tables', () => {
  test('are read as they are typed, with gaps, and typed again as they were read', () => {
    const seats = readSeats('A, B, -, C\n\n -, D');
    assert.deepEqual(seats, {
      rows: 2,
      columns: 4,
      names: { '1-1': 'A', '1-2': 'B', '1-4': 'C', '2-2': 'D' },
    });
    assert.deepEqual(readSeats(seatsAsTyped(seats)), seats);
    assert.equal(readSeats(' \n '), null);
  });

  test('are not drawn so small that no thumb hits them', () => {
    assert.equal(whyNotDrawn(readSeats(Array.from({ length: 13 }, () => 'x').join())!), 'too-many');
    assert.equal(whyNotDrawn(readSeats('x'.repeat(25))!), 'long-name');
    assert.equal(whyNotDrawn(readSeats('A, B')!), undefined);
  });
});
