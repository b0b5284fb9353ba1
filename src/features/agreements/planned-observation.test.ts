import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingsChanged } from '#platform/access/standing.ts';
import { newId } from '#platform/db/ids.ts';
import { joinCircle } from '#test/factories.ts';
import type { Browser, Fields } from '#test/site.ts';
import { atOnce, idIn, scene, waitingOn } from './agreements.scene.ts';

const planIn = (text: string): string => /observations\/([0-9a-f-]{36})\/call-off/.exec(text)![1]!;

/** An agreement in force with one planned observation, opened as a page of its own by the one who observes. */
async function opened(on = '2026-11-25', more: Fields = {}) {
  const all = await scene();
  const href = await all.inForce();
  const plan = planIn((await all.teacher.get(href)).text);
  const partnership = href.split('/').at(-1)!;
  const address = `/my-learning/observations/new?partnership=${partnership}&plan=${plan}`;
  const sent = {
    plan,
    with: `${partnership} ${all.idOf('partner')}`,
    role: 'observer',
    on_date: on,
    starts_at: '10:15',
    minutes: '50',
    place: 'Room 4',
    ...more,
  };
  const answer = await all.teacher.post('/my-learning/observations/new', sent);
  assert.equal(answer.status, 303, answer.text);
  await all.jobs();
  return { ...all, href, plan, address, sent, answer, record: answer.to };
}

/** What other programs read of somebody's calendar. */
async function feedOf({ site }: Awaited<ReturnType<typeof scene>>, browser: Browser): Promise<string> {
  const { text } = await browser.post('/me/calendar/link');
  const feed = await site.visitor().get(/\/calendar\/[\w-]+\.ics/.exec(text)![0]);
  return feed.text.replace(/\r\n[ \t]/g, '');
}

test('a planned observation leads to a form that knows who, when and where', async () => {
  const { inForce, teacher, partner } = await scene();
  const href = await inForce();
  const [, link] = /href="(\/my-learning\/observations\/new\?[^"]+)"/.exec((await teacher.get(href)).text)!;
  const mine = (await teacher.get(link!.replaceAll('&amp;', '&'))).text;
  assert.match(mine, /You observe Tomos Bevan, as your agreement says/);
  for (const value of ['2026-11-25', '10:15', 'Room 4']) assert.match(mine, new RegExp(`value="${value}"`));
  const theirs = (await partner.get(link!.replaceAll('&amp;', '&'))).text;
  assert.match(theirs, /Ffion Puw observes you, as your agreement says/);
});

test('what the agreement alone holds is among one’s observations, with the way there, until it has a page', async () => {
  const { inForce, teacher, partner, world, site } = await scene();
  const href = await inForce();
  const list = async (browser: typeof teacher) => (await browser.get('/my-learning/observations')).text;
  for (const [browser, says] of [
    [teacher, 'You observe Tomos Bevan'],
    [partner, 'Ffion Puw observes you'],
  ] as const) {
    const page = await list(browser);
    assert.match(page, new RegExp(`Planned in your agreements[^]*${href}#observations"[^>]*>${says}`));
    assert.doesNotMatch(page, /Nothing is agreed yet/);
  }
  assert.doesNotMatch(await list(await site.as(world.people.colleague)), /Planned in your agreements/);
  await teacher.post(`${href}/observations/${planIn((await teacher.get(href)).text)}/call-off`);
  assert.doesNotMatch(await list(teacher), /Planned in your agreements/);
});

test('what both signed needs no second yes; on another day or at another time it does', async () => {
  const kept = await opened();
  assert.match((await kept.partner.get(kept.record)).text, /Agreed for Wednesday 25 November, 10:15/);
  const moved = await opened('2026-11-27');
  assert.match((await moved.partner.get(moved.record)).text, /Agree to it/);
  const earlier = await opened('2026-11-25', { starts_at: '08:00' });
  assert.match((await earlier.partner.get(earlier.record)).text, /Agree to it/);
  const elsewhere = await opened('2026-11-25', { place: 'The hall' });
  assert.match((await elsewhere.partner.get(elsewhere.record)).text, /Agreed for Wednesday 25 November/);
});

test('both prepare it in the same moment, and it has one page', async () => {
  const { site, world, inForce, teacher, partner, idOf } = await scene();
  const href = await inForce();
  const plan = planIn((await teacher.get(href)).text);
  const when = { plan, on_date: '2026-11-25', starts_at: '10:15', minutes: '50' };
  const prepare = (browser: Browser, other: string, role: string) => () =>
    browser.post('/my-learning/observations/new', { ...when, with: `${idIn(href)} ${other}`, role });
  const answers = await atOnce(
    site.db,
    (tx) =>
      tx
        .selectFrom('agreement_observation')
        .select('id')
        .where('owner_id', '=', world.school.id)
        .where('id', '=', plan)
        .forUpdate()
        .execute(),
    prepare(teacher, idOf('partner'), 'observer'),
    prepare(partner, idOf('teacher'), 'observed'),
  );
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 422]);
});

