import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { deliver, runJob } from '#test/deliver.ts';
import { emptyOldRuns } from './empty-old-runs.job.ts';
import { confirm, countMembers, list, school, staff, upload } from './import-hands.test-helper.ts';

test('what an import added is taken back softly, except who has an account by now', async () => {
  const { site, home, browser } = await school();
  const run = await upload(
    browser,
    list('staff.csv', `${staff}A1,Anna,Smith,,,Maths,\nA2,Rhys,Morgan,,,Maths,\n`),
  );
  await confirm(site, browser, run);
  const { rows } = await sql<{
    id: string;
  }>`/* job: test */ select id from person where given_name = 'Rhys'`.execute(site.db);
  await site.db
    .insertInto('credential')
    .values({ person_id: rows[0]!.id, password_hash: 'x', changed_at: site.clock.now })
    .execute();
  assert.equal((await browser.post(`${run}/undo`)).status, 303);
  await deliver(site);
  assert.match((await browser.get(run)).text, /1 person stayed/);
  assert.equal(await countMembers(site, sql`m.owner_id = ${home.id} and m.ended_at is null`), 2);
  const units = await site.db.selectFrom('unit').select('ended_at').where('owner_id', '=', home.id).execute();
  assert.ok(units[0]!.ended_at);
});

test('files and previews go after thirty days, and the sum stays', async () => {
  const { site, admin, browser: before } = await school();
  const run = await upload(before, list('staff.csv', `${staff}A1,Anna,Smith,,,,\n`));
  site.clock.move(31 * 86_400_000);
  await runJob(site, emptyOldRuns);
  const left = await sql<{
    rows: number;
    files: number;
  }>`/* job: test */ select (select count(*)::int from import_row) as rows, (select count(*)::int from file) as files`.execute(
    site.db,
  );
  assert.deepEqual(left.rows[0], { rows: 0, files: 0 });
  const browser = await site.as(admin);
  assert.equal((await browser.get(run)).status, 200);
  assert.equal((await browser.post(`${run}/apply`, { shown: '' })).status, 422);
});
