import assert from 'node:assert/strict';
import { test } from 'node:test';
import { presentLesson } from './present-lesson.ts';
import { takeAwayLessons } from './research-lessons.take-away.ts';
import { plannedScene, sendNote } from './research-lessons.scene.ts';

async function written() {
  const all = await plannedScene();
  const { lesson, ann, as, pupils, moments } = all;
  const [gwen, opening] = [pupils['Gwen']!, moments['Opening']!];
  await ann.post(`${lesson}/predicted`, {
    pupil: gwen,
    version: '0',
    [`moment-${opening}`]: 'Gwen will draw',
  });
  const tomos = await as('tomos');
  await sendNote(tomos, lesson, { pupil: gwen, moment: opening, text: 'Gwen asked Pupil B' });
  const gone = crypto.randomUUID();
  await sendNote(tomos, lesson, { id: gone, text: 'Taken back' });
  await tomos.post(`${lesson}/notes/${gone}/withdraw`);
  return all;
}

test('one’s own words go along, with numbers in place of the pupils’ labels', async () => {
  const { db, school, people } = await written();
  const [mine] = await takeAwayLessons(db, people.tomos.personId, [school.id]);
  assert.deepEqual(
    mine!.entries.map(({ title, fields }) => ({ title, fields })),
    [
      {
        title: 'Sharing three bars',
        fields: [{ label: 'What I noted: Pupil 1, Opening', text: 'Pupil 1 asked Pupil 2' }],
      },
    ],
  );
  assert.match(mine!.stays, /stays in the school’s keeping/);
  const [ann] = await takeAwayLessons(db, people.ann.personId, [school.id]);
  assert.deepEqual(ann!.entries[0]!.fields, [
    { label: 'What I predicted: Pupil 1, Opening', text: 'Pupil 1 will draw' },
  ]);
  assert.deepEqual(await takeAwayLessons(db, people.cai.personId, [school.id]), []);
});

test('opened by law, the lesson shows everything that was written, also before it was held', async () => {
  const { db, school, lesson, ann, pupils } = await written();
  await ann.post(`${lesson}/held`);
  await ann.post(`${lesson}/compared`, {
    pupil: pupils['Gwen']!,
    finding: 'surprised',
    words: 'She did not',
    version: '0',
  });
  const { id } = await db
    .selectFrom('research_lesson')
    .select('id')
    .where('owner_id', '=', school.id)
    .executeTakeFirstOrThrow();
  const { title, fields } = await presentLesson(db, school.id, id);
  assert.equal(title, 'Sharing three bars, 18 November 2026');
  assert.deepEqual(fields, [
    { label: 'Predicted by Ann Puw: Gwen, Opening', text: 'Gwen will draw' },
    { label: 'Noted by Tomos Bevan on 18 November 2026, 16:30: Gwen, Opening', text: 'Gwen asked Pupil B' },
    {
      label: 'Noted by Tomos Bevan on 18 November 2026, 16:30 and taken back: The whole class',
      text: 'Taken back',
    },
    { label: 'What the group makes of it: Gwen', text: 'It surprised us. She did not' },
  ]);
});
