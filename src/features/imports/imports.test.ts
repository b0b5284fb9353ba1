import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { makePerson } from '#test/factories.ts';
import { bundle } from '#test/fixtures/imports/small-bundle.ts';
import {
  confirm,
  countMembers,
  fixture,
  list,
  school,
  shownOf,
  staff,
  upload,
} from './import-hands.test-helper.ts';

test('a list of staff is looked at, confirmed and written; reading it again finds nothing to do', async () => {
  const { site, home, browser } = await school();
  const file = list(
    'staff.csv',
    `${staff}A1,Siân,Llewelyn,sian@school.example,Teacher,Science,\nA2,Omar,الحسيني,,,Science,31/2/2026\n`,
  );
  const run = await upload(browser, file);
  const page = await browser.get(run);
  assert.match(page.text, /2 members of staff/);
  assert.match(page.text, /31\/2\/2026/);
  assert.match(page.text, /Import 2 people/);
  assert.match(page.text, /Places in classes and groups[^]*2 new, in one class, form or department/);
  assert.match(page.text, /Row 3 \(Omar الحسيني\) has no e-mail address\./);
  assert.equal(await countMembers(site, sql`m.owner_id = ${home.id}`), 1);

  const done = await confirm(site, browser, run);
  assert.match(done, /Invite those who have no account yet/);
  const { rows } = await sql<{
    name: string;
    role: string | null;
    unit: string;
    home: string;
  }>`/* job: test */
    select p.name, a.role, u.name as unit, f.organisation_id as home from member m join person p on p.id = m.person_id
    left join appointment a on a.person_id = p.id left join membership s on s.person_id = p.id
    left join unit u on u.id = s.unit_id left join affiliation f on f.owner_id = p.id
    where m.staff_code is not null order by m.staff_code`.execute(site.db);
  assert.deepEqual(rows, [
    { name: 'Siân Llewelyn', role: 'teacher', unit: 'Science', home: home.id },
    { name: 'Omar الحسيني', role: null, unit: 'Science', home: home.id },
  ]);
  assert.equal(
    (await site.db.selectFrom('credential').select('person_id').execute()).length,
    1,
    'nobody new has an account',
  );

  const again = await browser.get(await upload(browser, file));
  assert.match(again.text, /There is nothing to do/);
  assert.doesNotMatch(again.text, /name="shown"/);
});

test('a bundle asks which of its schools is ours, and everybody comes into it', async () => {
  const { site, home, browser } = await school();
  const run = await upload(browser, await fixture('one-school.zip'));
  const question = await browser.get(run);
  assert.match(question.text, /Which of these is Ysgol Bryn Coch\?/);
  const runs = (await browser.get('/school/imports')).text;
  assert.match(runs, /A question is open/);
  assert.doesNotMatch(runs, /Nothing to do/);
  assert.equal((await browser.post(`${run}/answer`, { own: 'somebody else’s' })).status, 422);
  const own = /value="([^"]+)" checked/.exec(question.text)![1]!;
  assert.equal((await browser.post(`${run}/answer`, { own })).status, 303);
  site.queries.length = 0;
  const page = await browser.get(`${run}?list=added&page=2`);
  assert.ok(site.queries.length <= 4, String(site.queries.length));
  assert.match(page.text, /Import 430 people/);
  await confirm(site, browser, run);
  assert.equal(await countMembers(site, sql`m.owner_id = ${home.id}`), 431);
  const { rows } = await sql<{ name: string }>`/* job: test */ select name from organisation`.execute(
    site.db,
  );
  assert.deepEqual(rows, [{ name: 'Ysgol Bryn Coch' }]);
  // The school had written its own terms, which stay.
  const terms = await site.db.selectFrom('term').select('name').where('owner_id', '=', home.id).execute();
  assert.deepEqual(
    terms.map(({ name }) => name),
    ['2026/27', 'Autumn', 'Spring', 'Summer'],
  );

  const again = await browser.get(await upload(browser, await fixture('one-school.zip')));
  assert.match(again.text, /There is nothing to do/);
});

test('a probable duplicate is shown side by side, kept apart unless told, and joined when told', async () => {
  const { site, browser, admin } = await school();
  const file = list('staff.csv', `${staff}D1,Dewi,Jones,dewi@school.example,Teacher,,\n`);
  const run = await upload(browser, file);
  const page = await browser.get(run);
  assert.match(page.text, /the same e-mail address, the same name/);
  assert.match((await browser.get(`${run}?list=problem`)).text, /has an e-mail address that is Dewi Jones’s/);
  await browser.post(`${run}/duplicates`, { d0: 'same' });
  const told = await browser.get(run);
  assert.doesNotMatch(told.text, /Import one person/);
  await confirm(site, browser, run);
  assert.equal(await countMembers(site), 1);
  const roles = await sql<{
    role: string;
  }>`/* job: test */ select role from appointment where person_id = ${admin.personId} order by role`.execute(
    site.db,
  );
  assert.deepEqual(
    roles.rows.map(({ role }) => role),
    ['administrator', 'teacher'],
  );
  assert.match((await browser.get(await upload(browser, file))).text, /There is nothing to do/);
});

test('two people of one name stay two when nobody says otherwise, and the address stays where it is', async () => {
  const { site, browser } = await school();
  const run = await upload(
    browser,
    list('staff.csv', `${staff}D1,Dewi,Jones,dewi@school.example,Teacher,,\n`),
  );
  await confirm(site, browser, run);
  assert.equal(await countMembers(site), 2);
  assert.equal((await site.db.selectFrom('person_email').select('address').execute()).length, 1);
});

