import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { selectStanding } from '#platform/access/standing.ts';
import { Who } from '#platform/access/who.ts';
import { joinCircle, makePerson, type TestPerson } from '#test/factories.ts';
import { programmeCalendar } from './programme-calendar.ts';
import { type DraftSite, draftSite } from '#test/draft-programme.ts';

interface Row {
  on_date: string;
  href: string;
  cancelled_at: Date | null;
  facts: { step: string; programme: string; order: [programme: string, number: number] };
}

async function calendarOf({ site, school }: DraftSite, person: TestPerson): Promise<Row[]> {
  const standing = await selectStanding(
    site.db,
    { personId: person.personId, name: person.name, locale: 'en-GB', theme: 'auto' },
    { id: school.id, name: school.name, zone: 'Europe/London', currency: 'GBP' },
    '2026-11-18',
  );
  const select = programmeCalendar.select(
    new Who(standing, 'learning'),
    sql.val('2026-11-23'),
    sql.val('2026-11-30'),
  );
  const rows = (await select.execute(site.db)).rows as Row[];
  return rows.filter(({ cancelled_at }) => cancelled_at === null);
}

test('the steps of a published programme stand in the calendars of its people and of nobody else', async () => {
  const draft = await draftSite();
  const { site, school, lena, here, programmeId } = draft;
  const [petra, otto] = [await makePerson(site.db, school), await makePerson(site.db, school)];
  await joinCircle(site.db, school, programmeId, petra, 'participant');
  assert.deepEqual(await calendarOf(draft, petra), [], 'not while it is a draft');

  await lena.post(`${here}/publish`);
  const rows = await calendarOf(draft, petra);
  assert.ok(rows.length >= 4);
  assert.ok(rows.every((row) => row.on_date >= '2026-11-23' && row.on_date <= '2026-11-30'));
  const first = rows.find((row) => row.href === `${here}/steps/1`);
  assert.equal(programmeCalendar.title(first!.facts as never), 'Starting points (Reading together)');
  assert.deepEqual(await calendarOf(draft, otto), []);
  // Of what is on the same day the programme's order decides, in the calendar and on the first page.
  const ofADay = Map.groupBy(rows, ({ on_date }) => on_date);
  const shared = [...ofADay.values()].find((each) => each.length > 1);
  assert.ok(shared, 'two steps on a day');
  const inOrder = shared
    .map(({ facts }) => facts.order[1])
    .toSorted((a, b) => a - b)
    .map((number) => `${here}/steps/${number}"`);
  const month = (await (await site.as(petra)).get('/me/calendar')).text;
  const places = inOrder.map((href) => month.indexOf(href));
  assert.ok(
    places.every((place, at) => place > (places[at - 1] ?? 0)),
    places.join(),
  );

  await lena.post(`${here}/design/steps/1/remove`);
  assert.equal((await calendarOf(draft, petra)).length, rows.length - 1);
  await lena.post(`${here}/close`);
  assert.deepEqual(await calendarOf(draft, petra), []);
});
