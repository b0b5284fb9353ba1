import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { principals } from '#platform/access/items.ts';
import { keepText } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { insertNotes, insertRecording } from '#features/recordings/index.ts';
import { plainRecording } from '#test/plain-recording.ts';
import { sealMedium } from '#test/sealed-film.ts';
import type { SeedVisits } from '#test/visit-map.ts';

/**
 * A recording of the teacher's with a transcript, and reels of hers and of her partner's: one is shared and the other
 * reads it, being ready; the other is its chooser's alone.
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
      title: 'Talk about halves',
      lesson: world.canary('learning', two),
      tagSets: ['talk'],
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
    .values({
      owner_id: ownerId,
      recording_id: recordingId,
      person_id: partner,
      watched_at: at,
      ready_at: at,
    })
    .execute();
  const transcript = (id: string, ended_at: Date | null) => ({
    owner_id: ownerId,
    id,
    recording_id: recordingId,
    language: 'en',
    origin: 'typed',
    made_by: teacher,
    created_at: at,
    ended_at,
  });
  const [standing, before] = [newId(at), newId(at)];
  await db
    .insertInto('recording_transcript')
    .values([transcript(standing, null), transcript(before, at)])
    .execute();
  const utterance = (transcriptId: string, text: string) => ({
    owner_id: ownerId,
    id: newId(at),
    transcript_id: transcriptId,
    from_ms: 60_000,
    to_ms: 64_000,
    speaker: 'Teacher',
    text,
    tags: ['talk/silence'],
    version: 1,
  });
  const said = utterance(standing, world.canary('learning', two));
  await db
    .insertInto('recording_utterance')
    .values([said, utterance(before, world.canary('learning', []))])
    .execute();
  await keepText(
    db,
    { ownerId, id: standing },
    1,
    { from: 'Tutor', to: 'Teacher', utterances: [said.id] },
    teacher,
    at,
  );
  const clip = (
    personId: string,
    position: number,
    title: string,
    more: { shared_at?: Date; ended_at?: Date } = {},
  ) => ({
    owner_id: ownerId,
    id: newId(at),
    recording_id: recordingId,
    person_id: personId,
    from_ms: position * 10_000,
    to_ms: position * 10_000 + 5000,
    title,
    position,
    created_at: at,
    ...more,
  });
  const [one, second] = [
    clip(teacher, 1, world.canary('learning', two), { shared_at: at }),
    clip(teacher, 2, world.canary('learning', ['teacher'])),
  ];
  const gone = clip(teacher, 3, world.canary('learning', []), { ended_at: at });
  await db
    .insertInto('recording_clip')
    .values([one, second, gone, clip(partner, 1, world.canary('learning', ['partner']))])
    .execute();
  const noteId = newId(at);
  await insertNotes(
    db,
    { ownerId, recordingId },
    [
      {
        id: noteId,
        personId: teacher,
        fromMs: 90_000,
        toMs: 95_000,
        sort: 'describe',
        tags: [],
        text: world.canary('learning', two),
        sharedAt: at,
      },
    ],
    at,
  );

  const here = `/recordings/${recordingId}`;
  const reel = `${here}/reel`;
  const seen = (path: string) => ({ path: here + path, seenBy: two });
  const opened = 'the opening is written to the log';
  const file = (path: string) => ({ ...seen(path), queries: { most: 5, why: opened } });
  const act = (path: string, by: readonly ('teacher' | 'partner')[] = two, fields = {}) => ({
    path: here + path,
    fields,
    by,
  });
  const stretch = { from: '1:00', until: '1:05', title: 'A clip' };
  const waits = 'what was looked at waits in the form that confirms it';
  return {
    'GET /recordings/:recording/transcript': [
      seen('/transcript'),
      seen('/transcript?words=a&speaker=Teacher&tag=talk%2Fsilence'),
    ],
    'GET /recordings/:recording/transcript/new': { path: `${here}/transcript/new`, seenBy: ['teacher'] },
    'POST /recordings/:recording/transcript/look': act('/transcript/look', ['teacher'], {
      text: '0:10 Teacher: Look',
      language: 'en',
    }),
    'POST /recordings/:recording/transcript/new': {
      ...act('/transcript/new', ['teacher'], { language: 'en', left_out: 0 }),
      fieldsIncomplete: waits,
    },
    'POST /recordings/:recording/transcript/end': act('/transcript/end', ['teacher']),
    'POST /recordings/:recording/transcripts/:transcript/bring-back': act(
      `/transcripts/${before}/bring-back`,
      ['teacher'],
    ),
    'GET /recordings/:recording/transcript/utterances/:utterance': {
      ...seen(`/transcript/utterances/${said.id}`),
      queries: { most: 5, why: `${opened}, and the utterance and the tags are asked after the recording` },
    },
    'POST /recordings/:recording/transcript/utterances/:utterance': act(
      `/transcript/utterances/${said.id}`,
      two,
      { from: '1:00', until: '1:04', speaker: 'Teacher', text: 'Look', version: 1 },
    ),
    'POST /recordings/:recording/transcript/speaker': act('/transcript/speaker', two, {
      from: 'Teacher',
      to: 'Ann',
    }),
    'POST /recordings/:recording/transcripts/:transcript/renamings/:renaming/take-back': act(
      `/transcripts/${standing}/renamings/1/take-back`,
      two,
    ),
    'POST /recordings/:recording/transcript/tags': act('/transcript/tags', two, {
      tag: 'talk/silence',
      utterances: [said.id],
      off: 'yes',
    }),
    'GET /recordings/:recording/captions.vtt': seen('/captions.vtt'),
    'GET /recordings/:recording/transcript.vtt': seen('/transcript.vtt'),
    'GET /recordings/:recording/transcript.csv': seen('/transcript.csv'),
    'GET /recordings/:recording/note-files': seen('/note-files'),
    'POST /recordings/:recording/note-files/look': act('/note-files/look'),
    'POST /recordings/:recording/note-files': {
      ...act('/note-files', two, { notes: 1 }),
      fieldsIncomplete: waits,
    },
    'GET /recordings/:recording/notes.jsonld': file('/notes.jsonld'),
    'GET /recordings/:recording/notes.csv': seen('/notes.csv'),
    'GET /recordings/:recording/reel': [seen('/reel'), seen('/reel?t=10,15')],
    'POST /recordings/:recording/reel/clips': act('/reel/clips', two, stretch),
    'POST /recordings/:recording/reel/from-notes': act('/reel/from-notes', two, { notes: [noteId] }),
    'POST /recordings/:recording/reel/clips/:clip': {
      path: `${reel}/clips/${one.id}`,
      fields: stretch,
      by: ['teacher'],
    },
    'POST /recordings/:recording/reel/clips/:clip/up': act(`/reel/clips/${second.id}/up`, ['teacher']),
    'POST /recordings/:recording/reel/clips/:clip/down': act(`/reel/clips/${one.id}/down`, ['teacher']),
    'POST /recordings/:recording/reel/clips/:clip/end': act(`/reel/clips/${one.id}/end`, ['teacher']),
    'POST /recordings/:recording/reel/clips/:clip/bring-back': act(`/reel/clips/${gone.id}/bring-back`, [
      'teacher',
    ]),
    'POST /recordings/:recording/reel/share': act('/reel/share'),
    'POST /recordings/:recording/reel/keep-back': act('/reel/keep-back'),
  };
};
