import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';
import { draftSite, newProgramme, numberOf, stepFields } from '#test/draft-programme.ts';

test('a leader chooses a protocol with its evidence and gets a draft on teaching weeks', async () => {
  const { lena, here, site } = await draftSite();
  const choice = (await lena.get('/programmes/new')).text;
  assert.match(choice, /Sustained programme/);
  assert.match(choice, /A protocol lays out a first plan/);
  assert.doesNotMatch(choice.replace(/<[^>]*>/g, ''), /template/i, 'people read “protocol”');
  const none = await lena.post('/programmes/new', { template: 'none', title: 'Talk', terms: 2 });
  assert.doesNotMatch(none.text.replace(/<[^>]*>/g, ''), /template/i);
  assert.match(
    (await lena.get('/programmes/new?template=sustained-programme')).text,
    /The evidence for and against it/,
  );
  const page = await lena.get(`${here}/design`);
  assert.equal(page.status, 200);
  assert.match(page.text, /It adds 3\d h/);
  assert.match(page.text, /What does it replace\?/);
  assert.match(page.text, /Try it in class, 1 of 4/);
  assert.equal(site.problems.length, 0);
});

test('what is missing is said beside its field, and what was typed comes back', async () => {
  const { lena } = await draftSite();
  const answer = await lena.post('/programmes/new', {
    ...newProgramme,
    title: '',
    summary: 'About stories',
    starts_on: 'soon',
  });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /Give it a title\./);
  assert.match(answer.text, /About stories/);
  assert.equal((await lena.post('/programmes/new', { ...newProgramme, terms: '5' })).status, 422);
});

test('a first day before the terms that are entered, or long ago, is refused beside its field', async () => {
  const { lena } = await draftSite();
  const sent = async (starts_on: string) =>
    await lena.post('/programmes/new', { ...newProgramme, starts_on });
  const long = await sent('1999-01-01');
  assert.equal(long.status, 422);
  assert.match(long.text, /This day is more than a year ago/);
  const before = await sent('2026-08-31');
  assert.equal(before.status, 422);
  assert.match(
    before.text,
    /Your terms are entered from 1 September 2026\. Choose that day or a later one\./,
  );
  assert.equal((await sent('2026-09-01')).status, 303);
});

test('every change of a step can be taken back: moved, taken out, added', async () => {
  const draft = await draftSite();
  const { lena, here, site, school } = draft;
  const number = await numberOf(draft, 'first-seminar');
  const dayOf = async () =>
    await site.db
      .selectFrom('programme_step')
      .select(['on_date', 'ended_at', 'version'])
      .where('owner_id', '=', school.id)
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
  const before = await dayOf();

  const moved = await lena.post(
    `${here}/design/steps/${number}`,
    await stepFields(draft, number, { on_date: '2026-12-03' }),
  );
  assert.equal(moved.said, 'The step is moved.');
  assert.equal((await dayOf()).on_date, '2026-12-03');
  assert.match((await lena.get(moved.to)).text, new RegExp(`action="${here}/design/steps/${number}/back/1"`));
  await lena.post(`${here}/design/steps/${number}/back/1`);
  assert.equal((await dayOf()).on_date, before.on_date);
  assert.equal(
    (await lena.post(`${here}/design/steps/${number}/back/1`)).status,
    422,
    'only the last change',
  );

  await lena.post(`${here}/design/steps/${number}/remove`);
  assert.notEqual((await dayOf()).ended_at, null);
  assert.match((await lena.get(`${here}/design`)).text, /One step was taken out/);
  assert.equal((await lena.get(`${here}/design/steps/${number}`)).status, 404);
  await lena.post(`${here}/design/steps/${number}/restore`);
  assert.equal((await dayOf()).ended_at, null);

  const fields = await stepFields(draft, number, { title: 'A third seminar', on_date: '2027-06-01' });
  const added = await lena.post(`${here}/design/steps/new`, fields);
  assert.equal(added.said, 'The step is added.');
  assert.match((await lena.get(`${here}/design`)).text, /A third seminar/);
});

