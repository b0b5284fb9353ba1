import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notesScene } from './notes.scene.ts';
import { takeAwayNotes } from './notes.take-away.ts';

test('one’s archive holds what one noted, answered, wrote about clips and put into reels, and nobody else’s words', async () => {
  const all = await notesScene({ clipForm: 'speech-and-language' });
  const { ann, tomos, address, note, ready, db, school, people } = all;
  const id = await note(ann, 'Of Ann');
  await note(tomos, 'Of Tomos', { sort: 'judge', until: '3:20' });
  for (const who of [ann, tomos]) await ready(who);
  await tomos.post(`${address}/notes/${id}/replies`, { text: 'Answer of Tomos' });
  await tomos.post(`${address}/clip-forms/new`, {
    form: 'speech-and-language',
    from: '1:00',
    until: '2:00',
    'part-children': 'Clip of Tomos',
  });
  await tomos.post(`${address}/reel/clips`, { from: '1:10', until: '1:20', title: 'Reel of Tomos' });
  await ann.post(`${address}/reel/clips`, { from: '1:10', until: '1:20', title: 'Reel of Ann' });
  const archive = JSON.stringify(await takeAwayNotes(db, people.tomos.personId, [school.id]));
  for (const words of [
    'Of Tomos',
    'Answer of Tomos',
    'Clip of Tomos',
    'Reel of Tomos',
    'What I make of it',
    '3:07–3:20',
  ])
    assert.ok(archive.includes(words), words);
  assert.doesNotMatch(archive, /Of Ann|Reel of Ann/);
  const recordingId = address.split('/').at(-1)!;
  const titleIn = async (who: { personId: string }): Promise<boolean> =>
    JSON.stringify(await takeAwayNotes(db, who.personId, [school.id])).includes('Explaining fractions');
  assert.ok(await titleIn(people.tomos));
  await db
    .insertInto('recording_pupil')
    .values({
      owner_id: school.id,
      recording_id: recordingId,
      person_id: people.beth.personId,
      shown: 'seen',
      consent: 'given',
      taken_back_at: all.site.clock.now,
    })
    .execute();
  assert.deepEqual([await titleIn(people.tomos), await titleIn(people.ann)], [false, true], 'it is closed');
  assert.deepEqual(await takeAwayNotes(db, people.huw.personId, [school.id]), []);
});
