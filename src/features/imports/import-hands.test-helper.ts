import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { deliver } from '#test/deliver.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { type Browser, type TestFile, testSite, type TestSite } from '#test/site.ts';

/** What whoever imports does by hand, for tests. */
export const fixture = async (name: string): Promise<TestFile> => ({
  field: 'files',
  name,
  body: await readFile(new URL(`../../../test/fixtures/imports/${name}`, import.meta.url)),
});
export const list = (name: string, body: string): TestFile => ({ field: 'files', name, body });

export async function school() {
  const site = await testSite();
  const home = await makeSchool(site.db, 'Ysgol Bryn Coch');
  const admin = await makePerson(site.db, home, {
    name: 'Dewi Jones',
    roles: ['administrator'],
    email: 'dewi@school.example',
  });
  const browser = await site.as(admin);
  return { site, home, admin, browser };
}

export const shownOf = (text: string): string => /name="shown" value="([0-9a-f]+)"/.exec(text)?.[1] ?? '';

export async function upload(browser: Browser, ...files: TestFile[]): Promise<string> {
  const answer = await browser.post('/school/imports', {}, files);
  assert.equal(answer.status, 303, answer.text);
  return answer.to;
}

export async function confirm(site: TestSite, browser: Browser, run: string, fields = {}): Promise<string> {
  const page = await browser.get(run);
  const answer = await browser.post(`${run}/apply`, { shown: shownOf(page.text), ...fields });
  assert.equal(answer.status, 303, answer.text);
  await deliver(site);
  return (await browser.get(run)).text;
}

export const countMembers = async (site: TestSite, where = sql`true`): Promise<number> => {
  const { rows } = await sql<{
    n: number;
  }>`/* job: test */ select count(*)::int as n from member m where ${where}`.execute(site.db);
  return rows[0]!.n;
};

/** The heading of a list of staff. */
export const staff = 'Staff code,Forename,Surname,E-mail,Role,Department,Leaving date\n';
