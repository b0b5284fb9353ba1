import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeManager } from '#test/factories.ts';
import { Phone } from '#test/phone.ts';
import { scene } from './core.scene.ts';
import { begun } from './cycles/cycles.scene.ts';

/** Three co-coaches. One leaves; the other two go on, and write in every place there is. */

const time = {
  on_date: '2026-11-24',
  starts_at: '15:45',
  minutes: '30',
  kind: 'conversation',
  place: 'Before room',
  cover_minutes: '0',
  anyway: 'yes',
};
const support = (what: string) => ({ what, who: 'The library', link: '', by_on: '' });
const note = (subject: string, more: Record<string, string> = {}) => ({
  subject,
  words: '',
  initiator: '',
  stimulus: '',
  tone: '',
  scale: '',
  timeframe: '',
  ...more,
});

/** Each of these words was written after one had left; none is theirs to read. */
const since = /Of the two/;

async function left() {
  const all = await scene();
  const { as, together, done, site, whole } = all;
  const href = await together('co-coaching', ['partner', 'colleague']);
  const [teacher, partner, gone] = [await as('teacher'), await as('partner'), await as('colleague')];
  const write = (text: string, version: number) =>
    teacher.post(`${conversation}/parts/noticed`, { text, version });
  const first = Object.keys(whole('co-coaching', 0)).find((name) => name.startsWith('part-'))!;
  const agree = (text: string, version: number) =>
    teacher.post(`${href}/agreement/write`, whole('co-coaching', version, { [first]: text }));

  const conversation = done(await teacher.post(`${href}/conversations`, { on_date: '2026-11-18' })).to;
  done(await write('Before part', 0));
  done(await teacher.post(`${conversation}/notes`, note('Before stretch')));
  done(await teacher.post(`${conversation}/notes`, note('Before stretch that changes')));
  done(await teacher.post(`${href}/support`, support('Before support')));
  done(await teacher.post(`${href}/support`, support('Before support that is answered')));
  done(await agree('Before agreement', 0));
  const kept = done(await teacher.post(`${href}/times/new`, time)).to;
  const moved = done(await teacher.post(`${href}/times/new`, { ...time, on_date: '2026-11-25' })).to;
  const goal = await begun({ here: href }, teacher, { goal: 'Before goal of mine' });
  const feed = /http:\/\/school\.example(\/calendar\/[\w/-]+\.ics)/.exec(
    (await gone.post('/me/calendar/link')).text,
  )![1]!;
  const notes = (await teacher.get(`${conversation}/notes`)).text;
  const supports = (await partner.get(`${href}/support`)).text;

  site.clock.move(60_000);
  done(await gone.post(`${href}/leave`));
  site.clock.move(60_000);

  done(await write('Of the two: part', 1));
  const [, changing] = [...notes.matchAll(/notes\/([\w-]+)\/edit/g)].map(([, id]) => id!);
  done(
    await teacher.post(`${conversation}/notes/${changing}/edit`, {
      ...note('Of the two: change'),
      version: 1,
    }),
  );
  done(await teacher.post(`${conversation}/notes`, note('Of the two: stretch')));
  // The latest suggestion stands first.
  const answered = /support\/([\w-]+)\/answer/.exec(supports)![1]!;
  done(
    await partner.post(`${href}/support/${answered}/answer`, {
      state: 'happened',
      came_of_it: 'Of the two: answer',
      version: 1,
    }),
  );
  done(await teacher.post(`${href}/support`, support('Of the two: support')));
  done(await agree('Of the two: agreement', 1));
  const later = done(await teacher.post(`${href}/times/new`, { ...time, place: 'Of the two: room' })).to;
  done(
    await teacher.post(`${moved}/move`, {
      ...time,
      on_date: '2026-11-26',
      place: 'Of the two: move',
      version: 1,
    }),
  );
  const begunSince = done(await teacher.post(`${href}/conversations`, { on_date: '2026-11-17' })).to;
  done(await teacher.post(`${begunSince}/parts/noticed`, { text: 'Of the two: conversation', version: 0 }));
  return { ...all, href, teacher, gone, conversation, begunSince, kept, moved, later, goal, feed, agree };
}

