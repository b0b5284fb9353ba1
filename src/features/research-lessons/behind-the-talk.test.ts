import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { notesBehindTheTalk } from '#features/research-lessons/index.ts';
import { plannedScene, sendNote } from './research-lessons.scene.ts';

test('behind a meeting stand the notes of lessons held since the one before, and no others', async () => {
  const { db, school, lesson, ann, as } = await plannedScene();
  const counts = async () => {
    const { rows } = await sql<{ number: number; notes: number }>`
      select s.number, ${notesBehindTheTalk('s')} as notes from programme_step s
      where s.owner_id = ${school.id} and s.kind = 'meeting' order by s.number`.execute(db);
    return rows.map(({ notes }) => notes);
  };
  const tomos = await as('tomos');
  const id = crypto.randomUUID();
  await sendNote(tomos, lesson, { id });
  await sendNote(ann, lesson);
  assert.deepEqual(await counts(), [0, 0], 'not before it has been held');
  await ann.post(`${lesson}/held`);
  assert.deepEqual(await counts(), [0, 2]);
  await tomos.post(`${lesson}/notes/${id}/withdraw`);
  assert.deepEqual(await counts(), [0, 1]);
  const move = (onDate: string, startsAt: string | null) =>
    db
      .updateTable('programme_step')
      .set({ on_date: onDate, starts_at: startsAt })
      .where('owner_id', '=', school.id)
      .where('number', '=', 2)
      .execute();
  await move('2026-11-25', '09:00');
  assert.deepEqual(await counts(), [0, 0], 'later on the day of the meeting, which has no time');
  await move('2026-11-03', null);
  assert.deepEqual(await counts(), [1, 0]);
});