test('the form that comes back is about the partnership that planned it, also with the same colleague in another', async () => {
  const { site, world, inForce, teacher, idOf } = await scene();
  const href = await inForce();
  const plan = planIn((await teacher.get(href)).text);
  const another = newId();
  const circle = { kind: 'partnership', name: 'A first one', excludesManagers: true };
  for (const who of ['teacher', 'partner'] as const)
    await joinCircle(site.db, world.school, another, world.people[who], 'partner', circle);
  await standingsChanged(site.db, world.school.id);
  const chosen = `${idIn(href)} ${idOf('partner')}`;
  const back = await teacher.post('/my-learning/observations/new', {
    plan,
    with: chosen,
    role: 'observer',
    on_date: '2026-11-25',
    starts_at: '10:15',
    minutes: 'long',
  });
  assert.equal(back.status, 422);
  assert.match(back.text, new RegExp(`name="with" value="${chosen}"`));
  assert.doesNotMatch(back.text, new RegExp(another));
});

test('the agreement leads the two to its page, and a second one is not opened', async () => {
  const { teacher, partner, href, record, address, sent } = await opened();
  for (const each of [teacher, partner])
    assert.match((await each.get(href)).text, new RegExp(`href="${record}"[^>]*>Go to its page`));
  assert.equal((await partner.get(address)).to, record);
  assert.equal((await teacher.post('/my-learning/observations/new', sent)).status, 422);
});

test('it stands in each calendar and feed once, on the day it was moved to', async () => {
  const all = await opened();
  const { teacher, partner, record, sent } = all;
  assert.equal((await teacher.get('/me/calendar')).text.match(/>You observe Tomos Bevan/g)?.length, 1);
  const { plan: _plan, with: _with, role: _role, ...when } = sent;
  await teacher.post(`${record}/arrange`, { ...when, on_date: '2026-11-26', version: 1 });
  const feed = await feedOf(all, partner);
  assert.deepEqual(feed.match(/SUMMARY:Ffion Puw observes you/g)?.length, 1);
  assert.match(feed, /DTSTART:20261126T101500Z/);
  assert.match(feed, /SUMMARY:Look at the agreement again with Ffion Puw/);
});

test('its reminders are those of its own page, and those of the agreement stop', async () => {
  const { teacher } = await opened();
  const waits = waitingOn(await teacher.get('/today'));
  assert.match(waits, /An observation: say whether it took place/);
  assert.doesNotMatch(waits, /An observation in your partnership/);
});

test('once it took place the agreement says so and its review is due; taken back, neither', async () => {
  const { site, teacher, partner, href, plan, record, jobs } = await opened();
  site.clock.set('2026-11-25T12:00:00Z');
  await teacher.post(`${record}/done`);
  await jobs();
  const said = (await partner.get(href)).text;
  assert.match(said, /It took place\./);
  assert.match(said, /the first observation has been/);
  assert.match(waitingOn(await partner.get('/today')), /agreement again[^<]*<\/a>, due today/);
  assert.equal((await partner.post(`${href}/observations/${plan}/not-done`)).status, 422);
  await teacher.post(`${record}/not-done`);
  await jobs();
  assert.doesNotMatch((await partner.get(href)).text, /It took place\.|first observation has been/);
});

test('one that the partners noted as having been can be written up afterwards, and has been', async () => {
  const { site, inForce, teacher, idOf } = await scene();
  const href = await inForce();
  const plan = planIn((await teacher.get(href)).text);
  site.clock.set('2026-11-25T12:00:00Z');
  await teacher.post(`${href}/observations/${plan}/done`);
  assert.match((await teacher.get(href)).text, /Write what you noticed/);
  const { to } = await teacher.post('/my-learning/observations/new', {
    plan,
    with: `${href.split('/').at(-1)} ${idOf('partner')}`,
    role: 'observer',
    on_date: '2026-11-25',
    starts_at: '10:20',
    minutes: '50',
  });
  assert.match((await teacher.get(to)).text, /It took place Wednesday 25 November/);
});

test('called off on its page, the agreement waits for it again', async () => {
  const { teacher, href, record, jobs } = await opened();
  await teacher.post(`${record}/call-off`);
  await jobs();
  assert.match((await teacher.get(href)).text, />Prepare it</);
  assert.match(waitingOn(await teacher.get('/today')), /An observation in your partnership/);
});

test('somebody else’s plan is not taken for one’s own', async () => {
  const { site, partner, idOf, sent, world } = await opened();
  const answer = await partner.post('/my-learning/observations/new', {
    ...sent,
    with: sent.with.replace(idOf('partner'), idOf('teacher')),
    role: 'observer',
  });
  assert.equal(answer.status, 303, answer.text);
  const row = await site.db
    .selectFrom('observation')
    .select(['plan_id', 'accepted_at'])
    .where('owner_id', '=', world.school.id)
    .where('id', '=', answer.to.split('/').at(-1)!)
    .executeTakeFirstOrThrow();
  assert.deepEqual(row, { plan_id: null, accepted_at: null });
});
