import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { deliver } from '#test/deliver.ts';
import { makeManager } from '#test/factories.ts';
import { careScene, heldOn, offers, wished } from './care.scene.ts';

const words = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const orderOf = (text: string, ...names: string[]): number[] => names.map((name) => text.indexOf(name));

test('who waits stands first: a quiet word, then a question without an answer, then who has not met for a good while', async () => {
  const { site, school, elin, pair } = await careScene();
  const well = await pair({ names: ['Wyn Well', 'Cari Coach'] });
  await heldOn(site.db, school, well.pairingId, well.supporter, '2026-11-16');
  const overdue = await pair({ names: ['Olwen Overdue', 'Cai Coach'], startsOn: '2026-09-07' });
  await heldOn(site.db, school, overdue.pairingId, overdue.supporter, '2026-10-20');
  const wish = await pair({ names: ['Wil Wish', 'Ceri Coach'] });
  await heldOn(site.db, school, wish.pairingId, wish.supporter, '2026-11-16');
  await wished(site.db, school, wish.pairingId, wish.learner, 'Somebody gentler', site.clock.now);
  const page = await elin.get('/school/coaching');
  const at = orderOf(page.text, 'Wil Wish', 'Olwen Overdue', 'Wyn Well');
  assert.ok(at[0]! > 0 && at[0]! < at[1]! && at[1]! < at[2]!, String(at));
  assert.match(words(page.text), /In one somebody has a quiet word for you/);
  assert.match(words(page.text), /Nothing is booked, and no meeting noted since 20 October/);
  assert.doesNotMatch(page.text, /gentler/, 'its words stand on its own page alone');
});

test('a co-ordinator who mentors hears no quiet word about it, nor one of those they manage: another does', async () => {
  const { site, school, elin, elinHerself, pair, person } = await careScene();
  const own = await pair({ names: ['Wil Wish', 'not used'], supporter: elinHerself });
  const wil = await site.as(own.learner);
  const quiet = `/coaching/${own.id}/quiet`;
  assert.match(words((await wil.get(quiet)).text), /there is nobody here to hear it/);
  assert.equal((await wil.post(`/coaching/${own.id}/wish`, { wish: 'talk', words: '' })).status, 422);

  const other = await person('Mared Rees', 'mentor-co-ordinator');
  assert.match(words((await wil.get(quiet)).text), /Mared Rees will read it/);
  assert.equal(
    (await wil.post(`/coaching/${own.id}/wish`, { wish: 'another', words: 'She judges me.' })).status,
    303,
  );
  const managed = await pair({ names: ['Manon Managed', 'Ceri Coach'] });
  await makeManager(site.db, school, elinHerself, managed.learner);
  const manon = await site.as(managed.learner);
  assert.doesNotMatch(words((await manon.get(`/coaching/${managed.id}/quiet`)).text), /Elin Hughes/);
  assert.equal((await manon.post(`/coaching/${managed.id}/wish`, { wish: 'talk', words: '' })).status, 303);
  await deliver(site);

  const ids = (
    await site.db.selectFrom('quiet_wish').select('id').where('owner_id', '=', school.id).execute()
  ).map(({ id }) => `/school/coaching/wishes/${id}`);
  const mared = await site.as(other);
  for (const [browser, hears] of [
    [elin, false],
    [mared, true],
  ] as const) {
    assert.equal(/quiet word/i.test(words((await browser.get('/today')).text)), hears, 'Today');
    const list = (await browser.get('/school/coaching?waits=wish')).text;
    assert.equal(/Wil Wish/.test(list) && /Manon Managed/.test(list), hears, 'the list');
    for (const address of ids) {
      assert.equal((await browser.get(address)).status === 200, hears, address);
      if (!hears) assert.notEqual((await browser.post(`${address}/settle`)).status, 303);
    }
  }
  await elin.post(`/coaching/${own.id}/leave`);
  assert.notEqual((await elin.get(ids[0]!)).status, 200, 'nor once they left it');
});

test('a quiet word is found in the list also when its pairing has ended', async () => {
  const { site, school, elin, pair } = await careScene();
  const one = await pair({ names: ['Wil Wish', 'Ceri Coach'] });
  await wished(site.db, school, one.pairingId, one.learner, 'Talk to me', site.clock.now);
  assert.equal((await elin.post(`/school/coaching/pairings/${one.pairingId}/end`)).status, 303);
  for (const query of ['', '?waits=wish'])
    assert.match((await elin.get(`/school/coaching${query}`)).text, /Wil Wish/, query);
  assert.doesNotMatch((await elin.get('/school/coaching?waits=overdue')).text, /Wil Wish/);
});

