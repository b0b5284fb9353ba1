import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { presentCoaching } from '../../present-coaching.ts';
import type { Kind } from '../../together.ts';
import { pairScene } from '../../coaching.scene.ts';

/** A conversation of today. */
async function talking(kind: Kind = 'specialist-coaching') {
  const all = await pairScene({ kind });
  const begun = await all.ann.post(`${all.here}/conversations`, { on_date: '2026-11-18' });
  assert.equal(begun.status, 303, begun.text);
  return { ...all, talk: begun.to };
}

const headings = (page: string): string[] =>
  [...page.matchAll(/<h[23]>([^<]+)<\/h[23]>/g)].map(([, words]) => words!.trim());

test('both write in one conversation, part by part, and each reads the other', async () => {
  const { ann, tomos, talk } = await talking();
  assert.equal((await tomos.post(`${talk}/parts/noticed`, { text: 'Four wrote', version: '0' })).status, 303);
  assert.equal((await ann.post(`${talk}/parts/next`, { text: 'On Thursday', version: '0' })).status, 303);
  for (const browser of [ann, tomos])
    assert.match((await browser.get(talk)).text, /Four wrote[^]*On Thursday/);
});

test('what was noticed comes before what is made of it', async () => {
  const { ann, talk } = await talking();
  assert.match((await ann.get(talk)).text, /First what was noticed; then this/);
  assert.equal((await ann.get(`${talk}/parts/made`)).status, 404);
  assert.equal((await ann.post(`${talk}/parts/made`, { text: 'They dared', version: '0' })).status, 404);
  await ann.post(`${talk}/parts/noticed`, { text: 'Four wrote', version: '0' });
  assert.equal((await ann.post(`${talk}/parts/made`, { text: 'They dared', version: '0' })).status, 303);
});

test('co-coaches plan first and change places half-way: each is asked, each answers', async () => {
  const { ann, talk, people } = await talking('co-coaching');
  const { text } = await ann.get(talk);
  assert.deepEqual(headings(text).slice(0, 10), [
    'What we plan together',
    'What was noticed',
    'What we make of it',
    'Ann Puw is the learner',
    'What Ann Puw is asked',
    'What Ann Puw answers',
    'Now you change places: Tomos Bevan is the learner',
    'What Tomos Bevan is asked',
    'What Tomos Bevan answers',
    'Next steps',
  ]);
  const part = `${talk}/parts/answers-${people.tomos.personId}`;
  assert.equal((await ann.post(part, { text: 'I would wait', version: '0' })).status, 303);
  assert.equal((await ann.get(`${talk}/parts/answers-${people.huw.personId}`)).status, 404);
});

test('questions of the kind of relationship stand beside the part', async () => {
  const { ann, talk } = await talking();
  const noticed = (await ann.get(`${talk}/parts/noticed`)).text;
  assert.match(noticed, /What were you thinking at that moment\?/);
  assert.match(noticed, /When you are stuck/);
  const co = await talking('co-coaching');
  assert.match((await co.ann.get(`${co.talk}/parts/plan`)).text, /Then you ask me the same of mine/);
});

test('two people saving the same part: both texts are shown, none is lost, and earlier ones are kept', async () => {
  const { ann, tomos, talk } = await talking();
  const save = (browser: typeof ann, text: string, version: string) =>
    browser.post(`${talk}/parts/noticed`, { text, version });
  assert.equal((await save(ann, 'Ann saw four', '0')).status, 303);
  const second = await save(tomos, 'Tomos saw five', '0');
  assert.equal(second.status, 409);
  assert.match(second.text, /Ann Puw saved this on[^]*Tomos saw five[^]*Ann saw four/);
  assert.equal((await save(tomos, 'We saw five', '1')).status, 303);
  const page = (await ann.get(`${talk}/parts/noticed`)).text;
  assert.match(page, /One earlier version[^]*Ann saw four/);
});

