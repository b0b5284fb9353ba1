import assert from 'node:assert/strict';
import test from 'node:test';
import { idFrom, newId } from './ids.ts';

test('an id is a UUID of version 7 and the standard variant', () => {
  assert.match(newId(), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('twenty thousand ids made at once are all different and already in order', () => {
  const ids = Array.from({ length: 20_000 }, () => newId());
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(ids.toSorted(), ids);
});

test('ids stay in order when the clock steps back', (context) => {
  const now = Date.now() + 60_000;
  context.mock.timers.enable({ apis: ['Date'], now });
  const before = newId();
  context.mock.timers.setTime(now - 5_000);
  assert.ok(newId() > before);
});

test('an id made for a moment carries that moment', () => {
  const moment = new Date('2024-09-02T08:20:00.123Z');
  const milliseconds = Number.parseInt(newId(moment).replaceAll('-', '').slice(0, 12), 16);
  assert.equal(milliseconds, moment.getTime());
});

test('ids made for one moment sort in the order they were made, also when another moment comes between', () => {
  const moment = new Date('2026-11-18T16:30:00Z');
  const other = new Date('2026-11-18T16:30:00.001Z');
  const ids = Array.from({ length: 3000 }, () => {
    newId(other);
    return newId(moment);
  });
  assert.deepEqual(ids.toSorted(), ids);
});

test('the same text has the same id, another text another', () => {
  assert.match(idFrom('a'), /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(idFrom('a'), idFrom('a'));
  assert.notEqual(idFrom('a'), idFrom('b'));
});
