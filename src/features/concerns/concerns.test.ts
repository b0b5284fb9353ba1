import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { deliver, runJob } from '#test/deliver.ts';
import { appoint } from '#test/factories.ts';
import { concernsJob } from './concerns.handlers.ts';
import { idIn, scene, secret, written } from './concerns.scene.ts';

type Stage = Awaited<ReturnType<typeof scene>>;

/** A concern that Ffion has just written about Cai; answers its address. */
async function writtenBy(stage: Stage, more: Record<string, string> = {}): Promise<string> {
  const ffion = await stage.as('ffion');
  const { to } = await ffion.post('/concerns', written(stage.people.cai, more));
  await deliver(stage.site);
  return `/concerns/${idIn(to)}`;
}

const waitsFor = async ({ db, people }: Stage, name: keyof Stage['people']): Promise<string[]> =>
  (
    await db
      .selectFrom('notice')
      .select('kind')
      .where('owner_id', '=', people[name].personId)
      .where('done_at', 'is', null)
      .execute()
  ).map(({ kind }) => kind);

test('a teacher writes it down at once; the lead is told, looks, and the writer reads that she has', async () => {
  const stage = await scene();
  const { as, mails } = stage;
  const ffion = await as('ffion');
  const form = (await ffion.get('/concerns/new')).text;
  assert.match(form, /Go and tell Mari Evans and Gwenllian Davies in person/);
  assert.match(form, /Cai Roberts, Class 5P/);
  assert.equal((await ffion.post('/concerns', { saw: secret })).status, 422);
  const at = await writtenBy(stage);
  assert.deepEqual(await waitsFor(stage, 'lead'), ['concerns.look']);
  assert.deepEqual(await waitsFor(stage, 'head'), []);
  assert.match((await ffion.get(at)).text, /Nobody has said yet that they have looked/);

  const lead = await as('lead');
  assert.match((await lead.get('/today')).text, /Something for you to look at/);
  assert.match((await lead.get(at)).text, new RegExp(secret));
  await lead.post(`${at}/seen`);
  await deliver(stage.site);
  assert.deepEqual(await waitsFor(stage, 'lead'), []);
  assert.match((await ffion.get(at)).text, /Seen by Mari Evans/);
  assert.match((await ffion.get('/concerns')).text, /Cai Roberts[^]*Seen by Mari Evans/);
  for (const mail of mails) assert.doesNotMatch(JSON.stringify(mail), /zq-bruise|Cai|concern about/i);
});

test('two school hours after, on the next school day, it waits for the head too', async () => {
  const stage = await scene();
  // Half past four on a Wednesday: school opens again at half past eight, and two hours are over at half past ten.
  await writtenBy(stage);
  stage.site.clock.set('2026-11-19T10:29:00Z');
  await deliver(stage.site);
  assert.deepEqual(await waitsFor(stage, 'head'), []);
  stage.site.clock.set('2026-11-19T10:31:00Z');
  await deliver(stage.site);
  assert.deepEqual(await waitsFor(stage, 'head'), ['concerns.late'], 'which says that nobody looked in time');
  assert.equal(stage.mails.filter(({ to }) => to === stage.people.head.email).length, 1);
  for (const mail of stage.mails) assert.doesNotMatch(JSON.stringify(mail), /zq-bruise|Cai/);
});

test('where somebody has looked in time, nobody else is told', async () => {
  const stage = await scene();
  const at = await writtenBy(stage);
  await (await stage.as('lead')).post(`${at}/seen`);
  stage.site.clock.set('2026-11-19T12:00:00Z');
  await deliver(stage.site);
  assert.deepEqual(await waitsFor(stage, 'head'), []);
});

test('where the child could be in danger, all who are named are told at once, whatever the hour', async () => {
  const stage = await scene();
  stage.site.clock.set('2026-11-18T23:10:00Z');
  await writtenBy(stage, { danger: 'yes' });
  assert.deepEqual(await waitsFor(stage, 'lead'), ['concerns.look']);
  assert.deepEqual(await waitsFor(stage, 'head'), ['concerns.look']);
  assert.equal(stage.mails.length, 2);
  assert.match(stage.mails[0]!.text, /Please look now/);
});

test('a child whom the writer cannot name is no reason not to write; the lead says who is meant', async () => {
  const stage = await scene();
  const at = await writtenBy(stage, { pupil: '', about: 'a boy in Year 5 with a red coat' });
  const lead = await stage.as('lead');
  assert.match((await lead.get(at)).text, /red coat[^]*Which child is meant/);
  assert.equal((await lead.post(`${at}/child`, { name: 'Nobody Known' })).status, 422);
  assert.equal((await lead.post(`${at}/child`, { name: 'cai roberts' })).status, 303);
  const page = (await lead.get(`/concerns/children/${stage.people.cai.personId}`)).text;
  assert.match(page, /red coat/);
  assert.doesNotMatch(
    (await (await stage.as('ffion')).get(at)).text,
    /Cai/,
    'who is meant is not for the writer',
  );
});