test('a moved step carries the programme’s first and last day with it', async () => {
  const draft = await draftSite();
  const { lena, here, site, school } = draft;
  const last = await numberOf(draft, 'delayed-measure');
  await lena.post(`${here}/design/steps/${last}`, await stepFields(draft, last, { on_date: '2027-12-01' }));
  const programme = await site.db
    .selectFrom('programme')
    .selectAll()
    .where('owner_id', '=', school.id)
    .executeTakeFirstOrThrow();
  assert.equal(programme.ends_on, '2027-12-01');
  assert.equal(programme.starts_on, '2026-11-23');
});

test('two people saving the plan or a step never overwrite one another', async () => {
  const draft = await draftSite();
  const { lena, here, site, school } = draft;
  const other = await site.as(
    await makePerson(site.db, school, { name: 'Other Leader', roles: ['cpd-leader'] }),
  );
  const about = { title: 'Reading together', aim: 'train', change_kind: 'additive', version: '1' };
  assert.equal((await other.post(`${here}/design/about`, { ...about, summary: 'Their words' })).status, 303);
  const stale = await lena.post(`${here}/design/about`, { ...about, summary: 'My words' });
  assert.equal(stale.status, 409);
  for (const words of [/Their words/, /My words/, /Other Leader/]) assert.match(stale.text, words);
  assert.equal(
    (await lena.post(`${here}/design/about`, { ...about, summary: 'Both', version: '2' })).status,
    303,
  );
  const versions = await site.db
    .selectFrom('text_version')
    .select(['version', 'body'])
    .where('owner_id', '=', school.id)
    .where('item_id', '=', draft.programmeId)
    .orderBy('version')
    .execute();
  assert.deepEqual(
    versions.map(({ version, body }) => [version, (body as { summary: string }).summary]),
    [
      [1, ''],
      [2, 'Their words'],
      [3, 'Both'],
    ],
  );

  const number = await numberOf(draft, 'modelling');
  await other.post(
    `${here}/design/steps/${number}`,
    await stepFields(draft, number, { title: 'Their title', version: '1' }),
  );
  const staleStep = await lena.post(
    `${here}/design/steps/${number}`,
    await stepFields(draft, number, { title: 'My title', version: '1' }),
  );
  assert.equal(staleStep.status, 409);
  for (const words of [/Their title/, /My title/]) assert.match(staleStep.text, words);
});

test('taking out a step that carries an ingredient warns of what goes with it, and the check says it is gone', async () => {
  const draft = await draftSite();
  const { lena, here } = draft;
  const number = await numberOf(draft, 'modelling');
  const page = (await lena.get(`${here}/design/steps/${number}`)).text;
  assert.match(page, /This step carries an ingredient: Shown before it is tried\./);
  assert.match(page, /lethal mutation/);
  assert.match(page, /Source: Sims and Fletcher-Wood/);
  const tryout = (await lena.get(`${here}/design/steps/${await numberOf(draft, 'tryouts')}`)).text;
  assert.doesNotMatch(tryout, /lethal mutation/, 'seven other steps carry it');
  assert.match(tryout, /7 other steps carry it too/);

  await lena.post(`${here}/design/steps/${number}/remove`);
  const check = (await lena.get(`${here}/check`)).text;
  assert.match(check, /An ingredient of the protocol has been taken out/);
  assert.match(check, /Taken out: See it in use\./);
});

test('the design check gives evidence for and against with its source, a place to go, and no score', async () => {
  const { lena, here } = await draftSite();
  const page = (await lena.get(`${here}/check`)).text;
  const parts = ['It is not a score', 'In this plan', 'What is in place', 'What to look at'];
  const order = parts.map((words) => page.indexOf(words));
  assert.ok(
    order.every((at, index) => at > (order[index - 1] ?? 0)),
    'what is good stands before what is not',
  );
  assert.equal(page.match(/<article class="card"/g)?.length, 3, 'three things stand open');
  assert.match(page, /The plan does not say what it replaces/);
  assert.match(page, new RegExp(`href="${here}/design/about"`));
  assert.match(page, /href="\/evidence\/checklists#launch-workload"/);
  assert.match(page, /Source: /);
  assert.match(page, /Peer support<\/a>.*?In place/s);
  assert.doesNotMatch(page, /\d+ (of|out of|\/) \d+ (checks|links|found|met)|score:|your score|grade/i);
  await lena.post(`${here}/design/about`, {
    title: 'Reading together',
    aim: 'train',
    change_kind: 'additive',
    version: '1',
    replaces: 'The Monday briefing',
  });
  assert.doesNotMatch((await lena.get(`${here}/check`)).text, /The plan does not say what it replaces/);
});

