import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { joinCircle, makeManager, makePerson, makeSchool, type TestPerson } from '#test/factories.ts';
import type { Browser } from '#test/site.ts';
import { role } from '#features/people/index.ts';
import { ask, scene, send } from './needs.scene.ts';
import { takeAwayNeeds } from './needs.take-away.ts';

test('the form says before anything is written who will read it, with what name', async () => {
  const { site, ann, asLeader } = await scene();
  await ask(site, asLeader);
  const form = await (await site.as(ann)).get('/needs/autumn-needs');
  assert.equal(form.status, 200);
  assert.ok(
    form.text.indexOf('The CPD leader sees who wrote what') < form.text.indexOf('<form action="/needs'),
  );
  assert.match(
    form.text,
    /Nothing of it goes to appraisal\. Each day on which somebody reads your answer stands/,
  );
  assert.match(form.text, /Welsh in every lesson/);
  assert.match(form.text, /name="draft_key" value="needs:/);
});

test('own words are enough; an empty answer is sent back with what to do', async () => {
  const { site, ann, asLeader } = await scene();
  await ask(site, asLeader);
  const asAnn = await site.as(ann);
  const nothing = await send(asAnn, { 'can-offer-words': 'Phonics games' });
  assert.equal(nothing.status, 422);
  assert.match(nothing.text, /Name at least one need/);
  assert.match(nothing.text, /Phonics games/);
  assert.equal(
    (await send(asAnn, { 'most-1-words': 'Someone to watch me teach fractions' })).to,
    '/needs/autumn-needs/mine',
  );
  assert.match((await asAnn.get('/needs/autumn-needs/mine')).text, /watch me teach fractions/);
});

test('topics stand side by side, the one on both sides is spoken of, and each opens who said it', async () => {
  const { site, ann, bea, asLeader } = await scene();
  const topics = await ask(site, asLeader);
  const questioning = topics.get('Questioning and discussion')!;
  await send(await site.as(ann), {
    'most-1-topic': questioning,
    'most-1-words': 'With my quiet class',
    'how-identified': ['colleagues'],
  });
  await send(await site.as(bea), { 'most-1-topic': questioning });
  assert.match((await asLeader.get('/school/needs/autumn-needs/waiting')).text, /Rhian Puw/);
  await send(asLeader, { 'least-1-topic': questioning });
  const results = await asLeader.get('/school/needs/autumn-needs');
  assert.match(results.text, /3 of 3 have answered/);
  assert.match(results.text, /Questioning and discussion, most needed: 2 people/);
  assert.match(results.text, /Questioning and discussion, least needed: 1 person/);
  assert.match(results.text, /Self-report/);
  const said = await asLeader.get(`/school/needs/autumn-needs/said?topic=${questioning}&side=most`);
  assert.match(said.text, /Ann Rees/);
  assert.match(said.text, /With my quiet class/);
  assert.match(said.text, /Talking with colleagues/);
  assert.match(said.text, /2 needs/);
});

test('a topic high on both sides is explained rather than averaged', async () => {
  const { site, school, asLeader } = await scene();
  const questioning = (await ask(site, asLeader)).get('Questioning and discussion')!;
  for (const side of ['most', 'most', 'most', 'least', 'least', 'least'])
    await send(await site.as(await makePerson(site.db, school)), { [`${side}-1-topic`]: questioning });
  assert.match(
    (await asLeader.get('/school/needs/autumn-needs')).text,
    /“Questioning and discussion” stands high on both sides/,
  );
});

test('nobody but the CPD leader reads who said what, whatever their role', async () => {
  const { site, school, ann, asLeader } = await scene();
  await ask(site, asLeader);
  await send(await site.as(ann), { 'most-1-words': 'A quiet word about my Year 9' });
  const other = await makeSchool(site.db, 'Ysgol Arall');
  const manager = await makePerson(site.db, school, { name: 'Line manager' });
  await makeManager(site.db, school, manager, ann);
  const people: TestPerson[] = [manager, await makePerson(site.db, other, { roles: [role.cpdLeader] })];
  for (const name of [
    role.head,
    role.seniorLeader,
    role.administrator,
    role.governor,
    role.safeguardingLead,
    role.coordinator,
  ])
    people.push(await makePerson(site.db, school, { roles: [name] }));
  for (const kind of ['pupil', 'family', 'guest'] as const)
    people.push(await makePerson(site.db, school, { kind }));
  for (const person of people) {
    const browser = await site.as(person);
    for (const path of ['', '/said', '/waiting', '/answers.csv']) {
      const answer = await browser.get(`/school/needs/autumn-needs${path}`);
      assert.ok([403, 404].includes(answer.status), `${person.name} ${path} ${answer.status}`);
      assert.doesNotMatch(answer.text, /quiet word/);
    }
    for (const path of ['close', 'open-again', 'reopen', 'remind', 'release', 'withhold', 'join']) {
      const answer = await browser.post(`/school/needs/autumn-needs/${path}`, {
        closes_on: '2027-01-01',
        need: newId(),
        to: 'individual',
      });
      assert.ok([403, 404].includes(answer.status), `${person.name} POST ${path} ${answer.status}`);
    }
    assert.doesNotMatch((await browser.get('/needs/autumn-needs/mine')).text, /quiet word/);
  }
  assert.match((await asLeader.get('/school/needs/autumn-needs/said')).text, /quiet word/);
});

test('pupils and guests are not asked, even in a unit whose staff are', async () => {
  const { site, school, ann, bea, asLeader } = await scene();
  const unit = newId();
  const row = { owner_id: school.id, created_at: site.clock.now };
  await site.db
    .insertInto('unit')
    .values({ ...row, id: unit, kind: 'class', name: '4B', sort_name: '4b' })
    .execute();
  const pupil = await makePerson(site.db, school, { kind: 'pupil' });
  for (const person of [ann, pupil])
    await site.db
      .insertInto('membership')
      .values({ ...row, id: newId(), unit_id: unit, person_id: person.personId, part: 'member' })
      .execute();
  await ask(site, asLeader, { whom: 'units', unit });
  assert.equal((await (await site.as(ann)).get('/needs/autumn-needs')).status, 200);
  for (const person of [bea, pupil, await makePerson(site.db, school, { kind: 'guest' })]) {
    const browser = await site.as(person);
    assert.equal((await browser.get('/needs/autumn-needs')).status, 403);
    assert.equal((await send(browser, { 'most-1-words': 'mine' })).status, 403);
  }
  const waiting = await asLeader.get('/school/needs/autumn-needs/waiting');
  assert.match(waiting.text, /1 person has not answered/);
  assert.match(waiting.text, /Ann Rees/);
});

test('saving from two devices shows both texts and loses neither', async () => {
  const { site, ann, asLeader } = await scene();
  await ask(site, asLeader);
  const [phone, desk] = [await site.as(ann), await site.as(ann)];
  await send(phone, { 'most-1-words': 'First words' });
  const first = await send(desk, { 'most-1-words': 'Words from the desk' });
  assert.equal(first.status, 409);
  assert.match(first.text, /First words/);
  assert.match(first.text, /Words from the desk/);
  await send(phone, { version: 1, 'most-1-words': 'Second words' });
  const second = await send(desk, { version: 1, 'most-1-words': 'Words from the desk' });
  assert.equal(second.status, 409);
  assert.match(second.text, /Second words/);
  assert.match(
    JSON.stringify(
      await site.db
        .selectFrom('text_version')
        .select('body')
        .where('owner_id', '=', ann.organisationId)
        .execute(),
    ),
    /First words/,
  );
});

test('a need is joined to a priority and a programme, and its author sees the line', async () => {
  const { site, school, leader, ann, asLeader } = await scene();
  await asLeader.post('/school/priorities', { title: 'Talk for learning', starts_on: '2026-09-01' });
  const programme = newId();
  await joinCircle(site.db, school, programme, leader, 'leader', {
    kind: 'programme',
    name: 'Reading together',
  });
  await ask(site, asLeader);
  const asAnn = await site.as(ann);
  await send(asAnn, {
    'most-1-words': 'Class talk',
    'most-2-words': 'Maps',
    'least-1-words': 'Another tablet',
  });
  const needs = await site.db
    .selectFrom('need')
    .select(['id', 'words'])
    .where('owner_id', '=', school.id)
    .execute();
  const idOf = (words: string) => needs.find((need) => need.words === words)!.id;
  const priority = (
    await site.db
      .selectFrom('school_priority')
      .select('id')
      .where('owner_id', '=', school.id)
      .executeTakeFirstOrThrow()
  ).id;
  await asLeader.post('/school/needs/autumn-needs/join', {
    need: idOf('Class talk'),
    to: priority,
    programme,
  });
  await asLeader.post('/school/needs/autumn-needs/join', { need: idOf('Maps'), to: 'individual' });
  const mine = await asAnn.get('/needs/autumn-needs/mine');
  assert.match(mine.text, /Joined to the school priority “Talk for learning”/);
  assert.match(mine.text, /Answered by the programme “Reading together”/);
  assert.match(mine.text, /Seen as a need of your own/);
  assert.match((await asLeader.get('/school/needs/autumn-needs/said?joined=none')).text, /1 need</);
  assert.match((await asLeader.get(`/school/needs/autumn-needs/said?joined=${priority}`)).text, /Class talk/);
  await send(asAnn, { version: 1, 'most-1-words': 'Class talk in Welsh', 'most-2-words': 'Maps' });
  site.clock.move(60_000);
  const sheet = await asLeader.get('/school/needs/autumn-needs/answers.csv');
  assert.match(sheet.text, /Ann Rees,Most needed,1,,Class talk in Welsh,Talk for learning,,Reading together/);
  assert.doesNotMatch(sheet.text, /Another tablet/);
});

test('ticks and the choice of needs stay when nothing was chosen to join them to', async () => {
  const { site, school, ann, asLeader } = await scene();
  await ask(site, asLeader);
  await send(await site.as(ann), { 'most-1-words': 'Class talk', 'least-1-words': 'Another tablet' });
  const rows = await site.db
    .selectFrom('need')
    .select(['id', 'words'])
    .where('owner_id', '=', school.id)
    .execute();
  const { id } = rows.find(({ words }) => words === 'Class talk')!;
  const answer = await asLeader.post('/school/needs/autumn-needs/join', {
    need: id,
    side: 'most',
    page: '1',
  });
  assert.equal(answer.status, 422);
  assert.match(answer.text, new RegExp(`<input type="checkbox" name="need" value="${id}" checked`));
  assert.doesNotMatch(answer.text, /Another tablet/);
});

test('a need of another asking or school cannot be joined', async () => {
  const { site, asLeader, ann } = await scene();
  await ask(site, asLeader);
  await send(await site.as(ann), { 'most-1-words': 'Class talk' });
  const answer = await asLeader.post('/school/needs/autumn-needs/join', { need: newId(), to: 'individual' });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /Tick the needs/);
});

