import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser } from '#test/site.ts';
import { principals } from '#platform/access/items.ts';
import { threadsOfRecording } from './note.queries.ts';
import { notesScene } from './notes.scene.ts';
import { endNotesOf } from './write-notes.ts';

/** Ann records; Tomos may write notes; Huw may only watch; Beth manages Ann and sees nothing. */
async function scene() {
  const all = await notesScene();
  const { db, school, people, recording, site } = all;
  const { audience_id: audienceId } = await db
    .selectFrom('item')
    .select('audience_id')
    .where('owner_id', '=', school.id)
    .where('id', '=', recording.id)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('audience_grant')
    .values({
      owner_id: school.id,
      audience_id: audienceId!,
      principal: principals.person(people.huw.personId),
      ability: 'read',
    })
    .execute();
  const set = (columns: { debrief_at?: Date; erased_at?: Date; state?: string }) =>
    db
      .updateTable('recording')
      .set(columns)
      .where('owner_id', '=', school.id)
      .where('id', '=', recording.id)
      .execute();
  const ids = {
    seen: await all.note(all.tomos, 'PLANTED describes', { tags: ['talk/silence'] }),
    made: await all.note(all.tomos, 'PLANTED judges', { sort: 'judge', tags: ['talk/one-pupil-speaks'] }),
  };
  return { ...all, set, ids, now: site.clock.now };
}
type Scene = Awaited<ReturnType<typeof scene>>;
type Name = 'ann' | 'tomos' | 'huw';

/** Which of Tomos's two notes somebody sees by every way out, and that all ways say the same: 'describes judges'. */
async function seenBy(all: Scene, name: Name): Promise<string> {
  const browser: Browser = all[name];
  const { address, recording, school, people, db, ids } = all;
  const found = (text: string): string =>
    ['describes', 'judges'].filter((word) => text.includes(`PLANTED ${word}`)).join(' ');
  const page = (await browser.get(address)).text;
  const json = await browser.get(`${address}/notes.json`);
  const threads = await Promise.all(
    Object.values(ids).map(async (id) => (await browser.get(`${address}/notes/${id}`)).text),
  );
  const reader = { ownerId: school.id, personId: people[name].personId, recordingId: recording.id };
  const rows = await threadsOfRecording(db, reader);
  const ways = {
    page: found(page),
    json: found(json.text),
    threads: found(threads.join(' ')),
    rows: found(rows.map(({ text }) => text).join(' ')),
    narrowed: found((await browser.get(`${address}?words=PLANTED`)).text),
  };
  assert.deepEqual(new Set(Object.values(ways)).size, 1, JSON.stringify(ways));
  // Tags are counted from what is seen, and from nothing else.
  const counted = ['Silence', 'One pupil speaks'].map((tag) => page.includes(`${tag}</a>`));
  assert.deepEqual(counted, [ways.page.includes('describes'), ways.page.includes('judges')]);
  return ways.page;
}

const table: [string, (all: Scene) => Promise<unknown>, Record<Name, string>][] = [
  ['nobody is ready', async () => {}, { ann: '', tomos: 'describes judges', huw: '' }],
  [
    'the writer shares, and the author is not ready',
    (all) => all.ready(all.tomos),
    { ann: '', tomos: 'describes judges', huw: '' },
  ],
  [
    'the author is ready, and the writer keeps their notes',
    (all) => all.ready(all.ann),
    { ann: '', tomos: 'describes judges', huw: '' },
  ],
  [
    'the writer says that they are ready and shares nothing',
    async (all) => {
      await all.ready(all.ann);
      await all.ready(all.tomos, false);
    },
    { ann: '', tomos: 'describes judges', huw: '' },
  ],
  [
    'both are ready',
    async (all) => {
      await all.ready(all.ann);
      await all.ready(all.tomos);
    },
    { ann: 'describes', tomos: 'describes judges', huw: '' },
  ],
  [
    'both are ready and the talk is open',
    async (all) => {
      await all.ready(all.ann);
      await all.ready(all.tomos);
      await all.openTalk();
    },
    { ann: 'describes judges', tomos: 'describes judges', huw: '' },
  ],
  [
    'the talk is open and the author is not ready',
    async (all) => {
      await all.ready(all.tomos);
      await all.openTalk();
    },
    { ann: '', tomos: 'describes judges', huw: '' },
  ],
  [
    'all is open, and the writer keeps all back',
    async (all) => {
      await all.ready(all.ann);
      await all.ready(all.tomos);
      await all.openTalk();
      await all.tomos.post(`${all.address}/notes/keep-back`);
    },
    { ann: '', tomos: 'describes judges', huw: '' },
  ],
  [
    'all is open, and the writer takes one away',
    async (all) => {
      await all.ready(all.ann);
      await all.ready(all.tomos);
      await all.openTalk();
      await all.tomos.post(`${all.address}/notes/${all.ids.seen}/withdraw`);
    },
    { ann: 'judges', tomos: 'judges', huw: '' },
  ],
  [
    'the film is erased and the notes stay',
    async (all) => {
      await all.ready(all.ann);
      await all.ready(all.tomos);
      await all.set({ state: 'erased', erased_at: all.now });
    },
    { ann: 'describes', tomos: 'describes judges', huw: '' },
  ],
  [
    'the film is erased and the notes went with it',
    async (all) => {
      await all.ready(all.ann);
      await all.ready(all.tomos);
      await endNotesOf(all.db, { ownerId: all.school.id, id: all.recording.id });
    },
    { ann: '', tomos: '', huw: '' },
  ],
  [
    'it is an exemplar: readiness is not asked, the opened talk is',
    async (all) => {
      await all.ready(all.tomos);
      await all.db
        .insertInto('exemplar')
        .values({
          owner_id: all.school.id,
          id: all.recording.id,
          domain: 'talk',
          subject: 'maths',
          phase: 'primary',
          look_for: '',
          not_shown: '',
          version: 1,
          created_at: all.now,
          updated_at: all.now,
        })
        .execute();
    },
    { ann: 'describes', tomos: 'describes judges', huw: 'describes' },
  ],
];

