import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Slot } from './rotas.ts';
import { type Candidate, suggest } from './suggest.ts';

const slot = (id: string, weekday: Slot['weekday'], from = '08:30', until = '08:50'): Slot => ({
  id,
  rotaId: 'gate',
  weekday,
  letter: null,
  on: null,
  from,
  until,
  needed: 1,
});
const person = (name: string, minutes = 0, share = 1): Candidate => ({
  personId: name,
  name,
  minutes,
  share,
});
const free = { cannot: () => false, stand: [], weeks: 13 };
const one = (slots: readonly Slot[]) => new Map(slots.map(({ id }) => [id, 1]));

test('five mornings among five who had as much go to each of them once', () => {
  const slots = (['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const).map((day) =>
    slot(day, day),
  );
  const found = suggest(
    slots,
    one(slots),
    ['a', 'b', 'c', 'd', 'e'].map((name) => person(name)),
    free,
  );
  assert.equal(new Set(found.map(({ personId }) => personId)).size, 5);
});

test('whoever had least for the days they work comes first', () => {
  const slots = [slot('x', 'monday')];
  // 120 minutes in three days of five are as many as 200 in five.
  const found = suggest(slots, one(slots), [person('half', 120, 0.6), person('whole', 180)], free);
  assert.equal(found[0]!.name, 'whole');
});

test('a place that few can take is filled before they are used up elsewhere', () => {
  const slots = [slot('easy', 'monday'), slot('hard', 'monday', '08:40', '09:00')];
  const found = suggest(slots, one(slots), [person('a'), person('b', 500)], {
    ...free,
    cannot: (name, { id }) => id === 'hard' && name === 'b',
  });
  assert.deepEqual(
    found.map(({ slot: { id }, name }) => `${id} ${name}`),
    ['easy b', 'hard a'],
  );
});

test('nobody is suggested for two places at once, for a place they have, or when they cannot; it stays open', () => {
  const slots = [slot('x', 'monday'), slot('y', 'monday')];
  const stand = [{ slotId: 'x', personId: 'a' }];
  assert.deepEqual(suggest(slots, new Map([['y', 1]]), [person('a')], { ...free, stand }), []);
  assert.deepEqual(suggest(slots, one(slots), [person('a')], { ...free, cannot: () => true }), []);
  assert.equal(suggest(slots, one(slots), [person('a')], free).length, 1);
});
