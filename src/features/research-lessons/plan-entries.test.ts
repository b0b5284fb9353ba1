import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflicts, mergeTicks, readList } from './plan-entries.ts';
import { pupilRules } from './plan-rules.ts';

const gwen = { id: 'g', title: 'Gwen', takenOut: false };
const idris = { id: 'i', title: 'Idris', takenOut: false };
const gone = { id: 'x', title: 'Mair', takenOut: true };
const read = (sent: Record<string, unknown>) => readList(sent, [gwen, idris, gone], pupilRules());

test('another name on a line keeps the pupil, an emptied line takes the pupil out', () => {
  const { changes, titles, errors } = read({
    'pupil-g': 'Gwen M',
    'pupil-i': ' ',
    'new-pupil-1': 'Pupil  C',
  });
  assert.deepEqual(errors, {});
  assert.deepEqual(changes, {
    renamed: [{ id: 'g', title: 'Gwen M' }],
    takenOut: ['i'],
    broughtBack: [],
    added: ['Pupil C'],
  });
  assert.deepEqual(titles, ['Gwen M', 'Pupil C']);
});

test('a pupil whom somebody added meanwhile is left alone', () => {
  const { changes, titles } = read({ 'pupil-g': 'Gwen' });
  assert.deepEqual(changes, { renamed: [], takenOut: [], broughtBack: [], added: [] });
  assert.deepEqual(titles, ['Gwen', 'Idris']);
});

test('the name of a pupil who was taken out brings them back', () => {
  const { changes } = read({ 'new-pupil-1': 'mair' });
  assert.deepEqual(changes.broughtBack, [{ id: 'x', title: 'mair' }]);
  assert.deepEqual(changes.added, []);
});

test('two of one name, a full sentence and a thirteenth pupil are refused, each where it stands', () => {
  assert.match(read({ 'new-pupil-1': 'GWEN' }).errors['new-pupil-1']!, /same label/);
  assert.match(read({ 'pupil-g': 'x'.repeat(41) }).errors['pupil-g']!, /40 characters/);
  const eleven = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`new-pupil-${n}`, `Pupil ${n}`]));
  assert.match(read(eleven).errors['']!, /at most 12/);
  assert.deepEqual(read({ ...eleven, 'pupil-i': '' }).errors, {});
});

test('only names that differ from what stands now are in the way of one another', () => {
  const sent = { 'pupil-g': 'Gwen', 'pupil-i': 'Idris W', 'new-pupil-1': 'Mair' };
  assert.deepEqual(conflicts(sent, [gwen, idris, gone], 'pupil'), [{ field: 'pupil-i', title: 'Idris' }]);
});

test('ticks of two people join', () => {
  assert.deepEqual(mergeTicks(['ann', 'cai'], ['ann'], ['ann', 'tomos']), ['ann', 'cai', 'tomos']);
  assert.deepEqual(mergeTicks(['ann', 'cai'], ['ann'], []), ['cai']);
  assert.deepEqual(mergeTicks(['tomos'], [], ['tomos']), ['tomos']);
});
