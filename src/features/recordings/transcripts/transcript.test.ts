import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseText } from 'media-captions';
import { transcriptScene } from './transcripts.scene.ts';

const lesson = [
  '0:10 Teacher: What do you see?',
  '0:12 Pupil 1: Two halves.',
  '0:15-0:20 Teacher: Tell Sion <why> & how',
  '0:20-0:21 Teacher: =1+1',
].join('\n');

test('the author brings a transcript in, sees what was read first, and takes it back', async () => {
  const { ann, address, look, confirm } = await transcriptScene();
  assert.match((await ann.get(address)).text, /Bring a transcript in/);
  const seen = await look(ann, lesson);
  assert.equal(seen.status, 200);
  assert.match(seen.text, /4 utterances were read/);
  assert.match(seen.text, /2 speakers: Teacher and Pupil 1/);
  assert.match((await ann.get(`${address}/transcript`)).text, /There is no transcript yet/);
  const done = await confirm(ann, seen);
  assert.equal(done.status, 303);
  const page = (await ann.get(`${address}/transcript`)).text;
  assert.match(page, /Tell Sion &lt;why&gt; &amp; how/);
  assert.match(page, /\?t=15,20#player/);
  assert.equal((await ann.post(`${address}/transcript/end`, {})).status, 303);
  assert.match((await ann.get(`${address}/transcript`)).text, /There is no transcript yet/);
});

test('whoever sees the recording reads the transcript; nobody else does, and only its author brings one in', async () => {
  const { ann, tomos, huw, beth, address, bring, look } = await transcriptScene();
  await bring(lesson);
  for (const part of ['/transcript', '/captions.vtt', '/transcript.vtt', '/transcript.csv']) {
    assert.equal((await tomos.get(address + part)).status, 200, part);
    for (const other of [huw, beth]) assert.equal((await other.get(address + part)).status, 403, part);
  }
  assert.equal((await look(tomos, lesson)).status, 403);
  assert.equal((await tomos.post(`${address}/transcript/end`, {})).status, 403);
  assert.equal((await ann.get(`${address}/transcript/new`)).status, 200);
});

test('captions are valid WebVTT with speakers, served so that a browser shows them, and the player has them', async () => {
  const { ann, address, bring } = await transcriptScene();
  assert.equal((await ann.get(`${address}/captions.vtt`)).status, 404);
  await bring(lesson);
  const { text, headers } = await ann.get(`${address}/captions.vtt`);
  assert.match(String(headers['content-type']), /^text\/vtt; charset=utf-8/);
  assert.doesNotMatch(String(headers['content-disposition'] ?? ''), /attachment/);
  const { cues, errors } = await parseText(text, { type: 'vtt', errors: true });
  assert.deepEqual(errors, []);
  assert.deepEqual(
    cues.map((cue) => [cue.startTime, cue.endTime, cue.text]),
    [
      [10, 12, '<v Teacher>What do you see?'],
      [12, 15, '<v Pupil 1>Two halves.'],
      [15, 20, '<v Teacher>Tell Sion &lt;why&gt; &amp; how'],
      [20, 21, '<v Teacher>=1+1'],
    ],
  );
  assert.doesNotMatch(text, /NOTE/);
  assert.match((await ann.get(address)).text, /<track[^>]+captions\.vtt/);
  const saved = await ann.get(`${address}/transcript.vtt`);
  assert.match(String(saved.headers['content-disposition']), /attachment/);
});

test('the sheet that is taken out can be brought in again, and runs nothing in a spreadsheet', async () => {
  const { ann, address, bring } = await transcriptScene();
  await bring(lesson);
  const first = (await ann.get(`${address}/transcript.csv`)).text;
  assert.match(first, /,'=1\+1,/);
  assert.equal((await bring(first)).status, 303);
  assert.equal((await ann.get(`${address}/transcript.csv`)).text, first);
  assert.equal((await bring((await ann.get(`${address}/transcript.vtt`)).text)).status, 303);
  assert.equal((await ann.get(`${address}/transcript.csv`)).text, first);
});

test('lines that cannot be read are named, and nothing is brought in by halves', async () => {
  const { ann, address, look, confirm } = await transcriptScene();
  const seen = await look(ann, 'Hello\n0:10 Teacher: One\n2:00:00 Teacher: Too late\n0:20 Teacher: Two');
  assert.match(seen.text, /2 lines could not be read/);
  assert.match(seen.text, /Begin each line with its time/);
  assert.match(seen.text, /It begins at 2:00:00, and this recording ends at 1:00:00/);
  assert.match(seen.text, /Bring in the 2 that were read/);
  const fields = { ...hiddenOf(seen.text), left_out: '0', language: 'en' };
  assert.equal((await ann.post(`${address}/transcript/new`, fields)).status, 422);
  assert.match((await ann.get(`${address}/transcript`)).text, /There is no transcript yet/);
  assert.equal((await confirm(ann, seen)).status, 303);
  assert.match((await ann.get(`${address}/transcript`)).text, /2 utterances/);
});

const hiddenOf = (text: string): Record<string, string> => ({
  held_files: /name="held_files" value="([^"]+)"/.exec(text)![1]!,
});