test('days of a holiday are not counted, so nobody is overdue for having had one', async () => {
  const { site, school, elin, pair } = await careScene();
  const pairing = await pair({ names: ['Olwen Overdue', 'Cai Coach'], startsOn: '2026-09-07' });
  await heldOn(site.db, school, pairing.pairingId, pairing.supporter, '2026-10-20');
  assert.match(words((await elin.get('/school/coaching')).text), /no meeting noted since 20 October/);
  await site.db
    .insertInto('closure')
    .values({
      owner_id: school.id,
      id: randomUUID(),
      kind: 'holiday',
      name: 'Half term',
      starts_on: '2026-10-24',
      ends_on: '2026-11-01',
      created_at: site.clock.now,
    })
    .execute();
  assert.doesNotMatch(words((await elin.get('/school/coaching')).text), /no meeting noted since/);
});

test('the list is narrowed by name, by who waits and by kind, in its address, and the sheet with it', async () => {
  const { site, school, elin, pair } = await careScene();
  const one = await pair({ names: ['Núria Puig', 'Cari Coach'], kind: 'mentoring' });
  await pair({ names: ['Wyn Well', 'Dai Coach'] });
  await wished(site.db, school, one.pairingId, one.learner, '', site.clock.now);
  for (const query of ['q=nuria', 'waits=wish', 'kind=mentoring', `coach=${one.supporter.personId}`]) {
    const page = await elin.get(`/school/coaching?${query}`);
    assert.match(page.text, /Núria Puig/, query);
    assert.doesNotMatch(page.text, /Wyn Well/, query);
    const sheet = await elin.get(`/school/coaching/pairings.csv?${query}`);
    assert.equal(sheet.text.trim().split('\r\n').length, 2, query);
  }
  assert.match((await elin.get('/school/coaching?q=nobody')).text, /No pairing is like that/);
});

test('a quiet word is opened where its author sees that it was, and waits for no co-ordinator once it is settled', async () => {
  const { site, school, elin, elinHerself, pair, person } = await careScene();
  const one = await pair();
  const id = await wished(site.db, school, one.pairingId, one.learner, 'Somebody gentler', site.clock.now);
  const address = `/school/coaching/wishes/${id}`;
  assert.match((await elin.get(address)).text, /Somebody gentler/);
  const own = await site.as(one.learner);
  assert.match(words((await own.get('/me/seen')).text), /Elin Hughes/);
  for (const other of [one.supporter, await person('Owain Price', 'senior-leader')])
    assert.equal((await (await site.as(other)).get(address)).status, 403);
  assert.equal((await elin.post(`${address}/settle`)).status, 303);
  await deliver(site);
  assert.doesNotMatch(words((await elin.get('/school/coaching')).text), /A quiet word since/);
  const { done_at: done } = await site.db
    .selectFrom('quiet_wish')
    .select('settled_at as done_at')
    .where('owner_id', '=', school.id)
    .where('settled_by', '=', elinHerself.personId)
    .executeTakeFirstOrThrow();
  assert.ok(done);
  assert.equal((await elin.post(`${address}/settle`)).status, 422, 'it is settled already');
  assert.equal((await elin.post(`${address}/open-again`)).status, 303);
  assert.match(words((await elin.get('/school/coaching')).text), /A quiet word since/);
});

test('a pairing is ended softly: its people hear that it ended, read what they wrote, and it can go on again', async () => {
  const { site, elin, pair } = await careScene();
  const one = await pair();
  const address = `/school/coaching/pairings/${one.pairingId}`;
  const ended = await elin.post(`${address}/end`);
  assert.equal(ended.status, 303, ended.text);
  await deliver(site);
  const ann = await site.as(one.learner);
  assert.equal((await ann.get(`/coaching/${one.id}`)).status, 200);
  assert.match(words((await ann.get('/today')).text), /has ended it/);
  assert.equal((await ann.post(`/coaching/${one.id}/times/new`, {})).status, 422);
  assert.equal((await elin.post(`${address}/bring-back`)).status, 303);
  assert.match(words((await elin.get(address)).text), /It goes on since/);
  assert.equal((await ann.post(`${address}/end`)).status, 403, 'nobody else ends it here');
  assert.equal((await ann.post(`/coaching/${one.id}/leave`)).status, 303);
  const alone = await elin.post(`${address}/bring-back`);
  assert.match(alone.text, /Somebody left it or said no, so it stays ended/);
});

test('a mentor who offers a place is proposed; a line manager is not, nor are two who are together already', async () => {
  const { site, school, elin, person } = await careScene();
  const [ann, tomos, boss] = [
    await person('Ann Puw'),
    await person('Tomos Bevan'),
    await person('Sian Rees'),
  ];
  for (const mentor of [tomos, boss]) await offers(site.db, school, mentor, 2, site.clock.now);
  await makeManager(site.db, school, boss, ann);
  const propose = (mentor: { personId: string }) =>
    elin.post('/school/coaching/propose', {
      learner: ann.personId,
      mentor: mentor.personId,
      purpose: 'progression',
    });
  assert.match((await propose(boss)).text, /line manager/);
  const made = await propose(tomos);
  assert.equal(made.status, 303, made.text);
  assert.match(words((await elin.get(made.to)).text), /Ann Puw , learner, has not answered yet/);
  assert.match((await propose(tomos)).text, /already/);
  assert.match(
    words((await elin.get('/school/coaching/coaches')).text),
    /Tomos Bevan 0 One of 2 Mentoring one question/,
  );
});

