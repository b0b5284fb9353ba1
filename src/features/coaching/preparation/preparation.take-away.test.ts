import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene } from '../core.scene.ts';
import { takeAwayPreparation } from './preparation.take-away.ts';

test('notes while preparing go with their writer, under the words of the task; what two wrote stays', async () => {
  const { as, db, world, done, idOf } = await scene();
  const teacher = await as('teacher');
  const task = '/coaching/preparation/listening-and-asking/words';
  done(await teacher.post(task, { 'words-five-minutes': 'I talk too soon.', version: 0 }));
  const [section, ...more] = await takeAwayPreparation(db, idOf('teacher'), [world.school.id]);
  assert.deepEqual(more, []);
  assert.equal(section!.entries[0]!.title, 'Listening and asking');
  assert.equal(section!.entries[0]!.fields[0]!.text, 'I talk too soon.');
  assert.match(section!.entries[0]!.fields[0]!.label, /Only listen/);
  assert.match(section!.stays, /stay in the school’s keeping/);
  assert.deepEqual(await takeAwayPreparation(db, idOf('teacher'), [world.otherSchool.id]), []);
  assert.deepEqual(await takeAwayPreparation(db, idOf('partner'), [world.school.id]), []);
});
