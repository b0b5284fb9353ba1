import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leaveCircle } from '#platform/access/circles.ts';
import { principals, shareItem } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { giveConsent } from '#features/consents/consents.scene.ts';
import { beginMaking, untilMade } from '#features/recordings/making/workshop.ts';
import { recordingScene } from '#features/recordings/recordings.scene.ts';
import { attackedRecording } from './attacked-recordings.ts';
import { deliver } from './deliver.ts';
import { makeManager, makePerson } from './factories.ts';
import type { Answer, Browser } from './site.ts';

/**
 * Attacks by somebody who could open a recording until a moment ago. Each test is one attack; its name says, after the
 * arrow, what stopped it.
 */

/** Ann's recording, shown to Tomos, who is watching it. */
async function watching() {
  const all = await recordingScene();
  const { site, school, people } = all;
  const pupil = await makePerson(site.db, school, { name: 'Mali Evans', kind: 'pupil' });
  const film = await attackedRecording({
    site,
    school,
    author: people.ann,
    partner: people.tomos,
    pupils: [pupil],
  });
  const [ann, tomos] = [await all.as('ann'), await all.as('tomos')];
  const begins = await tomos.get(`${film.address}/play`, { range: 'bytes=0-9999' });
  assert.equal(begins.status, 206, 'while it is shown to him he plays it');
  return { ...all, pupil, film, ann, tomos, etag: begins.headers['etag']! };
}
type Watching = Awaited<ReturnType<typeof watching>>;

/** All that a player, a browser's memory or a saved link would ask for again. */
const asksAgain = async (who: Browser, { film, etag }: Watching): Promise<[string, Answer][]> => {
  const asked: [string, Record<string, string>][] = [
    ['/play', { range: 'bytes=10000-19999' }],
    ['/play', { range: 'bytes=10000-19999', 'if-range': etag }],
    ['/play', { 'if-none-match': etag }],
    ['/play', {}],
    ['/poster', { 'if-none-match': '*' }],
    ['/poster', {}],
    ['', {}],
    ['/captions.vtt', {}],
    ['/transcript', {}],
    ['/reel', {}],
    ['/transcript.csv', {}],
    ['/notes.json', {}],
    ['/notes.jsonld', {}],
    ['/notes.csv', {}],
    [`/notes/${film.parts.note}`, {}],
  ];
  return Promise.all(
    asked.map(async ([path, headers]): Promise<[string, Answer]> => [
      `${path} ${Object.keys(headers).join()}`,
      await who.get(film.address + path, headers),
    ]),
  );
};

async function isShut(who: Browser, scene: Watching, status = 403): Promise<void> {
  for (const [path, answer] of await asksAgain(who, scene)) {
    assert.equal(answer.status, status, path);
    assert.deepEqual(scene.film.shows(answer), [], path);
    assert.equal(answer.headers['etag'], undefined, path);
  }
  assert.deepEqual(scene.film.shows(await who.get('/recordings')), []);
}

test('the author unticks a reader while they play it → the next piece is refused, the same tag brings no “not changed”', async () => {
  const scene = await watching();
  const answer = await scene.ann.post(`${scene.film.address}/share`, { readers: [], may: 'read' });
  assert.equal(answer.status, 303, answer.text);
  await isShut(scene.tomos, scene);
});

test('what a browser keeps of a film or its picture → nothing: both say that they are not to be stored', async () => {
  const { film, tomos } = await watching();
  for (const path of ['/play', '/poster'])
    assert.equal((await tomos.get(film.address + path)).headers['cache-control'], 'private, no-store', path);
  for (const path of ['', '/notes.json', '/captions.vtt', '/transcript.csv'])
    assert.match(
      (await tomos.get(film.address + path)).headers['cache-control'] ?? '',
      /no-store|no-cache/,
      path,
    );
});

test('played, noted and asked for before its author has watched it → the teacher watches first', async () => {
  const scene = await watching();
  await scene.db
    .updateTable('recording')
    .set({ watched_at: null })
    .where('owner_id', '=', scene.school.id)
    .where('id', '=', scene.film.id)
    .execute();
  await isShut(scene.tomos, scene);
  assert.equal(
    (await scene.tomos.post(`${scene.film.address}/notes`, { at: '0:01', sort: 'describe', text: 'x' }))
      .status,
    403,
  );
});

test('the author takes it away → closed to all but her; brought back it opens, erased it never does', async () => {
  const scene = await watching();
  assert.equal((await scene.ann.post(`${scene.film.address}/end`)).status, 303);
  await isShut(scene.tomos, scene, 404);
  assert.equal((await scene.ann.post(`${scene.film.address}/bring-back`)).status, 303);
  assert.equal((await scene.tomos.get(`${scene.film.address}/play`)).status, 200);
});

