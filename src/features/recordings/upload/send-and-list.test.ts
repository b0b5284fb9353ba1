import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { principals } from '#platform/access/items.ts';
import { media } from '#test/media/make-media.ts';
import type { Browser } from '#test/site.ts';
import { describedRecording, readyRecording, recordingScene } from '../recordings.scene.ts';
import { senders } from './arriving/sender.test-helper.ts';

type Scene = Awaited<ReturnType<typeof recordingScene>>;
let all: Scene;
let site: Scene['site'];
let db: Scene['db'];
let school: Scene['school'];
let people: Scene['people'];
let deviceOf: Awaited<ReturnType<typeof senders>>;
let ann: Browser;
let film: Buffer;
/** A school of its own for each test. */
async function arrange(): Promise<void> {
  all = await recordingScene();
  ({ site, db, school, people } = all);
  deviceOf = await senders(site);
  ann = await all.as('ann');
  film = await readFile(await media('moving.mp4'));
}

test('an empty list says what this is for and what is asked first', async () => {
  await arrange();
  const { text } = await (await all.as('huw')).get('/recordings');
  assert.match(text, /Nothing is recorded yet/);
  assert.match(text, /what their families said/);
  const guest = await (await all.as('specialist')).get('/recordings');
  assert.match(guest.text, /Nobody has shown you a recording yet/);
  assert.doesNotMatch(guest.text, /recordings\/new/);
});

test('one sees one’s own, and those that were shown once they were watched', async () => {
  await arrange();
  const own = await describedRecording(all, { title: 'Still to film' });
  const shown = await readyRecording(all, { title: 'Watched and shown' });
  const early = await readyRecording(all, { title: 'Not watched yet', watched: false });
  const mine = (await ann.get('/recordings')).text;
  for (const title of ['Still to film', 'Watched and shown', 'Not watched yet'])
    assert.match(mine, new RegExp(title));
  assert.match(mine, new RegExp(`href="${own.address}/send"`));
  assert.match(mine, /Seen by Tomos Bevan/);
  assert.match(mine, /Opens for Tomos Bevan once you have watched it/);
  assert.match(mine, /kept until 16 May 2027/);

  const theirs = (await (await all.as('tomos')).get('/recordings')).text;
  assert.match(theirs, new RegExp(`href="${shown.address}"`));
  assert.match(theirs, /Shown by Ann Puw/);
  assert.doesNotMatch(theirs, new RegExp(early.address));
  assert.doesNotMatch(theirs, /Still to film/);
  for (const name of ['beth', 'huw', 'specialist'] as const)
    assert.doesNotMatch((await (await all.as(name)).get('/recordings')).text, /Watched and shown/, name);

  const only = async (query: string) => (await ann.get(`/recordings?${query}`)).text;
  assert.doesNotMatch(await only('whose=shown'), /Still to film/);
  assert.match(await only('whose=mine&find=to+film'), /Still to film/);
  assert.doesNotMatch(await only('find=to+film'), /Watched and shown/);
  assert.match(await only('find=%25%25'), /None is like that/);
});

test('the list stands in one statement beside the session’s', async () => {
  await arrange();
  await ann.get('/recordings');
  const before = site.queries.length;
  await ann.get('/recordings');
  assert.equal(site.queries.length - before, 2);
});

test('what is shown by a group is closed while a consent is taken back', async () => {
  await arrange();
  const { id } = await readyRecording(all, {
    title: 'Closed for now',
    grants: [{ principal: principals.person(people.huw.personId), ability: 'read' }],
    pupils: [{ personId: people.beth.personId, shown: 'seen', consent: 'given' }],
  });
  const huw = await all.as('huw');
  assert.match((await huw.get('/recordings')).text, /Closed for now/);
  await db
    .updateTable('recording_pupil')
    .set({ taken_back_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('recording_id', '=', id)
    .execute();
  assert.doesNotMatch((await huw.get('/recordings')).text, /Closed for now/, 'he never played it');
  assert.match((await ann.get('/recordings')).text, /Closed to all but you/);
  const view = { began_at: site.clock.now, last_at: site.clock.now, recording_id: id, owner_id: school.id };
  await db
    .insertInto('recording_view')
    .values({ ...view, id: crypto.randomUUID(), person_id: people.huw.personId })
    .execute();
  const list = (await huw.get('/recordings')).text;
  assert.match(list, /A recording by Ann Puw[\s\S]*Closed: a consent was taken back/);
  assert.doesNotMatch(list, /Closed for now/, 'its title may say whom it is about');
  assert.doesNotMatch((await huw.get('/recordings?find=closed')).text, /A recording by/);
  assert.doesNotMatch(list, new RegExp(`(href|src)="/recordings/${id}`), 'nothing of it is offered');
});

test('the page of sending says what is begun, and where it goes on', async () => {
  await arrange();
  const { address } = await describedRecording(all);
  const device = await deviceOf(people.ann);
  const { location } = await device.begin(address, film.length);
  assert.doesNotMatch((await ann.get(`${address}/send`)).text, /stopped at/);
  const half = Math.ceil(film.length / 2);
  await device.patch(location, 0, film.subarray(0, half));
  const page = await ann.get(`${address}/send`);
  assert.match(page.text, /IMG_2041\.mov stopped at 50 %/);
  assert.match(page.text, new RegExp(location.split('/').at(-1)!));
  await device.all(location, film);
  const after = await ann.get(`${address}/send`);
  assert.doesNotMatch(after.text, /stopped at/);
  assert.match(after.text, /takes its place/);
});

test('whoever must be blurred is named, and the plain form is closed with the reason', async () => {
  await arrange();
  const open = await describedRecording(all);
  assert.match((await ann.get(`${open.address}/send`)).text, /enctype="multipart\/form-data"/);
  const { address } = await describedRecording(all, { blurOthers: true });
  const { text } = await ann.get(`${address}/send`);
  assert.doesNotMatch(text, /enctype="multipart\/form-data"/);
  assert.match(text, /Nothing can be sent from this browser/);
  assert.match((await ann.get(`${address}/send?trouble=blur`)).text, /so nothing was sent/);
  assert.equal((await ann.get(`${address}/send?trouble=constructor`)).status, 200);
});

test('sending is for its author alone, and over once it is ready', async () => {
  await arrange();
  const { address } = await describedRecording(all, {
    grants: [{ principal: principals.person(people.tomos.personId), ability: 'contribute' }],
  });
  for (const name of ['tomos', 'beth', 'huw', 'specialist'] as const)
    assert.equal((await (await all.as(name)).get(`${address}/send`)).status, 403, name);
  const ready = await readyRecording(all);
  assert.equal((await ann.get(`${ready.address}/send`)).to, ready.address);
});

test('before anything was sent its page says how to send it, and offers nothing to note on', async () => {
  await arrange();
  const { address } = await describedRecording(all);
  const { text } = await ann.get(address);
  assert.match(text, new RegExp(`href="${address}/send"`));
  assert.doesNotMatch(text, /Make a note|Clip reel|Bring a transcript in/);
});