test('answers settle what the steps cannot show, and an answer can be taken away', async () => {
  const { lena, here } = await draftSite();
  await lena.post(`${here}/design/questions`, { cascade: 'yes', actionStepsAtOnce: '4' });
  const check = (await lena.get(`${here}/check`)).text;
  assert.match(check, /One person attends and is to pass it on/);
  assert.match(check, /More than two action steps at a time/);
  await lena.post(`${here}/design/questions`, { cascade: '' });
  assert.doesNotMatch((await lena.get(`${here}/check`)).text, /One person attends/);
});

test('costs and risks are written down, added up, taken out and put back', async () => {
  const { lena, here, site, school } = await draftSite();
  const wrong = await lena.post(`${here}/design/costs`, { about: 'Cover', kind: 'cover', amount: 'a lot' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Write an amount such as 240 or 99\.50\./);
  await lena.post(`${here}/design/costs`, { about: 'Cover for six days', kind: 'cover', amount: '£1,200' });
  await lena.post(`${here}/design/costs`, { about: 'Books', kind: 'materials', amount: '99.50' });
  await lena.post(`${here}/design/risks`, { risk: 'Winter illness', response: 'Move the visit' });
  const page = (await lena.get(`${here}/design`)).text;
  assert.match(page, /£1,299\.50/);
  assert.match(page, /Winter illness/);
  const { id } = await site.db
    .selectFrom('programme_cost')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('about', '=', 'Books')
    .executeTakeFirstOrThrow();
  await lena.post(`${here}/design/costs/${id}/remove`);
  assert.doesNotMatch((await lena.get(`${here}/design`)).text, /£1,299\.50/);
  await lena.post(`${here}/design/costs/${id}/restore`);
  assert.match((await lena.get(`${here}/design`)).text, /£1,299\.50/);
  assert.equal((await lena.post(`${here}/design/costs/no-id/remove`)).status, 404);
});

test('a copy has its own dates, and each shows where the other is', async () => {
  const { lena, here, site, school } = await draftSite();
  await lena.post(`${here}/publish`);
  const copied = await lena.post(`${here}/copy`, { title: 'Writing together', starts_on: '2027-09-08' });
  assert.equal(copied.to, '/programmes/writing-together/design');
  assert.match(
    (await lena.get('/programmes/writing-together')).text,
    new RegExp(`href="${here}">Reading together`),
  );
  assert.match((await lena.get(here)).text, /href="\/programmes\/writing-together">Writing together/);
  const plain = await site.as(await makePerson(site.db, school));
  assert.doesNotMatch((await plain.get(here)).text, /Writing together/, 'the draft is not for everybody');
  assert.equal((await plain.get(`${here}/copy`)).status, 403);
  const days = await site.db
    .selectFrom('programme as p')
    .innerJoin('programme_step as s', (join) =>
      join.onRef('s.owner_id', '=', 'p.owner_id').onRef('s.programme_id', '=', 'p.id'),
    )
    .select('s.on_date')
    .where('p.owner_id', '=', school.id)
    .where('p.slug', '=', 'writing-together')
    .orderBy('s.on_date')
    .execute();
  assert.equal(days.length, 40, 'as many as the original');
  assert.ok(days.every((day) => day.on_date >= '2027-09-08'));
});

test('pages of the design ask four statements at most', async () => {
  const { lena, here, site } = await draftSite();
  await lena.get(here);
  for (const below of [
    '',
    '/design',
    '/design/about',
    '/design/steps/3',
    '/check',
    '/people',
    '/publish',
    '/copy',
  ]) {
    site.queries.length = 0;
    assert.equal((await lena.get(`${here}${below}`)).status, 200);
    assert.ok(site.queries.length <= 4, `${below}: ${site.queries.length}`);
  }
});

test('a school without terms still gets a plan, on the plain calendar', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  await site.db.deleteFrom('term').where('owner_id', '=', school.id).execute();
  const lena = await site.as(await makePerson(site.db, school, { roles: ['cpd-leader'] }));
  const made = await lena.post('/programmes/new', newProgramme);
  assert.equal(made.status, 303);
  assert.match((await lena.get(made.to)).text, /Outside the terms that are entered/);
});