test('a conversation begins from a time together, once', async () => {
  const { site, school, ann, tomos, here, pairingId, people } = await pairScene();
  const id = newId(site.clock.now);
  await site.db
    .insertInto('coaching_meeting')
    .values({
      owner_id: school.id,
      id,
      pairing_id: pairingId,
      kind: 'conversation',
      on_date: '2026-11-17',
      minutes: 45,
      place: '',
      in_school_day: true,
      protected: true,
      cover_minutes: 0,
      booked_by: people.ann.personId,
      booked_at: site.clock.now,
      changed_at: site.clock.now,
      version: 1,
    })
    .execute();
  assert.match((await ann.get(`${here}/conversations`)).text, new RegExp(`value="${id}"`));
  const first = await ann.post(`${here}/conversations`, { on_date: '2026-11-18', meeting: id });
  const second = await tomos.post(`${here}/conversations`, { on_date: '2026-11-18', meeting: id });
  assert.equal(second.to, first.to);
  assert.match((await ann.get(first.to)).text, /Conversation of Tuesday 17 November/);
  const foreign = { on_date: '2026-11-18', meeting: newId(site.clock.now) };
  assert.equal((await ann.post(`${here}/conversations`, foreign)).status, 422);
});

test('a conversation is not written down before its day has come', async () => {
  const { ann, here } = await pairScene();
  const early = await ann.post(`${here}/conversations`, { on_date: '2026-11-19' });
  assert.equal(early.status, 422);
  assert.match(early.text, /This day is still to come/);
  assert.match((await ann.get(`${here}/conversations`)).text, /No conversation is written down yet/);
});

test('whoever began a conversation puts its day right', async () => {
  const { ann, tomos, talk } = await talking();
  assert.match((await ann.get(talk)).text, /Change the day/);
  assert.doesNotMatch((await tomos.get(talk)).text, /Change the day/);
  assert.equal((await tomos.post(`${talk}/day`, { on_date: '2026-11-16' })).status, 403);
  assert.equal((await ann.post(`${talk}/day`, { on_date: '2026-11-19' })).status, 422);
  assert.equal((await ann.post(`${talk}/day`, { on_date: '2026-11-16' })).status, 303);
  assert.match((await tomos.get(talk)).text, /Conversation of Monday 16 November/);
});

test('a conversation that was taken away is gone from the list and comes back with its words', async () => {
  const { ann, tomos, here, talk } = await talking();
  await ann.post(`${talk}/parts/noticed`, { text: 'Four wrote', version: '0' });
  await tomos.post(`${talk}/end`);
  assert.match((await ann.get(`${here}/conversations`)).text, /No conversation is written down yet/);
  assert.equal((await ann.post(`${talk}/parts/next`, { text: 'x', version: '0' })).status, 422);
  await ann.post(`${talk}/bring-back`);
  assert.match((await tomos.get(talk)).text, /Four wrote/);
});

test('a draft of a part is there on another device', async () => {
  const { site, ann, talk, people } = await talking();
  const key = `coaching-conversation:${talk.split('/').at(-1)!}:noticed`;
  await ann.post('/drafts/keep', { text: 'Half a thought', draft_key: key, version: 0 });
  const elsewhere = await site.as(people.ann);
  assert.match((await elsewhere.get(`${talk}/parts/noticed`)).text, /Half a thought/);
});

test('by law all of it is shown, and what was noted and suggested with it', async () => {
  const { site, school, ann, tomos, here, talk, id } = await talking('mentoring');
  await ann.post(`${talk}/parts/noticed`, { text: 'Four wrote', version: '0' });
  await ann.post(`${talk}/notes`, { subject: 'Waiting', words: 'Five seconds' });
  await tomos.post(`${here}/support`, { what: 'Watch Nia', who: 'Nia Lloyd', link: '', by_on: '' });
  const { fields } = await presentCoaching(site.db, school.id, id);
  for (const words of [/Four wrote/, /Waiting\nFive seconds/, /Watch Nia\nNia Lloyd/])
    assert.ok(
      fields.some(({ text }) => words.test(text)),
      String(words),
    );
});