test('what was done stands in order, is never changed, and is not for the writer', async () => {
  const stage = await scene();
  const at = await writtenBy(stage);
  const [lead, ffion] = [await stage.as('lead'), await stage.as('ffion')];
  const entry = {
    kind: 'referral',
    text: 'zq-called-them',
    whom: '',
    on: '2026-11-18',
    review_on: '2026-11-20',
  };
  assert.equal((await lead.post(`${at}/entries`, entry)).status, 422, 'to whom is missing');
  assert.equal((await lead.post(`${at}/entries`, { ...entry, whom: 'Social services' })).status, 303);
  assert.match((await ffion.get(at)).text, /Seen by Mari Evans/, 'doing something is having looked');
  assert.equal((await ffion.post(`${at}/more`, { text: 'zq-one-thing-more' })).status, 303);
  const own = (await ffion.get(at)).text;
  assert.match(own, /zq-one-thing-more/);
  assert.doesNotMatch(own, /zq-called-them|Social services|20 November/);
  assert.match((await lead.get(at)).text, /zq-called-them[^]*zq-one-thing-more/);
  assert.equal((await lead.post(`${at}/seen`)).status, 303, 'what was added is looked at too');

  stage.site.clock.set('2026-11-20T07:30:00Z');
  await deliver(stage.site);
  assert.deepEqual(await waitsFor(stage, 'lead'), ['concerns.review']);
  const leadLater = await stage.as('lead');
  assert.equal((await leadLater.post(`${at}/close`, { text: '' })).status, 422);
  await leadLater.post(`${at}/close`, { text: 'zq-it-was-explained' });
  await deliver(stage.site);
  assert.deepEqual(await waitsFor(stage, 'lead'), []);
  assert.equal((await leadLater.post(`${at}/entries`, { ...entry, whom: 'X' })).status, 422, 'it is closed');
  await leadLater.post(`${at}/reopen`, { text: 'zq-again' });
  const all = (await leadLater.get(`/concerns/children/${stage.people.cai.personId}`)).text;
  assert.match(all, /zq-called-them[^]*zq-it-was-explained[^]*zq-again/);
});

test('printing all about a child asks why, and keeps who did', async () => {
  const stage = await scene();
  await writtenBy(stage);
  const at = `/concerns/children/${stage.people.cai.personId}`;
  const lead = await stage.as('lead');
  assert.equal((await lead.post(`${at}/print`, { reason: '' })).status, 422);
  assert.match((await lead.post(`${at}/print`, { reason: 'Conference on Friday' })).text, new RegExp(secret));
  assert.match((await lead.get(at)).text, /Conference on Friday[^]*Mari Evans/);
});

test('two concerns that belong together say so on both pages', async () => {
  const stage = await scene();
  const [one, two] = [await writtenBy(stage), await writtenBy(stage, { pupil: '', about: 'his sister' })];
  const lead = await stage.as('lead');
  const linked = await lead.post(`${one}/link`, { other: idIn(two), text: 'zq-same-family' });
  assert.equal(linked.status, 303);
  for (const at of [one, two]) assert.match((await lead.get(at)).text, /zq-same-family/);
});

test('nobody else opens it: not the manager, the office, the family, the child, nor a head who is not named', async () => {
  const stage = await scene();
  const at = await writtenBy(stage);
  const child = `/concerns/children/${stage.people.cai.personId}`;
  const lead = await stage.as('lead');
  await lead.post(`${at}/entries`, { kind: 'note', text: secret, on: '2026-11-18' });
  await lead.post('/concerns/settings', { hours: '2', opens_at: '08:30', closes_at: '16:00', version: 0 });
  await deliver(stage.site);
  const others = [
    'head',
    'manager',
    'colleague',
    'office',
    'data',
    'senior',
    'governor',
    'guest',
    'parent',
    'cai',
  ] as const;
  for (const name of others) {
    const browser = await stage.as(name);
    for (const path of [at, child, '/concerns/settings']) {
      const { status } = await browser.get(path);
      assert.ok(status === 403 || status === 404, `${name} ${path}: ${status}`);
    }
    for (const path of ['seen', 'entries', 'more', 'child', 'link', 'close', 'reopen']) {
      const fields = { kind: 'note', text: 'x', on: '2026-11-18', name: 'Cai Roberts', other: idIn(at) };
      const { status } = await browser.post(`${at}/${path}`, fields);
      assert.ok(status === 403 || status === 404, `${name} ${path}: ${status}`);
    }
    const printed = await browser.post(`${child}/print`, { reason: 'x' });
    assert.ok(printed.status === 403 || printed.status === 404, name);
    for (const path of [
      '/today',
      '/people',
      `/people/${stage.people.cai.personId}`,
      `/children/${stage.people.cai.personId}`,
      '/concerns',
      '/me',
      '/me/log',
      '/notices',
    ])
      assert.doesNotMatch((await browser.get(path)).text, /zq-bruise/, `${name} ${path}`);
  }
  // The writer adds to what she wrote, and does nothing else with it.
  const ffion = await stage.as('ffion');
  assert.equal((await ffion.post(`${at}/close`, { text: 'x' })).status, 403);
  assert.equal((await ffion.get(child)).status, 404);
});

