import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene, words } from '../timetable.scene.ts';

test('a room is added, renamed, taken off the list and brought back; two rooms are never called the same', async () => {
  const { as, lab } = await scene();
  const office = await as('office');
  const shown = async () => words((await office.get('/school/rooms')).text);
  assert.match((await office.post('/school/rooms', { name: 'LAB 1' })).text, /a room of this name already/);
  assert.equal((await office.post('/school/rooms', { name: 'Hall', seats: '90' })).status, 303);
  assert.match(await shown(), /Hall 90/);
  const at = `/school/rooms/${lab}`;
  assert.equal((await office.post(at, { name: 'hall' })).status, 422);
  assert.equal((await office.post(at, { name: 'Lab 1', seats: '24', note: 'Gas taps are off' })).status, 303);
  assert.match(await shown(), /Lab 1 24 Gas taps are off/);
  await office.post(`${at}/end`);
  assert.doesNotMatch(await shown(), /Gas taps/);
  await office.post(`${at}/restore`);
  assert.match(await shown(), /Gas taps/);
  const ffion = await as('ffion');
  assert.equal((await ffion.get('/school/rooms')).status, 200);
  assert.equal((await ffion.get(at)).status, 403);
  assert.equal((await ffion.post(at, { name: 'Mine' })).status, 403);
});
