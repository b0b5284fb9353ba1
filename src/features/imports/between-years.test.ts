import assert from 'node:assert/strict';
import { test } from 'node:test';
import { list, school, confirm, upload } from './import-hands.test-helper.ts';

const heading = 'UPN,Forename,Surname,Year group,Form\n';
const oldYear = [
  'A820200112001,Cai,Roberts,5,5P',
  'A820200112002,Mali,Rees,5,5P',
  'A820200112003,Ned,Hall,6,6P',
];

/** A school that lives by its lists, with the passage to the next year prepared in July. */
async function prepared() {
  const all = await school();
  const { site, home, admin } = all;
  const bring = async (rows: readonly string[]) => {
    const browser = await site.as(admin);
    const run = await upload(browser, list('pupils.csv', heading + rows.map((row) => `${row}\n`).join('')));
    return { browser, run };
  };
  const brought = await bring(oldYear);
  await confirm(site, brought.browser, brought.run);
  site.clock.set('2027-07-12T09:00:00Z');
  const office = await site.as(admin);
  const begun = await office.post('/school/year-end', {
    name: '2027–28',
    last_on: '2027-07-23',
    first_on: '2027-09-01',
  });
  const hidden = (text: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)![1]!;
  const units = await site.db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('owner_id', '=', home.id)
    .execute();
  const idOf = (name: string) => units.find((each) => each.name === name)!.id;
  await office.post(`${begun.to}/classes`, {
    version: '1',
    [`class-${idOf('5P')}`]: `go:${idOf('6P')}`,
    [`class-${idOf('6P')}`]: 'leave',
  });
  const { text } = await office.get(begun.to);
  const done = await office.post(`${begun.to}/prepare`, {
    version: hidden(text, 'version'),
    digest: hidden(text, 'digest'),
  });
  assert.equal(done.status, 303, done.text);
  /** Who is in which form on a day. */
  const standing = async (day: string) =>
    (
      await site.db
        .selectFrom('membership as s')
        .innerJoin('person as p', 'p.id', 's.person_id')
        .innerJoin('unit as u', (join) => join.onRef('u.id', '=', 's.unit_id').on('u.owner_id', '=', home.id))
        .select(['p.given_name as who', 'u.name as unit'])
        .where('s.owner_id', '=', home.id)
        .where('s.ended_at', 'is', null)
        .where((row) => row.or([row('s.starts_on', 'is', null), row('s.starts_on', '<=', day)]))
        .where((row) => row.or([row('s.ends_on', 'is', null), row('s.ends_on', '>=', day)]))
        .orderBy('p.given_name')
        .orderBy('u.name')
        .execute()
    ).map(({ who, unit }) => `${who} ${unit}`);
  return { ...all, bring, standing, href: begun.to };
}

test('a list of the old year, brought in again in July or in August, takes nothing of the prepared year away', async () => {
  const { site, bring, standing } = await prepared();
  const next = ['Cai 6P', 'Mali 6P'];
  assert.deepEqual(await standing('2027-09-06'), next);
  for (const day of ['2027-07-15T09:00:00Z', '2027-08-10T09:00:00Z']) {
    site.clock.set(day);
    const { browser, run } = await bring(oldYear.slice(0, 2));
    const { text } = await browser.get(run);
    assert.match(text, /Everything in these files is here already/, day);
    assert.match(text, /2027–28 is prepared for 1 September 2027/, day);
    assert.deepEqual(await standing('2027-09-06'), next, day);
  }
});

test('who is new in such a list comes into their class, and the passage says that they are not carried along', async () => {
  const { site, admin, bring, standing, href } = await prepared();
  site.clock.set('2027-07-15T09:00:00Z');
  const { browser, run } = await bring([...oldYear, 'A820200112004,Eira,Wyn,5,5P']);
  await confirm(site, browser, run);
  assert.deepEqual(await standing('2027-07-16'), ['Cai 5P', 'Eira 5P', 'Mali 5P', 'Ned 6P']);
  assert.match((await (await site.as(admin)).get(href)).text, /not carried along: Eira Wyn/);
});

test('a list of the new year moves who goes elsewhere: the places are the lists’ to change', async () => {
  const { site, bring, standing } = await prepared();
  site.clock.set('2027-09-06T09:00:00Z');
  const { browser, run } = await bring(['A820200112001,Cai,Roberts,6,6P', 'A820200112002,Mali,Rees,6,6Q']);
  await confirm(site, browser, run);
  assert.deepEqual(await standing('2027-09-07'), ['Cai 6P', 'Mali 6Q']);
});
