import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { makePerson } from '#test/factories.ts';
import { Phone } from '#test/phone.ts';
import { pairScene, waitingOf } from '../coaching.scene.ts';
import { booked, when, works } from './meetings.scene.ts';
import { remindOfMeetings } from './remind-meetings.job.ts';

const words = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

test('a time is booked by the learner, said to have taken place by the coach, and counted in hours', async () => {
  const all = await pairScene();
  const { ann, tomos, here } = all;
  const address = await booked(all, { on_date: '2026-11-18', starts_at: '10:00', cover_minutes: '60' });
  const page = await tomos.get(address);
  assert.match(words(page.text), /in the school day, protected, 1 h of cover/);
  const held = await tomos.post(`${address}/held`, { held_minutes: '50', own_lesson: 'yes' });
  assert.equal(held.status, 303, held.text);
  const times = words((await ann.get(`${here}/times`)).text);
  assert.match(times, /50 min; about one’s own lesson/);
  assert.match(times, /In the school day 50 min/);
  assert.match(times, /1 of 1 times/);
  assert.equal((await ann.post(`${address}/not-held`)).status, 303);
  assert.match(words((await ann.get(`${here}/times`)).text), /Nothing has been held yet/);
});

test('a time that is still to come cannot have taken place, and nobody else comes near any of it', async () => {
  const all = await pairScene();
  const address = await booked(all);
  assert.equal((await all.tomos.post(`${address}/held`, { held_minutes: '45' })).status, 422);
  const other = await all.site.as(all.people.huw);
  for (const path of [address, `${all.here}/times`, `${all.here}/times/new`, `${all.here}/times/term`])
    assert.equal((await other.get(path)).status, 403, path);
  for (const path of [`${address}/call-off`, `${address}/put-back`, `${address}/not-held`])
    assert.equal((await other.post(path)).status, 403, path);
  assert.equal((await other.post(`${all.here}/times/new`, when)).status, 403);
});

test('what stands in somebody’s calendar is pointed out beside the field, and can be booked all the same', async () => {
  const all = await pairScene();
  await booked(all);
  const clash = await all.tomos.post(`${all.here}/times/new`, { ...when, starts_at: '16:00' });
  assert.equal(clash.status, 422);
  assert.match(words(clash.text), /Tomos Bevan and Ann Puw have something else then/);
  const closed = await all.tomos.post(`${all.here}/times/new`, { ...when, on_date: '2026-12-23' });
  assert.match(words(closed.text), /The school is closed on this day/);
  assert.equal(
    (await all.tomos.post(`${all.here}/times/new`, { ...when, starts_at: '16:00', anyway: 'yes' })).status,
    303,
  );
});

test('a duty of a rota is pointed out as well, and not what it is', async () => {
  const all = await pairScene();
  const { site, school, people } = all;
  const senior = await site.as(
    await makePerson(site.db, school, { name: 'Elin Hughes', roles: ['senior-leader'] }),
  );
  const rota = await senior.post('/rotas/new', {
    name: 'Gate',
    keeps_busy: 'yes',
    weekdays: ['wednesday'],
    from: '15:30',
    until: '16:00',
    needed: 1,
  });
  const { id: slot } = await site.db
    .selectFrom('rota_slot')
    .select('id')
    .where('owner_id', '=', school.id)
    .executeTakeFirstOrThrow();
  const put = await senior.post(`${rota.to}/stands`, { slot, person: people.tomos.personId });
  assert.equal(put.status, 303, put.text);
  const clash = await all.ann.post(`${all.here}/times/new`, when);
  assert.equal(clash.status, 422);
  assert.match(words(clash.text), /Tomos Bevan has something else then/);
  assert.doesNotMatch(words(clash.text), /Gate/);
  assert.equal((await all.ann.post(`${all.here}/times/new`, { ...when, starts_at: '16:00' })).status, 303);
});

test('whoever does not work on a day is named, and the hours they wrote down count', async () => {
  const all = await pairScene();
  await works(all, all.people.tomos, {
    monday: 'yes',
    wednesday: 'yes',
    wednesday_from: '08:30',
    wednesday_until: '13:00',
  });
  const late = await all.ann.post(`${all.here}/times/new`, when);
  assert.match(words(late.text), /Tomos Bevan does not work then/);
  assert.equal((await all.ann.post(`${all.here}/times/new`, { ...when, starts_at: '11:00' })).status, 303);
});

test('moving a time that the other moved meanwhile shows both, and moves nothing', async () => {
  const all = await pairScene();
  const address = await booked(all);
  const to = (on_date: string) => ({ ...when, on_date, version: '1' });
  assert.equal((await all.tomos.post(`${address}/move`, to('2026-11-26'))).status, 303);
  const stale = await all.ann.post(`${address}/move`, to('2026-11-27'));
  assert.equal(stale.status, 409);
  assert.match(stale.text, /Tomos Bevan/);
  assert.match(words((await all.ann.get(address)).text), /Thursday 26 November/);
});

