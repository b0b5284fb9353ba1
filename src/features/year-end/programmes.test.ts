import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { makePerson } from '#test/factories.ts';
import { scene } from './year-end.scene.ts';

/** The scene with a programme of Lena's that ran this year, and one that is a draft still. */
async function withProgrammes() {
  const all = await scene();
  const { site, db, school, begin } = all;
  const leader = await makePerson(db, school, { name: 'Lena Leader', roles: ['cpd-leader'] });
  const lena = await site.as(leader);
  const make = async (title: string) => {
    const { to } = await lena.post('/programmes/new', {
      template: 'sustained-programme',
      title,
      starts_on: '2026-11-23',
      terms: '2',
      aim: 'transform',
      change_kind: 'disruptive',
    });
    return to.replace('/design', '');
  };
  const running = await make('Reading together');
  await make('Not for everybody yet');
  assert.equal((await lena.post(`${running}/publish`)).status, 303);
  const href = await begin();
  const drafts = () =>
    db
      .selectFrom('programme as p')
      .innerJoin('item as i', (join) =>
        join.onRef('i.owner_id', '=', 'p.owner_id').onRef('i.id', '=', 'p.id'),
      )
      .select(['p.id', 'p.slug', 'p.title', 'p.starts_on', 'p.published_at', 'i.author_id'])
      .where('p.owner_id', '=', school.id)
      .where('i.owner_id', '=', school.id)
      .where('i.ended_at', 'is', null)
      .where('p.copied_from', 'is not', null)
      .execute();
  const at = `${href}/programmes`;
  const offered = async () =>
    [...(await all.office.get(at)).text.matchAll(/name="programmes"[^>]*value="([^"]+)"/g)].map(
      ([, id]) => id!,
    );
  return { ...all, leader, lena, running, href, at, drafts, offered };
}

const words = (text: string): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('programmes of this year are offered, ticked for none, with who leads them and from when they would run again', async () => {
  const { office, at, offered } = await withProgrammes();
  const { text } = await office.get(at);
  assert.match(words(text), /Reading together From 23 November 2026 to/);
  assert.match(words(text), /again from 22 November 2027\. Led by Lena Leader/);
  assert.doesNotMatch(text, /Not for everybody yet/, 'a draft is its designers’ alone');
  assert.doesNotMatch(text, /value="[^"]+" checked/);
  assert.equal((await offered()).length, 1);
});

test('one that is ticked is copied as a draft of its leader, who hears of it, and is not offered again', async () => {
  const { site, office, leader, at, offered, drafts } = await withProgrammes();
  const [id] = await offered();
  const nothing = await office.post(at, {});
  assert.equal(nothing.status, 422);
  assert.match(nothing.text, /Tick the programmes that go on/);
  assert.equal((await office.post(at, { programmes: [id!] })).status, 303);
  const [draft, ...others] = await drafts();
  assert.deepEqual(others, []);
  assert.equal(draft!.title, 'Reading together (2027–28)');
  assert.equal(draft!.starts_on, '2027-11-22');
  assert.equal(draft!.published_at, null);
  assert.equal(draft!.author_id, leader.personId);
  const lena = await site.as(leader);
  assert.match(
    (await lena.get('/today')).text,
    /A programme that you lead has a draft for the next school year/,
  );
  assert.equal((await lena.get(`/programmes/${draft!.slug}/design`)).status, 200);
  assert.equal((await office.get(`/programmes/${draft!.slug}`)).status, 403, 'the office reads no draft');
  assert.deepEqual(await offered(), []);
  const again = await office.post(at, { programmes: [id!] });
  assert.equal(again.status, 422);
  assert.match(again.text, /Look at the list once more/);
  // Published, it waits for her no more.
  await lena.post(`/programmes/${draft!.slug}/publish`);
  await deliver(site);
  const waits = (await lena.get('/today')).text.split('Done lately')[0]!;
  assert.doesNotMatch(waits, /has a draft for the next school year/);
});

test('the undo takes a draft away that nobody worked on, and leaves one that somebody did', async () => {
  const { office, lena, at, offered, drafts } = await withProgrammes();
  const copy = async () => office.post(at, { programmes: await offered() });
  await copy();
  const { to } = await office.post(`${at}/take-away`);
  assert.match((await office.get(to)).text, /The drafts are taken away\./);
  assert.deepEqual(await drafts(), []);
  assert.doesNotMatch((await lena.get('/today')).text, /has a draft for the next school year/);
  assert.equal((await office.post(`${at}/take-away`)).status, 422);
  await copy();
  const [draft] = await drafts();
  const cost = { about: 'Cover for six days', kind: 'cover', amount: '1200' };
  assert.equal((await lena.post(`/programmes/${draft!.slug}/design/costs`, cost)).status, 303);
  const kept = await office.post(`${at}/take-away`);
  assert.match((await office.get(kept.to)).text, /but for one that somebody worked on/);
  assert.equal((await drafts()).length, 1);
});

test('a passage that is let go of copies nothing any more, and its drafts can be taken away still', async () => {
  const { office, href, at, offered, drafts } = await withProgrammes();
  const programmes = await offered();
  await office.post(at, { programmes });
  assert.equal((await office.post(`${href}/let-go`)).status, 303);
  const late = await office.post(at, { programmes });
  assert.equal(late.status, 422);
  assert.match(late.text, /It was let go of/);
  assert.match((await office.get(at)).text, /Take the drafts away/);
  assert.equal((await office.post(`${at}/take-away`)).status, 303);
  assert.deepEqual(await drafts(), []);
});

test('taking the passage back takes untouched drafts with it, and what the new year began with is copied singly', async () => {
  const { office, prepare, href, at, offered, drafts, comes, site, people } = await withProgrammes();
  assert.equal((await prepare(href)).status, 303);
  await office.post(at, { programmes: await offered() });
  const { to } = await office.post(`${href}/take-back`);
  assert.match((await office.get(to)).text, /Everything is as it was\. The plan/);
  assert.deepEqual(await drafts(), []);
  assert.equal((await prepare(href)).status, 303);
  await comes('2027-09-02T09:00:00Z');
  const later = await site.as(people.office);
  assert.match((await later.get(at)).text, /can still be copied from its own page/);
  assert.equal((await later.post(at, { programmes: [] })).status, 422);
  assert.equal((await later.post(`${at}/take-away`)).status, 422);
});

test('one whose leader leaves in summer is not offered', async () => {
  const { db, school, leader, offered } = await withProgrammes();
  await db
    .updateTable('member')
    .set({ ends_on: '2027-07-23' })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', leader.personId)
    .execute();
  assert.deepEqual(await offered(), []);
});