test('a file is brought in as well, in its language', async () => {
  const { ann, address } = await transcriptScene();
  const body = 'WEBVTT\r\n\r\n00:01.000 --> 00:02.500\r\n<v Ann>Bore da';
  const files = [{ field: 'file', name: 'lesson.vtt', body }];
  const seen = await ann.post(`${address}/transcript/look`, { language: 'cy', text: '' }, files);
  assert.match(seen.text, /1 utterance was read/);
  const fields = { ...hiddenOf(seen.text), left_out: '0', language: 'cy' };
  assert.equal((await ann.post(`${address}/transcript/new`, fields)).status, 303);
  assert.match((await ann.get(`${address}/transcript`)).text, /lang="cy">Bore da/);
});

test('a new one ends the old; either can be brought back', async () => {
  const { ann, address, bring, db, school } = await transcriptScene();
  await bring('0:10 Teacher: First');
  const [first] = await db
    .selectFrom('recording_transcript')
    .select('id')
    .where('owner_id', '=', school.id)
    .execute();
  await bring('0:10 Teacher: Second');
  const page = (await ann.get(`${address}/transcript`)).text;
  assert.match(page, /Second/);
  assert.doesNotMatch(page, /First/);
  const back = `${address}/transcripts/${first!.id}/bring-back`;
  assert.equal((await ann.post(back, {})).status, 303);
  assert.match((await ann.get(`${address}/transcript`)).text, /First/);
  assert.equal((await ann.post(back, {})).status, 422);
  assert.match((await ann.get(`${address}/captions.vtt`)).text, /First/);
});

test('an utterance is corrected by those who note; saved meanwhile, both texts are shown', async () => {
  const { tomos, ann, address, bring } = await transcriptScene();
  await bring(lesson);
  const edit = /\/transcript\/utterances\/[0-9a-f-]{36}/.exec(
    (await tomos.get(`${address}/transcript`)).text,
  )![0];
  const at = address + edit;
  assert.match((await tomos.get(at)).text, /What do you see\?/);
  const fields = {
    from: '0:10.5',
    until: '0:12',
    speaker: 'Teacher',
    text: 'What can you see?',
    version: '1',
  };
  assert.equal((await tomos.post(at, { ...fields, tags: 'talk/silence' })).status, 303);
  const late = await ann.post(at, { ...fields, text: 'Something else' });
  assert.equal(late.status, 409);
  assert.match(late.text, /What can you see\?/);
  assert.match(late.text, /Something else/);
  const wrong = await ann.post(at, { ...fields, from: 'x', until: 'y', version: '2' });
  assert.equal(wrong.status, 422);
  assert.match((await ann.get(`${address}/transcript?tag=talk/silence`)).text, /1 utterance\b/);
});

test('a speaker is renamed everywhere, and tags are put on what is ticked and taken off', async () => {
  const { ann, tomos, address, bring, db, school } = await transcriptScene();
  await bring(lesson);
  assert.equal(
    (await tomos.post(`${address}/transcript/speaker`, { from: 'Teacher', to: 'Ann' })).status,
    303,
  );
  assert.equal((await ann.post(`${address}/transcript/speaker`, { from: 'Teacher', to: 'Ann' })).status, 422);
  assert.match((await ann.get(`${address}/transcript?speaker=Ann`)).text, /3 utterances/);
  const rows = () =>
    db
      .selectFrom('recording_utterance')
      .select(['id', 'tags'])
      .where('owner_id', '=', school.id)
      .orderBy('from_ms')
      .execute();
  const [one, two] = await rows();
  const send = (fields: object) =>
    ann.post(`${address}/transcript/tags`, { utterances: [one!.id, two!.id], ...fields });
  assert.equal((await send({ tag: 'made/up' })).status, 422);
  assert.equal((await send({ tag: 'talk/silence' })).status, 303);
  assert.equal((await send({ tag: 'talk/silence' })).status, 303);
  assert.deepEqual(
    (await rows()).map(({ tags }) => tags.length),
    [1, 1, 0, 0],
  );
  assert.equal((await send({ tag: 'talk/silence', off: 'yes' })).status, 303);
  assert.deepEqual(
    (await rows()).map(({ tags }) => tags.length),
    [0, 0, 0, 0],
  );
});