test('it is erased → no film for its author either, nor picture, captions or transcript, and no way to send another in its place', async () => {
  const scene = await watching();
  const { ann, tomos, film } = scene;
  assert.equal((await ann.post(`${film.address}/erase`, { notes_after: 'go' })).status, 303);
  for (const who of [ann, tomos])
    for (const path of [
      '/play',
      '/poster',
      '/captions.vtt',
      '/transcript.vtt',
      '/notes.json',
      '/notes.jsonld',
      '',
    ])
      assert.deepEqual(
        film.shows(await who.get(film.address + path)).filter((shown) => shown !== film.words.title),
        [],
        path,
      );
  for (const path of ['/play', '/poster'])
    assert.equal((await ann.get(film.address + path)).status, 404, path);
  const again = await ann.transfer('POST', `${film.address}/upload`, {
    headers: { 'tus-resumable': '1.0.0', 'upload-length': '1000' },
  });
  assert.ok(again.status >= 400, String(again.status));
  for (const step of ['watched', 'bring-back', 'ready', 'open-talk'])
    assert.ok((await ann.post(`${film.address}/${step}`)).status >= 400, step);
});

test('a family takes its consent back while it is played → closed to all but its author, before she has decided anything', async () => {
  const scene = await watching();
  const { site, pupil, people } = scene;
  await giveConsent(site, { pupil, by: people.ann });
  const { id: consent } = await site.db
    .selectFrom('consent')
    .select('id')
    .where('owner_id', '=', scene.school.id)
    .where('person_id', '=', pupil.personId)
    .executeTakeFirstOrThrow();
  const office = await site.as(
    await makePerson(site.db, scene.school, { name: 'Dewi Jones', roles: ['administrator'] }),
  );
  const answer = await office.post(`/school/consents/pupils/${pupil.personId}/${consent}/withdraw`, {
    said_by: 'A parent',
  });
  assert.equal(answer.status, 303, answer.text);
  await deliver(site);
  await isShut(scene.tomos, scene);
  assert.equal((await scene.ann.get(`${scene.film.address}/play`)).status, 200);
});

test('a reader leaves the school → their standing ends with their last day, an open session too', async () => {
  const scene = await watching();
  const { site, people } = scene;
  const office = await site.as(
    await makePerson(site.db, scene.school, { name: 'Dewi Jones', roles: ['administrator'] }),
  );
  assert.equal(
    (await office.post(`/people/${people.tomos.personId}/leave`, { last: '2026-11-18' })).status,
    303,
  );
  for (const [path, answer] of await asksAgain(scene.tomos, scene)) {
    assert.ok([303, 403, 404].includes(answer.status), `${path}: ${answer.status}`);
    assert.deepEqual(scene.film.shows(answer), [], path);
  }
});

test('somebody leaves the circle it is shown to → the kernel asks anew at each piece', async () => {
  const scene = await watching();
  const { db, school, people, partnership, film, tomos, site } = scene;
  const item = { ownerId: school.id, id: film.id };
  await shareItem(
    db,
    item,
    [{ principal: principals.circle(partnership), ability: 'contribute' }],
    site.clock.now,
  );
  assert.equal((await tomos.get(`${film.address}/play`)).status, 200, 'by the circle');
  const asPartner = { ownerId: school.id, circleId: partnership, part: 'partner' };
  assert.ok(await leaveCircle(db, asPartner, people.tomos.personId, site.clock.now));
  await isShut(tomos, scene);
});

test('a reader comes to manage its author → kept out from that moment, though the grant is there', async () => {
  const scene = await watching();
  await makeManager(scene.db, scene.school, scene.people.tomos, scene.people.ann);
  await isShut(scene.tomos, scene);
});

test('the address of an example after it was taken away → the copy ends; the first was never open by it', async () => {
  const scene = await watching();
  const { ann, film, site, pupil } = scene;
  await giveConsent(site, { pupil, purpose: 'recording-exemplar' });
  const huw = await scene.as('huw');
  const id = newId(site.clock.now);
  const offered = await ann.post(`${film.address}/exemplar`, {
    id,
    title: 'Paper strips',
    lesson: 'Halves of a strip',
    domain: 'explaining-and-modelling',
    row: 'explaining-and-modelling/steps',
    subject: 'Mathematics',
    phase: 'primary',
    look_for: 'Each step is said in one sentence',
    not_shown: 'The week before',
    keep_until: '2027-05-01',
  });
  assert.equal(offered.status, 303, offered.text);
  await beginMaking.handle({ ownerId: scene.school.id, kind: 'recording.arrived', body: {} } as never, {
    ...site.services,
    signal: new AbortController().signal,
  });
  await untilMade(scene.db);
  const copy = `/recordings/${id}`;
  assert.equal((await huw.get(`${copy}/play`)).status, 200, 'all staff watch the example');
  for (const path of ['', '/play', '/poster', '/notes.json', '/transcript'])
    assert.equal((await huw.get(film.address + path)).status, 403, `the first: ${path}`);
  assert.equal((await ann.post(`${copy}/end`)).status, 303);
  for (const path of ['', '/play', '/poster']) assert.equal((await huw.get(copy + path)).status, 404, path);
  assert.doesNotMatch((await huw.get('/exemplars')).text, /Paper strips/);
});

test('a reader who signs out, and the address opened again from the history → signed out, nothing', async () => {
  const scene = await watching();
  assert.equal((await scene.tomos.post('/sign-out')).status, 303);
  for (const [path, answer] of await asksAgain(scene.tomos, scene)) {
    assert.ok(answer.status === 303 || answer.status === 401, `${path}: ${answer.status}`);
    assert.deepEqual(scene.film.shows(answer), [], path);
  }
});
