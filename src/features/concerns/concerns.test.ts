import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { deliver } from '#test/deliver.ts';
import { idIn, scene, secret, waitsFor, writtenBy } from './concerns.scene.ts';

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