for (const [when, happens, sees] of table)
  test(`${when}: ${Object.entries(sees)
    .map(([name, what]) => `${name} sees ${what || 'nothing'}`)
    .join(', ')}`, async () => {
    const all = await scene();
    await happens(all);
    for (const [name, what] of Object.entries(sees))
      assert.equal(await seenBy(all, name as Name), what, name);
    for (const path of ['', '/notes.json', `/notes/${all.ids.seen}`])
      assert.equal((await all.beth.get(all.address + path)).status, 403, 'her line manager');
  });

test('what is noted after one was ready is one’s own until it is shared', async () => {
  const all = await scene();
  await all.ready(all.ann);
  await all.ready(all.tomos);
  await all.note(all.tomos, 'PLANTED later');
  assert.doesNotMatch((await all.ann.get(all.address)).text, /PLANTED later/);
  await all.tomos.post(`${all.address}/notes/share`);
  assert.match((await all.ann.get(all.address)).text, /PLANTED later/);
});

test('an answer is read by those who see the note and are ready; the writer of the note is no exception', async () => {
  const all = await scene();
  const { address, ids, ann, tomos, ready } = all;
  const thread = `${address}/notes/${ids.seen}`;
  const reads = async (who: Browser) => /PLANTED answer/.test((await who.get(thread)).text);
  await ready(tomos);
  await ready(ann);
  await ann.post(`${thread}/replies`, { text: 'PLANTED answer' });
  assert.deepEqual([await reads(ann), await reads(tomos)], [true, true]);
  assert.equal(
    (await ann.post(`${address}/notes/${ids.made}/replies`, { text: 'To a locked note' })).status,
    404,
  );
  await tomos.post(`${thread}/keep-back`);
  assert.deepEqual([await reads(ann), await reads(tomos)], [false, true]);
  await all.db
    .updateTable('recording_watcher')
    .set({ ready_at: null })
    .where('owner_id', '=', all.school.id)
    .where('recording_id', '=', all.recording.id)
    .where('person_id', '=', all.people.tomos.personId)
    .execute();
  assert.equal(await reads(tomos), false, 'not ready, its writer does not read the answer');
  assert.doesNotMatch((await tomos.get(address)).text, />1 answer</);
  assert.match((await tomos.get(`${address}/notes.json`)).text, /,0\]/);
});

test('whoever may only watch writes nothing, and nobody comes before the author has watched', async () => {
  const all = await scene();
  const note = { id: crypto.randomUUID(), at: '1', sort: 'describe', text: 'x' };
  assert.equal((await all.huw.post(`${all.address}/notes`, note)).status, 403);
  await all.db
    .updateTable('recording')
    .set({ watched_at: null })
    .where('owner_id', '=', all.school.id)
    .where('id', '=', all.recording.id)
    .execute();
  for (const path of ['', '/notes.json', `/notes/${all.ids.seen}`]) {
    const answer = await all.tomos.get(all.address + path);
    assert.equal(answer.status, 403);
    assert.match(answer.text, /The teacher watches first/);
  }
  assert.equal((await all.tomos.post(`${all.address}/notes`, note)).status, 403);
  assert.equal((await all.ann.post(`${all.address}/notes`, note)).status, 303);
});

test('the file of notes says that nothing changed as long as nothing did, and a reading of it is logged', async () => {
  const all = await scene();
  const { ann, tomos, address, ready, db, school, recording } = all;
  const first = await tomos.get(`${address}/notes.json`);
  const tag = first.headers['etag'] as string;
  const again = () => tomos.get(`${address}/notes.json`, { 'if-none-match': tag });
  assert.equal((await again()).status, 304);
  const lines = () =>
    db
      .selectFrom('access_log')
      .select('id')
      .where('owner_id', '=', school.id)
      .where('item_id', '=', recording.id)
      .where('manner', '=', 'file')
      .execute();
  assert.equal((await lines()).length, 1);
  await all.note(ann, 'Not his to see');
  assert.equal((await again()).status, 304, 'what he does not see is no change');
  await ready(ann);
  assert.equal((await again()).status, 304);
  await ready(tomos, false);
  assert.equal((await again()).status, 200);
});