test('what is written stands in no event, letter, notice or job', async () => {
  const stage = await scene();
  await writtenBy(stage, { danger: 'yes' });
  for (const table of ['event', 'outbox', 'notice', 'access_log', 'draft', 'text_version']) {
    const { rows } = await sql<{ n: number }>`/* job: test */
      select count(*)::int as n from ${sql.table(table)} x where x::text ~ 'zq-bruise|Playground'`.execute(
      stage.db,
    );
    assert.equal(rows[0]!.n, 0, table);
  }
});

test('whoever is named later reads what was written before, and whoever is not any more reads nothing', async () => {
  const stage = await scene();
  const at = await writtenBy(stage);
  const settings = { hours: '3', opens_at: '08:30', closes_at: '16:00' };
  await (
    await stage.as('lead')
  ).post('/concerns/settings', { ...settings, roles: ['senior-leader'], version: 0 });
  await deliver(stage.site);
  assert.equal((await (await stage.as('senior')).get(at)).status, 200);
  assert.equal((await (await stage.as('head')).get(at)).status, 403);
});

test('where nobody is the safeguarding lead, the others who are named are told at once', async () => {
  const stage = await scene();
  await stage.db
    .updateTable('appointment')
    .set({ ended_at: stage.site.clock.now })
    .where('owner_id', '=', stage.school.id)
    .where('role', '=', 'safeguarding-lead')
    .execute();
  await writtenBy(stage);
  assert.deepEqual(await waitsFor(stage, 'head'), ['concerns.look']);
});

test('what the writer adds after somebody has looked is looked at too, also of a concern that was closed', async () => {
  const stage = await scene();
  const { site, as } = stage;
  const at = await writtenBy(stage);
  const lead = await as('lead');
  await lead.post(`${at}/seen`);
  await lead.post(`${at}/close`, { text: 'Talked with the family.' });
  await deliver(site);
  assert.deepEqual(await waitsFor(stage, 'lead'), []);
  const ffion = await as('ffion');
  assert.equal((await ffion.post(`${at}/more`, { text: 'He said it again today.' })).status, 303);
  await deliver(site);
  assert.deepEqual(await waitsFor(stage, 'lead'), ['concerns.look']);
  assert.match((await ffion.get(at)).text, /Nobody has said yet that they have looked/);
  site.clock.set('2026-11-19T10:31:00Z');
  await deliver(site);
  assert.deepEqual(await waitsFor(stage, 'head'), ['concerns.late'], 'the clock begins anew');
  assert.match((await lead.get(at)).text, /On 19 November[^<]* all who are named were told/);
});

