import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, isWeekend } from '#platform/calendar/dates.ts';
import { insertTerms } from '#features/organisation/index.ts';
import { deliver } from '#test/deliver.ts';
import { begun, scene, tried } from './practice.scene.ts';

/** The clock is moved through a whole school year of meeting things again. */

const holidays = [
  ['2026-10-24', '2026-11-01'],
  ['2026-12-19', '2027-01-03'],
  ['2027-02-13', '2027-02-21'],
  ['2027-03-27', '2027-04-11'],
  ['2027-05-29', '2027-06-06'],
] as const;
const closed = (day: string): boolean =>
  isWeekend(day) || holidays.some(([from, until]) => from <= day && day <= until);

/** What each person answers at their first, second … look; the last answer goes on. */
const answers = {
  ann: ['with-thought', 'by-itself'],
  tomos: ['with-thought', 'with-thought', 'slipped-back', 'with-thought', 'by-itself'],
  nia: ['forgot', 'forgot', 'with-thought'],
};
type Name = keyof typeof answers;

test('from September to July, several practices are met again at widening intervals and never in a holiday', async () => {
  const { site, db, school, people, as } = await scene();
  site.clock.set('2026-09-07T07:00:00Z');
  for (const [startsOn, endsOn] of holidays)
    await db
      .insertInto('closure')
      .values({
        owner_id: school.id,
        id: crypto.randomUUID(),
        kind: 'holiday',
        name: 'Holiday',
        starts_on: startsOn,
        ends_on: endsOn,
        created_at: site.clock.now,
      })
      .execute();
  const practices = new Map<Name, string>();
  for (const name of Object.keys(answers) as Name[]) {
    const browser = await as(name);
    const replaces = name === 'ann' ? 'Answering my own question' : '';
    const practice = await begun(browser, { words: `What ${name} practises`, replaces });
    await tried(browser, practice, { on_date: '2026-09-04' });
    practices.set(name, practice);
  }

  const looks: Record<Name, string[]> = { ann: [], tomos: [], nia: [] };
  for (let day = '2026-09-07'; day <= '2027-07-23'; day = addDays(day, 1)) {
    site.clock.set(`${day}T07:30:00Z`);
    await deliver(site);
    for (const name of Object.keys(answers) as Name[]) {
      const waiting = await db
        .selectFrom('notice')
        .select('kind')
        .where('owner_id', '=', people[name].personId)
        .where('kind', '=', 'practice.due')
        .where('done_at', 'is', null)
        .execute();
      if (waiting.length === 0) continue;
      assert.equal(waiting.length, 1, 'one notice, however many are due');
      assert.ok(!closed(day), `${name} is asked on ${day}`);
      const number = looks[name].length + 1;
      const how = answers[name][number - 1] ?? answers[name].at(-1)!;
      const answer = await (await as(name)).post(`${practices.get(name)}/looks/${number}`, { how });
      assert.equal(answer.status, 303, `${name}, look ${number}: ${answer.text.slice(0, 200)}`);
      looks[name].push(day);
    }
  }

  assert.deepEqual(
    looks.ann,
    ['2026-09-14', '2026-10-05', '2026-11-23', '2027-03-01', '2027-07-19'],
    'the last asks for the old habit',
  );
  assert.equal(looks.tomos[3], '2026-11-30', 'a week after the old way came back');
  assert.deepEqual(
    looks.tomos,
    ['2026-09-14', '2026-10-05', '2026-11-23', '2026-11-30', '2027-01-04', '2027-02-22', '2027-06-07'],
    'three weeks after the last of November would be in the holidays',
  );
  assert.ok(looks.nia.length >= 6, looks.nia.join());
  assert.ok(looks.nia.every((day) => !closed(day)));

  const page = async (name: Name) => (await (await as(name)).get(practices.get(name)!)).text;
  assert.match(await page('ann'), /can easily re-emerge/, 'it says why one is asked still');
  assert.match(await page('tomos'), /goes by itself since/);
  assert.doesNotMatch(await page('nia'), /goes by itself since/);
});

test('a look that would fall into next summer waits for September, though next year is not entered', async () => {
  const { site, db, as, people } = await scene();
  site.clock.set('2027-07-20T08:00:00Z');
  const ann = await as('ann');
  const practice = await begun(ann);
  await ann.post(`${practice}/looks`);
  const due = async (): Promise<string> =>
    (
      await db
        .selectFrom('practice_look')
        .select('due_on')
        .where('owner_id', '=', people.ann.personId)
        .executeTakeFirstOrThrow()
    ).due_on;
  assert.equal(await due(), '2027-08-31', 'a year after the first Tuesday of this one');
  await insertTerms(
    db,
    people.ann.organisationId,
    [{ kind: 'term', name: 'Autumn', startsOn: '2027-09-06', endsOn: '2027-12-17' }],
    site.clock.now,
  );
  site.clock.set('2027-08-31T08:00:00Z');
  await deliver(site);
  assert.equal(await due(), '2027-09-06', 'the school has said meanwhile when it begins');
  site.clock.set('2027-09-06T08:00:00Z');
  await deliver(site);
  assert.match((await (await as('ann')).get('/today')).text, /Meet again what you practise/);
});