test('five hundred pairings are looked through with one question to the database', async () => {
  const { site, school, elin, pair } = await careScene();
  const first = await pair();
  const ids = Array.from({ length: 499 }, () => ({ pairing: randomUUID(), circle: randomUUID() }));
  const copies = sql`unnest(${ids.map(({ pairing }) => pairing)}::uuid[], ${ids.map(({ circle }) => circle)}::uuid[]) n (id, circle)`;
  const one = sql`owner_id = ${school.id}`;
  await sql`insert into item (owner_id, id, kind, purpose, author_id, circle_id, excludes_managers, created_at)
    select i.owner_id, n.id, i.kind, i.purpose, i.author_id, n.circle, i.excludes_managers, i.created_at
    from item i cross join ${copies} where i.${one} and i.id = ${first.pairingId}`.execute(site.db);
  await sql`insert into pairing (owner_id, id, circle_id, kind, purpose, rhythm, every_days, minutes, asked_by, asked_at,
      agreed_at, starts_on, ends_on, with_manager, version)
    select p.owner_id, n.id, n.circle, p.kind, p.purpose, p.rhythm, p.every_days, p.minutes, p.asked_by, p.asked_at,
      p.agreed_at, p.starts_on, p.ends_on, false, 1
    from pairing p cross join ${copies} where p.${one} and p.id = ${first.pairingId}`.execute(site.db);
  await sql`insert into pairing_person (owner_id, pairing_id, person_id, part, asked_at, answer)
    select x.owner_id, n.id, x.person_id, x.part, x.asked_at, x.answer
    from pairing_person x cross join ${copies} where x.${one} and x.pairing_id = ${first.pairingId}`.execute(
    site.db,
  );
  await elin.get('/school/coaching');
  site.queries.length = 0;
  const began = performance.now();
  const page = await elin.get('/school/coaching?page=3');
  assert.match(words(page.text), /500 pairings/);
  assert.match(words(page.text), /Page 3 of 10/);
  assert.ok(site.queries.length <= 2, site.queries.map((each) => each.sql.slice(0, 90)).join('\n'));
  assert.ok(performance.now() - began < 1500, String(performance.now() - began));
});

test('a proposal that is ended before anybody answered is told to the learner, and to a mentor only who was asked', async () => {
  const { site, school, elin, person } = await careScene();
  const [ann, tomos] = [await person('Ann Puw'), await person('Tomos Bevan')];
  await offers(site.db, school, tomos, 2, site.clock.now);
  const told = async (who: typeof ann) => words((await (await site.as(who)).get('/today')).text);
  const made = await elin.post('/school/coaching/propose', {
    learner: ann.personId,
    mentor: tomos.personId,
    purpose: 'progression',
  });
  await deliver(site);
  assert.equal((await elin.post(`${made.to}/end`)).status, 303);
  await deliver(site);
  assert.match(await told(ann), /A question about mentoring or coaching has ended unanswered/);
  assert.doesNotMatch(await told(tomos), /ended unanswered/, 'nobody had asked him');
});

test('whoever has a mentor is said to, and gets another only when that is meant', async () => {
  const { site, school, elin, person, pair } = await careScene();
  const { learner } = await pair({ kind: 'mentoring' });
  assert.match(
    (await elin.get('/school/coaching/propose')).text,
    /\/coaching\/offer</,
    'whom to ask when nobody offers',
  );
  const nia = await person('Nia Ellis');
  await offers(site.db, school, nia, 2, site.clock.now);
  const sent = { learner: learner.personId, mentor: nia.personId, purpose: 'progression' };
  const page = words((await elin.get(`/school/coaching/propose?learner=${learner.personId}`)).text);
  assert.match(page, /Ann Puw \(has a mentor, or asked one: Tomos Bevan\)/);
  const back = await elin.post('/school/coaching/propose', sent);
  assert.equal(back.status, 422);
  assert.match(words(back.text), /Propose another mentor all the same/);
  assert.equal((await elin.post('/school/coaching/propose', { ...sent, another: 'yes' })).status, 303);
});

test('a time that is due by the rhythm is marked before it is overdue, and the page says when that is', async () => {
  const { site, school, elin, pair } = await careScene();
  const due = await pair({ names: ['Oliver Due', 'Cai Coach'], startsOn: '2026-09-07' });
  await heldOn(site.db, school, due.pairingId, due.supporter, '2026-11-03');
  const page = words((await elin.get('/school/coaching')).text);
  assert.match(page, /Due now: nothing is booked/);
  assert.match(page, /half as much again as their rhythm/);
  assert.doesNotMatch(page, /no meeting noted since/);
});