test('where nobody is named, that is said before and after, those who can appoint are told, and whoever is named hears', async () => {
  const stage = await scene();
  const { site, db, school, people, as } = stage;
  await db
    .updateTable('appointment')
    .set({ ended_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('person_id', 'in', [people.lead.personId, people.head.personId])
    .execute();
  const ffion = await as('ffion');
  assert.match(
    (await ffion.get('/concerns/new')).text,
    /Nobody at this school is named for safeguarding yet/,
  );
  const at = await writtenBy(stage);
  assert.match((await ffion.get(at)).text, /Nobody at this school is named for safeguarding yet/);
  assert.deepEqual(await waitsFor(stage, 'office'), ['concerns.nobody']);
  assert.doesNotMatch((await (await as('office')).get('/today')).text, new RegExp(`${secret}|Cai`));
  assert.notEqual((await (await as('office')).get(at)).status, 200);
  await appoint(db, school, people.senior.personId, 'safeguarding-lead');
  await runJob(site, concernsJob);
  assert.deepEqual(await waitsFor(stage, 'senior'), ['concerns.look']);
  assert.deepEqual(await waitsFor(stage, 'office'), []);
  assert.match((await (await as('senior')).get(at)).text, new RegExp(secret));
});

test('whoever is named later hears at once, by letter too, and only then it is said that all were told', async () => {
  const stage = await scene();
  const { site, db, school, people, as, mails } = stage;
  await db
    .updateTable('appointment')
    .set({ ended_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('person_id', 'in', [people.lead.personId, people.head.personId])
    .execute();
  const at = await writtenBy(stage, { danger: 'yes' });
  const passedOn = () =>
    db
      .selectFrom('concern')
      .select('passed_on_at')
      .where('owner_id', '=', school.id)
      .executeTakeFirstOrThrow();
  assert.equal((await passedOn()).passed_on_at, null, 'nobody was there to be told');
  assert.equal(mails.length, 0);
  assert.match((await (await as('ffion')).get(at)).text, /Dewi Jones can name somebody/);

  const office = await as('office');
  const given = await office.post(`/people/${people.senior.personId}/roles`, {
    roles: ['safeguarding-lead'],
    from: '2026-11-18',
  });
  assert.equal(given.status, 303);
  await deliver(site);
  assert.deepEqual(await waitsFor(stage, 'senior'), ['concerns.look']);
  assert.deepEqual(
    mails.map(({ to }) => to),
    [people.senior.email],
  );
  assert.notEqual((await passedOn()).passed_on_at, null);
  await runJob(site, concernsJob);
  await deliver(site);
  assert.equal(mails.length, 1, 'one letter, however often it is looked at');
});

test('those who could name somebody are told only while they work here', async () => {
  const stage = await scene();
  const { site, db, school, people } = stage;
  await db
    .updateTable('appointment')
    .set({ ended_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('role', 'in', ['safeguarding-lead', 'head'])
    .execute();
  await db
    .updateTable('member')
    .set({ ends_on: '2026-11-17' })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', people.office.personId)
    .execute();
  await writtenBy(stage);
  assert.deepEqual(await waitsFor(stage, 'office'), []);
});

test('whoever writes reads who has it first, and who hears if nobody looks', async () => {
  const stage = await scene();
  const ffion = await stage.as('ffion');
  const { to } = await ffion.post('/concerns', written(stage.people.cai));
  const page = (await ffion.get(to!)).text;
  assert.match(
    page,
    /It is sent to Mari Evans\. If nobody has looked by [^<]*, it goes to Gwenllian Davies as well/,
  );
  assert.match(page, /It went to Mari Evans\. If it cannot wait/);
});

test('a wrong child is put right: by the writer until somebody looked, then by those who are named', async () => {
  const stage = await scene();
  const { as, people } = stage;
  const at = await writtenBy(stage);
  const [lead, ffion] = [await as('lead'), await as('ffion')];
  const child = (name: keyof typeof people) => `/concerns/children/${people[name].personId}`;
  assert.equal(
    (await ffion.post(`${at}/child`, { name: 'Cai Roberts' })).status,
    422,
    'it is that child already',
  );
  assert.equal((await ffion.post(`${at}/child`, { name: 'Mali Rees' })).status, 303);
  assert.match((await ffion.get(at)).text, /Mali Rees/);
  assert.equal((await lead.get(child('cai'))).status, 404);
  const page = (await lead.get(child('mali'))).text;
  assert.match(page, new RegExp(secret));
  assert.doesNotMatch(page, /Cai/, 'the other child stands nowhere in it');
  await lead.post(`${at}/seen`);
  assert.equal((await ffion.post(`${at}/child`, { name: 'Cai Roberts' })).status, 403);
  assert.equal((await lead.post(`${at}/child`, { name: 'Cai Roberts' })).status, 303);
  assert.equal((await lead.get(child('mali'))).status, 404);
  const right = (await lead.get(child('cai'))).text;
  assert.match(right, new RegExp(secret));
  assert.doesNotMatch(right, /Mali/, 'nor does it after a second correction');
  const printed = (await lead.post(`${child('cai')}/print`, { reason: 'Conference' })).text;
  assert.doesNotMatch(printed, /Mali/);
});

test('a day to look again that another lead set meanwhile is neither lost nor written over', async () => {
  const stage = await scene();
  const at = await writtenBy(stage);
  const [lead, head] = [await stage.as('lead'), await stage.as('head')];
  const entry = { kind: 'note', text: 'Rang home.', on: '2026-11-18' };
  const day = () =>
    stage.db
      .selectFrom('concern')
      .select('review_on')
      .where('owner_id', '=', stage.school.id)
      .executeTakeFirstOrThrow();
  assert.equal(
    (await lead.post(`${at}/entries`, { ...entry, review_on: '2026-11-20', review_was: '' })).status,
    303,
  );
  assert.equal((await head.post(`${at}/entries`, { ...entry, review_on: '', review_was: '' })).status, 303);
  assert.equal((await day()).review_on, '2026-11-20', 'a form opened before takes no day away');
  const other = await head.post(`${at}/entries`, { ...entry, review_on: '2026-11-25', review_was: '' });
  assert.equal(other.status, 422);
  assert.match(other.text, /Somebody wrote 20 November/);
  await head.post(`${at}/entries`, { ...entry, review_on: '2026-11-25', review_was: '2026-11-20' });
  assert.equal((await day()).review_on, '2026-11-25');
});