test('who left reads on every page what was there, and nothing of what came since', async () => {
  const { href, teacher, gone, conversation } = await left();
  const pages: [string, RegExp | null][] = [
    [href, /Before support\b/],
    [`${href}/agreement/history`, /Before agreement/],
    [`${href}/conversations`, /1 conversation\b/],
    [conversation, /Before part/],
    [`${conversation}/notes`, /Before stretch/],
    [`${href}/talk`, null],
    [`${href}/talk?conversation=${conversation.split('/').at(-1)}`, null],
    [`${href}/support`, /Before support\b/],
    [`${href}/times`, /24 November/],
    ['/coaching', /You left on/],
    ['/my-learning', null],
    ['/me/calendar?month=2026-11', null],
    ['/today', null],
  ];
  for (const [address, there] of pages) {
    const { status, text } = await gone.get(address);
    assert.equal(status, 200, address);
    if (there) assert.match(text, there, address);
    assert.doesNotMatch(text.replace(/<script[\s\S]*?<\/script>/g, ''), since, address);
  }
  // Were it hidden from those who stay as well, the above would say nothing.
  const seen = await Promise.all(
    [conversation, `${conversation}/notes`, `${href}/support`, `${href}/agreement/history`].map(
      async (address) => (await teacher.get(address)).text,
    ),
  );
  for (const [at, text] of seen.entries()) assert.match(text, since, `page ${at}`);
});

test('what changed since is counted nowhere for who left', async () => {
  const { href, teacher, gone } = await left();
  const parts = async (who: typeof gone) => (await who.get(`${href}/conversations`)).text;
  assert.match(await parts(gone), /one part written<|one part written;/);
  assert.match(await parts(gone), /one stretch noted/);
  assert.match(await parts(teacher), /3 stretches noted/);
  assert.match((await gone.get(`${href}/talk`)).text, /\b1 stretch|one stretch/i);
  assert.doesNotMatch((await gone.get(href)).text, /waits to be signed/);
});

test('a conversation begun and a time booked since are not there, by their own address either', async () => {
  const { gone, teacher, begunSince, later, kept, moved } = await left();
  for (const address of [begunSince, `${begunSince}/notes`, later, moved]) {
    assert.equal((await gone.get(address)).status, 404, address);
    assert.equal((await teacher.get(address)).status, 200, address);
  }
  assert.equal((await gone.get(kept)).status, 200);
});

test('a day on which they were there still is theirs, though others say later that it took place', async () => {
  const all = await scene();
  const { as, together, done, site } = all;
  const href = await together('co-coaching', ['partner', 'colleague']);
  const [teacher, gone] = [await as('teacher'), await as('colleague')];
  const met = done(await teacher.post(`${href}/times/new`, { ...time, on_date: '2026-11-18' })).to;
  site.clock.move(60_000);
  done(await gone.post(`${href}/leave`));
  site.clock.set('2026-11-20T09:00:00Z');
  done(await teacher.post(`${met}/held`, { held_minutes: '30', own_lesson: 'yes', practised: 'no' }));
  assert.match((await gone.get(met)).text, /It took place/);
});

test('goals shared with the pairing close to who left, and the calendar follows nothing of the others', async () => {
  const { goal, gone, site, feed, href } = await left();
  assert.equal((await gone.get(goal)).status, 403);
  assert.doesNotMatch((await gone.get(href)).text, /Before goal of mine/);
  const phone = new Phone();
  const sent = (await site.visitor().get(feed)).text;
  phone.read(sent);
  assert.doesNotMatch(sent, since);
  assert.equal(phone.entry('Conversation with'), undefined, 'what was to come is off');
});

test('who left is shown the agreement as it stood when nobody changed it, without who signed it later', async () => {
  const { as, together, done, site, whole } = await scene();
  const href = await together('co-coaching', ['partner', 'colleague']);
  const [teacher, gone] = [await as('teacher'), await as('colleague')];
  done(await teacher.post(`${href}/agreement/write`, whole('co-coaching', 0)));
  site.clock.move(60_000);
  done(await gone.post(`${href}/leave`));
  site.clock.move(60_000);
  done(await teacher.post(`${href}/agreement/sign`, { version: 1 }));
  const signed = /Signed by/;
  for (const below of ['/agreement', '/agreement/history']) {
    assert.match((await teacher.get(href + below)).text, signed, below);
    assert.doesNotMatch((await gone.get(href + below)).text, signed, below);
  }
  assert.match((await gone.get(`${href}/agreement`)).text, /As it stood when you left/);
});

test('who manages whom among those who stay is not said to who left', async () => {
  const { as, together, done, site, db, world } = await scene();
  const href = await together('co-coaching', ['partner', 'colleague']);
  const [teacher, gone] = [await as('teacher'), await as('colleague')];
  done(await gone.post(`${href}/leave`));
  site.clock.move(60_000);
  await makeManager(db, world.school, world.people.partner, world.people.teacher);
  assert.match((await teacher.get(href)).text, /has become your line manager/);
  assert.doesNotMatch((await gone.get(href)).text, /line manager/);
});