test('a person takes their own answers along, with what came of them, and nobody else’s', async () => {
  const { site, school, ann, bea, asLeader } = await scene();
  await ask(site, asLeader);
  await send(await site.as(ann), { 'most-1-words': 'Class talk', 'can-offer-words': 'Phonics games' });
  await send(await site.as(bea), { 'most-1-words': 'Maps' });
  const text = JSON.stringify(await takeAwayNeeds(site.db, ann.personId, [school.id]));
  assert.match(text, /Class talk.*Phonics games/);
  assert.doesNotMatch(text, /Maps/);
  assert.deepEqual(await takeAwayNeeds(site.db, ann.personId, []), []);
});

test('no page asks the database more than four questions', async () => {
  const { site, school, ann, asLeader } = await scene();
  await ask(site, asLeader);
  for (let n = 0; n < 8; n++)
    await send(await site.as(await makePerson(site.db, school)), {
      'most-1-words': 'a',
      'least-1-words': 'b',
    });
  const asAnn = await site.as(ann);
  const visits: [Browser, string][] = [
    ...['', '/said', '/waiting', '/answers.csv'].map((path): [Browser, string] => [
      asLeader,
      `/school/needs/autumn-needs${path}`,
    ]),
    [asLeader, '/school/needs'],
    [asLeader, '/school/needs/new'],
    [asAnn, '/needs'],
    [asAnn, '/needs/autumn-needs'],
    [asAnn, '/needs/autumn-needs/mine'],
    [asAnn, '/school/priorities'],
  ];
  for (const [browser, path] of visits) {
    await browser.get(path);
    site.queries.length = 0;
    assert.equal((await browser.get(path)).status, 200, path);
    assert.ok(site.queries.length <= 4, `${path} asks ${site.queries.length}`);
  }
});
