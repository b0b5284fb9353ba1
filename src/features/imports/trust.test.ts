import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { type KyselyPlugin, sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { deliver } from '#test/deliver.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { bulk, bundle } from '#test/fixtures/imports/small-bundle.ts';
import { type TestFile, testSite, type TestSite } from '#test/site.ts';
import { applyRun } from './apply/apply-run.ts';
import { importByCommand, type CommandOptions } from './command/import-by-command.ts';

async function trust() {
  const site = await testSite();
  const home = await makeSchool(site.db, 'The Valley Trust');
  await site.db.updateTable('organisation').set({ kind: 'trust' }).where('id', '=', home.id).execute();
  const admin = await makePerson(site.db, home, { name: 'Dewi Jones', roles: ['administrator'] });
  return { site, home, admin, browser: await site.as(admin) };
}

const files = (replace: Record<string, string | null> = {}): TestFile[] =>
  bundle(replace).map(({ name, bytes }) => ({ field: 'files', name, body: bytes }));

/** Two schools of a trust, and somebody who teaches in both. */
const twoSchools = {
  'manifest.csv': bulk,
  'orgs.csv':
    'sourcedId,name,type,parentSourcedId\nT,Trust,district,\nS,Hill School,school,T\nN,Lake School,school,T\nD,Science,department,S\n',
  'users.csv': [
    'role,sourcedId,enabledUser,orgSourcedIds,username,givenName,familyName,email,agentSourcedIds,grades,identifier',
    'teacher,t1,true,"S,N",a,Siân,Llewelyn,sian@school.example,,,SLL',
    'student,p1,true,S,b,ليلى,الحسيني,,f1,"08",123',
    'student,p2,true,N,b2,Cai,Roberts,,,"08",124',
    'parent,f1,true,S,c,Omar,الحسيني,omar@home.example,,,',
  ].join('\n'),
};

const shownOf = (text: string): string => /name="shown" value="([0-9a-f]+)"/.exec(text)?.[1] ?? '';

async function confirmed(
  browser: Awaited<ReturnType<typeof trust>>['browser'],
  sent: TestFile[],
): Promise<string> {
  const run = (await browser.post('/school/imports', {}, sent)).to;
  await browser.post(`${run}/answer`, { own: 'T' });
  const page = await browser.get(run);
  assert.equal((await browser.post(`${run}/apply`, { shown: shownOf(page.text) })).status, 303);
  return run;
}

/** What there is, in an order that does not depend on ids. */
async function stock(site: TestSite): Promise<unknown> {
  const { rows } = await sql`/* job: test */
    select o.name as school, p.name, m.kind, m.year_label,
      array(select a.role from appointment a where a.owner_id = m.owner_id and a.person_id = p.id order by a.role) as roles,
      array(select u.name from membership s join unit u on u.owner_id = s.owner_id and u.id = s.unit_id
        where s.owner_id = m.owner_id and s.person_id = p.id order by u.name) as units,
      (select count(*)::int from person_email e where e.person_id = p.id) as emails,
      (select count(*)::int from affiliation f where f.owner_id = p.id) as affiliations,
      (select count(*)::int from family_relation r where r.adult_id = p.id) as children
    from member m join person p on p.id = m.person_id join organisation o on o.id = m.owner_id
    order by o.name, p.name`.execute(site.db);
  const people = await sql<{ n: number }>`/* job: test */ select count(*)::int as n from person`.execute(
    site.db,
  );
  const terms = await sql`/* job: test */ select count(*)::int as n from term`.execute(site.db);
  return [rows, people.rows, terms.rows];
}

test('a trust gets its schools as parts of it; who teaches in two is one person, and its administrators begin there', async () => {
  const { site, home, browser } = await trust();
  const run = await confirmed(browser, files(twoSchools));
  await deliver(site);
  assert.match((await browser.get(run)).text, /Done on/);
  const schools = await sql<{ name: string; parent: string; path: string; id: string }>`/* job: test */
    select name, parent_id as parent, path, id from organisation where id <> ${home.id} order by name`.execute(
    site.db,
  );
  assert.deepEqual(
    schools.rows.map(({ name, parent }) => [name, parent === home.id]),
    [
      ['Hill School', true],
      ['Lake School', true],
    ],
  );
  for (const { path, id } of schools.rows) assert.equal(path, `/${home.id}/${id}/`);
  const [rows] = (await stock(site)) as [
    { school: string; name: string; roles: string[]; affiliations: number }[],
  ];
  const sian = rows.filter(({ name }) => name === 'Siân Llewelyn');
  assert.deepEqual(
    sian.map(({ school, roles, affiliations }) => [school, roles, affiliations]),
    [
      ['Hill School', ['teacher'], 2],
      ['Lake School', ['teacher'], 2],
    ],
  );
  assert.deepEqual(
    rows.filter(({ roles }) => roles.includes('administrator')).map(({ school }) => school),
    ['Hill School', 'Lake School', 'The Valley Trust'],
  );
  const again = await browser.get((await browser.post('/school/imports', {}, files(twoSchools))).to);
  assert.match(again.text, /There is nothing to do/);
  assert.match(again.text, /<dd>Nothing to do<\/dd>/);
});

test('the trust’s administrator goes into a school that an import made, with the trust’s dates, and invites its people', async () => {
  const { site, home, admin, browser } = await trust();
  const run = await confirmed(browser, files(twoSchools));
  await deliver(site);
  assert.match((await browser.get(run)).text, /href="\/school">Go into a school to invite its people/);
  const trustPage = (await browser.get('/school')).text;
  assert.match(trustPage, /They are in 2 schools, below\./);
  const [hill] = /name="school" value="[\w-]+"/.exec(trustPage)!;
  const into = { school: hill.slice(-37, -1), then: '/people' };
  assert.equal((await browser.post('/sign-in/school', into)).to, '/people');
  assert.match((await browser.get('/people')).text, /class="home"[^]*Hill School[^]*Siân Llewelyn[^]*Invite/);
  const dates = (await browser.get('/school/dates')).text;
  for (const term of ['Autumn', 'Spring', 'Summer']) assert.ok(dates.includes(term), term);

  const next = await site.as({ ...admin, organisationId: home.id });
  assert.match((await next.get('/sign-in/school')).text, /Hill School[^]*Lake School/);
});

test('one school of a trust’s bundle takes its own people in and leaves the others out', async () => {
  const { site, home, browser } = await trust();
  await site.db.updateTable('organisation').set({ kind: 'school' }).where('id', '=', home.id).execute();
  const run = (await browser.post('/school/imports', {}, files(twoSchools))).to;
  await browser.post(`${run}/answer`, { own: 'N' });
  const page = await browser.get(run);
  assert.match(page.text, /2 people, who are left out/);
  assert.match(page.text, /Import 2 people/);
  assert.equal((await browser.post(`${run}/apply`, { shown: shownOf(page.text) })).status, 303);
  await deliver(site);
  assert.equal((await site.db.selectFrom('organisation').select('id').execute()).length, 1);
});

test('an import that is stopped again and again, each time a statement later, comes to the same end', async () => {
  const clean = await trust();
  await confirmed(clean.browser, files(twoSchools));
  await deliver(clean.site);
  const expected = await stock(clean.site);

  const { site, home, browser } = await trust();
  const run = await confirmed(browser, files(twoSchools));
  const ref = { ownerId: home.id, id: run.split('/').at(-1)! };
  let stops = 0;
  for (let at = 1; at < 400; at++) {
    const db = failingAt(site.db, at);
    const outcome = await applyRun({ ...site.services, db }, ref).catch((error: Error) => {
      assert.match(error.message, /pulled the plug/);
      stops += 1;
      return 'stopped';
    });
    if (outcome !== 'stopped') break;
  }
  assert.ok(stops > 20, `stopped ${stops} times`);
  await deliver(site);
  assert.match((await browser.get(run)).text, /Done on/);
  assert.deepEqual(await stock(site), expected);
});

/** A database whose n-th statement fails, as when the server is switched off. */
function failingAt(db: Db, at: number): Db {
  let sent = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      sent += 1;
      if (sent === at) throw new Error('pulled the plug');
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return db.withPlugin(plugin);
}

const command = (printed: string[], more: Partial<CommandOptions> = {}): CommandOptions => ({
  files: bundle(twoSchools),
  dryRun: false,
  organisation: null,
  kind: null,
  own: 'trust',
  endAbsent: false,
  manyEndings: false,
  bringBack: false,
  all: false,
  print: (text) => printed.push(text),
  confirm: () => Promise.resolve(true),
  ...more,
});

test('the command asks what must be said, shows the preview, writes nothing on a dry run, and then imports', async () => {
  const { site } = await trust();
  const printed: string[] = [];
  assert.equal(await importByCommand(site.services, command(printed, { own: null })), 3);
  assert.match(printed.join(''), /Say which of these is The Valley Trust/);
  assert.equal(await importByCommand(site.services, command(printed, { dryRun: true })), 0);
  assert.match(printed.join(''), /1 member of staff, 2 pupils and 1 parent or carer/);
  assert.equal((await sql`/* job: test */ select id from import_run`.execute(site.db)).rows.length, 0);
  assert.equal(
    await importByCommand(site.services, command(printed, { confirm: () => Promise.resolve(false) })),
    3,
  );
  assert.equal(await importByCommand(site.services, command(printed)), 0);
  assert.equal(await importByCommand(site.services, command(printed)), 0);
  assert.match(printed.at(-1)!, /There is nothing to do/);
  assert.equal(await importByCommand(site.services, command(printed, { organisation: 'Nowhere' })), 3);
  await deliver(site);
});

test('3,640 people of a trust are read, looked at and written by jobs, and the pages ask little', async () => {
  const { site, browser } = await trust();
  const body = await readFile(new URL('../../../test/fixtures/imports/trust-of-four.zip', import.meta.url));
  const sent = [{ field: 'files', name: 'trust-of-four.zip', body }];
  const run = (await browser.post('/school/imports', {}, sent)).to;
  assert.match((await browser.get(run)).text, /The files are being read/);
  await deliver(site);
  const question = await browser.get(run);
  const own = /value="([^"]+)" checked/.exec(question.text)![1]!;
  await browser.post(`${run}/answer`, { own });
  const started = performance.now();
  await deliver(site);
  const previewed = performance.now();
  site.queries.length = 0;
  const page = await browser.get(`${run}?list=added&q=an&page=3`);
  assert.ok(site.queries.length <= 4, String(site.queries.length));
  assert.match(page.text, /Import 3,640 people/);
  assert.match(page.text, /4 schools, as parts of The Valley Trust/);
  await browser.post(`${run}/apply`, { shown: shownOf(page.text) });
  const confirmedAt = performance.now();
  await deliver(site);
  const written = performance.now();
  assert.match(
    (await browser.get(run)).text,
    /40 members of staff and 3600 pupils|40 members of staff and 3,600 pupils/,
  );
  const { rows } = await sql<{ members: number; places: number }>`/* job: test */ select
    (select count(*)::int from member) as members, (select count(*)::int from membership) as places`.execute(
    site.db,
  );
  assert.deepEqual(rows[0], { members: 3640 + 5, places: 14_663 });
  process.stdout.write(
    `previewed in ${Math.round(previewed - started)} ms, written in ${Math.round(written - confirmedAt)} ms, ${Math.round(process.memoryUsage().rss / 1_048_576)} MB\n`,
  );
  // Several times what it takes alone on two cores, so that a busy machine does not fail it.
  assert.ok(previewed - started < 15_000 && written - confirmedAt < 60_000);
});
