import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { principals } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { insertNotes, insertRecording } from '#features/recordings/index.ts';
import { plainRecording } from '#test/plain-recording.ts';
import { sealMedium } from '#test/sealed-film.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { staff } from '#test/world.ts';

/**
 * A recording of the teacher's that her partner notes on too, both ready, the talk not open: each reads what the other
 * shared and describes. What judges, and what was not shared, is its writer's alone.
 */
export const visits: SeedVisits = async (world, { vault, keys }) => {
  const { db, at, school, people } = world;
  const [teacher, partner] = [people.teacher.personId, people.partner.personId];
  const two = ['teacher', 'partner'] as const;
  const ownerId = school.id;
  const recordingId = await insertRecording(
    db,
    ownerId,
    {
      ...plainRecording,
      authorId: teacher,
      title: 'Talk about fractions',
      lesson: world.canary('learning', two),
      tagSets: ['talk'],
      clipForm: 'speech-and-language',
      grants: [{ principal: principals.person(partner), ability: 'contribute' }],
    },
    (about) => keys.newKey(about).wrapped,
    at,
  );
  const film = await readFile(join(import.meta.dirname, '../media/files/spoken.m4a'));
  await sealMedium(world, { vault, keys }, recordingId, { part: 'playable', mediaType: 'audio/mp4', film });
  await db
    .updateTable('recording')
    .set({ state: 'as-sent', kind: 'audio', duration_ms: 3_600_000, arrived_at: at, watched_at: at })
    .where('owner_id', '=', ownerId)
    .where('id', '=', recordingId)
    .execute();
  await db
    .insertInto('recording_watcher')
    .values(
      two.map((who) => ({
        owner_id: ownerId,
        recording_id: recordingId,
        person_id: people[who].personId,
        watched_at: at,
        ready_at: at,
      })),
    )
    .execute();
  const ids = { kept: newId(at), shared: newId(at), judges: newId(at), ended: newId(at), mine: newId(at) };
  const note = { fromMs: 187_000, toMs: 200_000, sort: 'describe', tags: ['talk/silence'] } as const;
  await insertNotes(
    db,
    { ownerId, recordingId },
    [
      { ...note, id: ids.kept, personId: teacher, text: world.canary('learning', ['teacher']) },
      { ...note, id: ids.mine, personId: teacher, text: world.canary('learning', two), sharedAt: at },
      { ...note, id: ids.shared, personId: partner, text: world.canary('learning', two), sharedAt: at },
      {
        ...note,
        id: ids.judges,
        personId: partner,
        sort: 'judge',
        text: world.canary('learning', ['partner']),
        sharedAt: at,
      },
      { ...note, id: ids.ended, personId: teacher, text: world.canary('learning', []) },
    ],
    at,
  );
  await db
    .updateTable('recording_note')
    .set({ ended_at: at })
    .where('owner_id', '=', ownerId)
    .where('id', '=', ids.ended)
    .execute();
  const [replyId, endedReply] = [newId(at), newId(at)];
  await db
    .insertInto('recording_reply')
    .values(
      [replyId, endedReply].map((id) => ({
        owner_id: ownerId,
        id,
        recording_id: recordingId,
        note_id: ids.shared,
        person_id: teacher,
        text: world.canary('learning', id === replyId ? two : []),
        version: 1,
        created_at: at,
        ended_at: id === replyId ? null : at,
      })),
    )
    .execute();
  const clip = (personId: string, words: string, more: { shared_at?: Date; ended_at?: Date } = {}) => ({
    owner_id: ownerId,
    id: newId(at),
    recording_id: recordingId,
    person_id: personId,
    form: 'speech-and-language',
    from_ms: 60_000,
    to_ms: 180_000,
    answers: JSON.stringify({ children: words }),
    version: 1,
    created_at: at,
    updated_at: at,
    ...more,
  });
  const clips = [
    clip(teacher, world.canary('learning', ['teacher'])),
    clip(partner, world.canary('learning', two), { shared_at: at }),
    clip(teacher, world.canary('learning', []), { ended_at: at }),
  ];
  await db.insertInto('recording_clip_form').values(clips).execute();
  const setOf = (title: string, more: { ended_at?: Date } = {}) => ({
    owner_id: ownerId,
    id: newId(at),
    title,
    plain: '',
    tags: JSON.stringify([
      { id: 'asks', title: 'Asks', plain: 'Asks', key: 'a', spans: false },
      { id: 'waits', title: 'Waits', plain: 'Waits', key: 'w', spans: true },
    ]),
    made_by: teacher,
    version: 1,
    created_at: at,
    updated_at: at,
    ...more,
  });
  const sets = [setOf('Our words for talk'), setOf('Older words', { ended_at: at })];
  await db.insertInto('recording_tag_set').values(sets).execute();

  const recording = `/recordings/${recordingId}`;
  const [mine, shared, ended] = [ids.kept, ids.shared, ids.ended].map((id) => `${recording}/notes/${id}`);
  const [myClip, , endedClip] = clips.map(({ id }) => `${recording}/clip-forms/${id}`);
  const [ownSet, endedSet] = sets.map(({ id }) => `/recordings/tag-sets/${id}`);
  const written = { at: '3:07', sort: 'describe', text: 'They wait' };
  const mark = (path: string, by: readonly ('teacher' | 'partner')[] = ['teacher']) => ({
    path,
    fields: {},
    by,
  });
  const clipWritten = { from: '1:00', until: '2:00', 'part-children': 'Two of them' };
  const tags = { title: 'More words', 'tag-1': 'Asks', 'tag-2': 'Waits' };
  const bySet = staff;
  return {
    'GET /recordings/:recording': [
      { path: recording, seenBy: two },
      { path: `${recording}?words=x&sort=judge&from=1:00&until=2:00&tag=talk%2Fsilence`, seenBy: two },
    ],
    'GET /recordings/:recording/notes.json': { path: `${recording}/notes.json`, seenBy: two },
    'POST /recordings/:recording/notes': {
      path: `${recording}/notes`,
      fields: { ...written, id: crypto.randomUUID() },
      by: two,
    },
    'POST /recordings/:recording/notes/share': mark(`${recording}/notes/share`, two),
    'POST /recordings/:recording/notes/keep-back': mark(`${recording}/notes/keep-back`, two),
    'GET /recordings/:recording/notes/:note': [
      { path: shared!, seenBy: two },
      { path: mine!, seenBy: ['teacher'] },
    ],
    'GET /recordings/:recording/notes/:note/edit': { path: `${mine}/edit`, seenBy: ['teacher'] },
    'POST /recordings/:recording/notes/:note/edit': {
      path: `${mine}/edit`,
      fields: { ...written, version: 1 },
      by: ['teacher'],
    },
    'POST /recordings/:recording/notes/:note/withdraw': mark(`${mine}/withdraw`),
    'POST /recordings/:recording/notes/:note/bring-back': mark(`${ended}/bring-back`),
    'POST /recordings/:recording/notes/:note/share': mark(`${mine}/share`),
    'POST /recordings/:recording/notes/:note/keep-back': mark(`${mine}/keep-back`),
    'POST /recordings/:recording/notes/:note/replies': {
      path: `${shared}/replies`,
      fields: { text: 'Four seconds' },
      by: two,
    },
    'POST /recordings/:recording/notes/:note/replies/:reply/end': mark(`${shared}/replies/${replyId}/end`),
    'POST /recordings/:recording/notes/:note/replies/:reply/bring-back': mark(
      `${shared}/replies/${endedReply}/bring-back`,
    ),
    'GET /recordings/:recording/tags': { path: `${recording}/tags`, seenBy: ['teacher'] },
    'POST /recordings/:recording/tags': {
      path: `${recording}/tags`,
      fields: { sets: ['talk'], clip_form: '', version: 1 },
      by: ['teacher'],
    },
    'GET /recordings/tag-sets': { path: '/recordings/tag-sets', seenBy: bySet },
    'GET /recordings/tag-sets/new': { path: '/recordings/tag-sets/new', seenBy: bySet },
    'POST /recordings/tag-sets/new': { path: '/recordings/tag-sets/new', fields: tags, by: bySet },
    'GET /recordings/tag-sets/:set/edit': { path: `${ownSet}/edit`, seenBy: bySet },
    'POST /recordings/tag-sets/:set/edit': {
      path: `${ownSet}/edit`,
      fields: { ...tags, version: 1 },
      by: bySet,
    },
    'POST /recordings/tag-sets/:set/end': { path: `${ownSet}/end`, fields: {}, by: bySet },
    'POST /recordings/tag-sets/:set/bring-back': { path: `${endedSet}/bring-back`, fields: {}, by: bySet },
    'GET /recordings/:recording/clip-forms/new': { path: `${recording}/clip-forms/new`, seenBy: two },
    'POST /recordings/:recording/clip-forms/new': {
      path: `${recording}/clip-forms/new`,
      fields: { ...clipWritten, form: 'speech-and-language' },
      by: two,
    },
    'GET /recordings/:recording/clip-forms/:clip/edit': { path: `${myClip}/edit`, seenBy: ['teacher'] },
    'POST /recordings/:recording/clip-forms/:clip/edit': {
      path: `${myClip}/edit`,
      fields: { ...clipWritten, version: 1 },
      by: ['teacher'],
    },
    'POST /recordings/:recording/clip-forms/:clip/share': mark(`${myClip}/share`),
    'POST /recordings/:recording/clip-forms/:clip/keep-back': mark(`${myClip}/keep-back`),
    'POST /recordings/:recording/clip-forms/:clip/end': mark(`${myClip}/end`),
    'POST /recordings/:recording/clip-forms/:clip/bring-back': mark(`${endedClip}/bring-back`),
  };
};