test('a renaming is taken back exactly, also where two speakers had become one', async () => {
  const { ann, tomos, huw, address, bring, db, school } = await transcriptScene();
  await bring(lesson);
  const speakers = async () =>
    [...(await ann.get(`${address}/transcript.vtt`)).text.matchAll(/<v ([^>]+)>/g)].map(([, name]) => name);
  const before = await speakers();
  await tomos.post(`${address}/transcript/speaker`, { from: 'Teacher', to: 'Pupil 1' });
  const { id } = await db
    .selectFrom('recording_transcript')
    .select('id')
    .where('owner_id', '=', school.id)
    .executeTakeFirstOrThrow();
  const undo = `${address}/transcripts/${id}/renamings/1/take-back`;
  assert.deepEqual(new Set(await speakers()), new Set(['Pupil 1']));
  assert.equal((await huw.post(undo)).status, 403);
  assert.equal((await ann.post(undo.replace('/1/', '/9/'))).status, 404);
  assert.equal((await tomos.post(undo)).status, 303);
  assert.deepEqual(await speakers(), before);
  assert.equal((await tomos.post(undo)).status, 422, 'nothing is left to take back');
});

test('talk time counts what overlaps once for a speaker, and silence is the rest', async () => {
  const { ann, address, bring } = await transcriptScene({ durationMs: 100_000 });
  await bring('0:00-0:20 A: x\n0:10-0:30 A: x\n0:25-0:40 B: x\n1:00-1:10 B: x\n1:20-1:30 A: x');
  const page = (await ann.get(`${address}/transcript`)).text;
  const row = (name: string) =>
    new RegExp(`<bdi>${name}</bdi></th>((?:<td[^>]*>[^<]*</td>)+)`)
      .exec(page)![1]!
      .replaceAll(/<\/td>/g, '|')
      .replaceAll(/<[^>]+>/g, '')
      .split('|')
      .slice(0, -1);
  assert.deepEqual(row('A'), ['0:40', '40%', '2', '0:30']);
  assert.deepEqual(row('B'), ['0:25', '25%', '1', '0:45']);
  assert.deepEqual(row('Nobody[^<]*'), ['0:40', '40%', '', '']);
});

test('two hours of captions are brought in, and a page shows a hundred of them', async () => {
  const { ann, address, bring } = await transcriptScene({ durationMs: 7_200_000 });
  const clock = (s: number) =>
    `${Math.floor(s / 3600)}:${String(Math.floor(s / 60) % 60).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}`;
  const lines = Array.from(
    { length: 2400 },
    (_, i) => `${clock(i * 3)} ${i % 2 ? 'Teacher' : 'Pupil'}: Words number ${i}, said in the lesson`,
  );
  assert.equal((await bring(lines.join('\n'))).status, 303);
  const page = (await ann.get(`${address}/transcript?page=24`)).text;
  assert.match(page, /2,400 utterances/);
  assert.match(page, /Words number 2399,/);
  assert.doesNotMatch(page, /Words number 2299,/);
});

test('erasing the recording takes transcript, captions and every earlier version with it', async () => {
  const { ann, address, bring, db, school } = await transcriptScene();
  await bring('0:10 Teacher: Said first');
  const { id } = await db
    .selectFrom('recording_utterance')
    .select('id')
    .where('owner_id', '=', school.id)
    .executeTakeFirstOrThrow();
  const fields = { from: '0:10', until: '0:12', speaker: 'Teacher', text: 'Said otherwise', version: '1' };
  assert.equal((await ann.post(`${address}/transcript/utterances/${id}`, fields)).status, 303);
  const versions = () =>
    db
      .selectFrom('text_version')
      .select('version')
      .where('owner_id', '=', school.id)
      .where('item_id', '=', id)
      .execute();
  assert.equal((await versions()).length, 2);
  assert.equal((await ann.post(`${address}/erase`, { notes_after: 'stay' })).status, 303);
  assert.deepEqual(await versions(), []);
  for (const table of ['recording_transcript', 'recording_utterance'] as const)
    assert.deepEqual(await db.selectFrom(table).select('id').where('owner_id', '=', school.id).execute(), []);
  assert.equal((await ann.get(`${address}/captions.vtt`)).status, 404);
});