test('roles that open other people’s details are ticked by a person, and a data manager cannot', async () => {
  const { site, home, browser } = await school();
  const keeper = await site.as(
    await makePerson(site.db, home, { name: 'Gwen Data', roles: ['data-manager'] }),
  );
  const file = list('staff.csv', `${staff}H1,Elin,Hughes,,Headteacher;CPD leader,,\n`);
  const run = await upload(keeper, file);
  const theirs = await keeper.get(run);
  assert.doesNotMatch(theirs.text, /name="roles"/);
  const refused = await keeper.post(`${run}/apply`, {
    shown: shownOf(theirs.text),
    roles: ['head staff-code:H1'],
  });
  assert.equal(refused.status, 422);
  const page = await browser.get(run);
  assert.match(page.text, /value="cpd-leader staff-code:H1"/);
  await confirm(site, browser, run, { roles: ['head staff-code:H1', 'administrator staff-code:H1'] });
  const { rows } = await sql<{
    role: string;
  }>`/* job: test */ select a.role from appointment a join person p on p.id = a.person_id where p.given_name = 'Elin'`.execute(
    site.db,
  );
  assert.deepEqual(rows, [{ role: 'head' }]);
});

test('somebody who leaves is ended and never deleted; whoever has left comes back only when ticked', async () => {
  const { site, home, browser } = await school();
  const here = list(
    'staff.csv',
    `${staff}A1,Anna,Smith,,Teacher,,\nA2,Rhys,Morgan,,,,\nA3,Nia,Rees,,,,\nA4,Ann,Lee,,,,\nA5,Bo,Li,,,,\nA6,Cy,Wu,,,,\n`,
  );
  await confirm(site, browser, await upload(browser, here));
  const leaving = list('staff.csv', `${staff}A1,Anna,Smith,,Teacher,,1/9/2026\n`);
  const run = await upload(browser, leaving);
  assert.match((await browser.get(run)).text, /Ended/);
  await confirm(site, browser, run);
  const anna = sql`m.owner_id = ${home.id} and m.staff_code = 'A1'`;
  assert.equal(await countMembers(site, sql`${anna} and m.ended_at is not null`), 1);
  const roleRows = await sql<{
    n: number;
  }>`/* job: test */ select count(*)::int as n from appointment where role = 'teacher' and ended_at is null`.execute(
    site.db,
  );
  assert.equal(roleRows.rows[0]!.n, 0);

  const back = await upload(browser, here);
  assert.match((await browser.get(back)).text, /Left, and in the files/);
  await confirm(site, browser, back);
  assert.equal(await countMembers(site, sql`${anna} and m.ended_at is not null`), 1);
  await confirm(site, browser, await upload(browser, here), { back: 'yes' });
  assert.equal(await countMembers(site, sql`${anna} and m.ended_at is null`), 1);
});

test('many endings need a tick of their own, and administrators never end by a list', async () => {
  const { site, home, browser, admin } = await school();
  await confirm(
    site,
    browser,
    await upload(
      browser,
      list('staff.csv', `${staff}A1,Anna,Smith,,,,\nD1,Dewi,Jonas,dewi2@school.example,,,\n`),
    ),
  );
  await sql`insert into import_key (owner_id, source, part, key, thing_id, run_id, made, created_at)
    select ${home.id}, 'plain', 'person', 'staff-code:X9', ${admin.personId}, run_id, false, ${site.clock.now} from import_key where owner_id = ${home.id} limit 1`.execute(
    site.db,
  );
  const run = await upload(
    browser,
    list('staff.csv', `${staff}A1,Anna,Smith,,,,1/9/2026\nX9,Dewi,Jones,,,,1/9/2026\n`),
  );
  const page = await browser.get(run);
  assert.match(page.text, /who is administrator here/);
  assert.equal((await browser.post(`${run}/apply`, { shown: shownOf(page.text) })).status, 422);
  await confirm(site, browser, run, { many: 'yes' });
  assert.equal(await countMembers(site, sql`m.owner_id = ${home.id} and m.ended_at is not null`), 1);
});

test('when people changed after the preview, nothing is written and it is shown anew', async () => {
  const { site, home, browser } = await school();
  const run = await upload(browser, list('staff.csv', `${staff}A1,Anna,Smith,anna@school.example,,,\n`));
  await makePerson(site.db, home, { name: 'Somebody Else', email: 'anna@school.example' });
  const text = await confirm(site, browser, run);
  assert.match(text, /Something here changed after you had looked/);
  assert.equal(await countMembers(site), 2);
  assert.match(await confirm(site, browser, run), /Done on/);
  assert.equal(await countMembers(site), 3);
});

test('a list of whom we cannot tell asks, and files that are no lists say what they are', async () => {
  const { browser } = await school();
  const run = await upload(browser, list('names.csv', 'Forename,Surname\nAnna,Smith\n'));
  assert.match((await browser.get(run)).text, /Whom does names\.csv list\?/);
  await browser.post(`${run}/answer`, { kind_0: 'pupils' });
  assert.match((await browser.get(run)).text, /1 pupil/);
  const wrong = await browser.get(await upload(browser, await fixture('sign-in-page.csv')));
  assert.match(wrong.text, /is a web page, not CSV/);
  assert.equal((await browser.post('/school/imports', {}, [])).status, 422);
});

test('those of the family are linked to the child, and the small bundle settles at once', async () => {
  const { site, browser } = await school();
  const files = bundle().map(({ name, bytes }) => ({ field: 'files', name, body: bytes }));
  const run = await upload(browser, ...files);
  await browser.post(`${run}/answer`, { own: 'S' });
  await confirm(site, browser, run);
  const { rows } = await sql<{
    n: number;
  }>`/* job: test */ select count(*)::int as n from family_relation`.execute(site.db);
  assert.equal(rows[0]!.n, 2);
  assert.match((await browser.get(await upload(browser, ...files))).text, /There is nothing to do/);
});