test('calendars elsewhere follow when it is moved, and hear that it was called off and is on again', async () => {
  const all = await pairScene();
  const address = await booked(all);
  const link = /http:\/\/school\.example(\/calendar\/[\w/-]+\.ics)/.exec(
    (await all.ann.post('/me/calendar/link')).text,
  )![1]!;
  const phone = new Phone();
  const read = async () => {
    // Sequence numbers are whole seconds of the last change.
    all.site.clock.move(60_000);
    phone.read((await all.site.visitor().get(link)).text);
    return phone.entry('Conversation with Tomos Bevan');
  };
  assert.equal((await read())?.from, '2026-11-25 15:45');
  all.site.clock.move(60_000);
  await all.tomos.post(`${address}/move`, { ...when, on_date: '2026-11-26', version: '1' });
  assert.equal((await read())?.from, '2026-11-26 15:45');
  all.site.clock.move(60_000);
  assert.equal((await all.tomos.post(`${address}/call-off`)).status, 303);
  assert.equal(await read(), undefined);
  all.site.clock.move(60_000);
  assert.equal((await all.ann.post(`${address}/put-back`)).status, 303);
  assert.equal((await read())?.from, '2026-11-26 15:45');
});

test('when a pairing ends, what was to come is out of calendars, and what was held stays in the count', async () => {
  const all = await pairScene();
  await booked(all);
  const past = await booked(all, { on_date: '2026-11-17' });
  await all.tomos.post(`${past}/held`, { held_minutes: '45' });
  const month = async () => (await all.ann.get('/me/calendar?month=2026-11')).text;
  assert.equal((await month()).match(/Conversation with Tomos Bevan/g)?.length, 2);
  assert.equal((await all.tomos.post(`${all.here}/leave`)).status, 303);
  assert.equal((await month()).match(/Conversation with Tomos Bevan/g)?.length, 1);
  const his = (await all.tomos.get('/me/calendar?month=2026-11')).text;
  assert.equal(his.match(/Conversation with Ann Puw/g)?.length, 1, 'nor in the calendar of whoever left');
  assert.match(words((await all.ann.get(`${all.here}/times`)).text), /45 min/);
});

test('a phone that heard that a time is off takes it back when its people go on after all', async () => {
  const all = await pairScene();
  await booked(all);
  const link = /http:\/\/school\.example(\/calendar\/[\w/-]+\.ics)/.exec(
    (await all.ann.post('/me/calendar/link')).text,
  )![1]!;
  const phone = new Phone();
  const read = async () => {
    all.site.clock.move(60_000);
    await deliver(all.site);
    phone.read((await all.site.visitor().get(link)).text);
    return phone.entry('Conversation with Tomos Bevan')?.from;
  };
  assert.equal(await read(), '2026-11-25 15:45');
  await all.tomos.post(`${all.here}/leave`);
  assert.equal(await read(), undefined);
  assert.equal((await all.tomos.post(`${all.here}/come-back`)).status, 303);
  assert.equal(await read(), '2026-11-25 15:45');
});

test('both are asked whether it took place when it is over, and neither once one of them said so', async () => {
  const all = await pairScene();
  const address = await booked(all, { on_date: '2026-11-18', starts_at: '15:00' });
  const zone = 'Europe/London';
  await remindOfMeetings(all.site.services, { id: all.school.id, zone });
  for (const person of [all.people.ann, all.people.tomos])
    assert.deepEqual(await waitingOf(all, person), ['coaching.say-held']);
  await all.tomos.post(`${address}/held`, { held_minutes: '45' });
  await remindOfMeetings(all.site.services, { id: all.school.id, zone });
  assert.deepEqual(await waitingOf(all, all.people.ann), []);
});

test('when the rhythm has passed and nothing is booked, its two people hear of it and nobody else', async () => {
  const all = await pairScene();
  const remind = () => remindOfMeetings(all.site.services, { id: all.school.id, zone: 'Europe/London' });
  await remind();
  assert.deepEqual(await waitingOf(all, all.people.ann), ['coaching.nothing-booked']);
  assert.deepEqual(await waitingOf(all, all.people.huw), []);
  const address = await booked(all);
  await remind();
  assert.deepEqual(await waitingOf(all, all.people.ann), []);
  await all.tomos.post(`${address}/call-off`);
  all.site.clock.set('2026-12-23T10:00:00Z');
  await remind();
  assert.deepEqual(await waitingOf(all, all.people.ann), [], 'nobody is asked to book in the holidays');
});
