import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { insertLessons, insertTimetable, periodsOf, selectTimetable } from '#features/timetable/index.ts';
import { newId } from '#platform/db/ids.ts';
import { deliver } from '#test/deliver.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { type Answer, type Browser, type Fields, startOfTests, testSite } from '#test/site.ts';

/** The Thursday and the Monday after the day of tests. */
export const thursday = '2026-11-19';
export const monday = '2026-11-23';

/**
 * Ffion, Huw and Tomos teach 7A, 7B and 7C; Ffion has 7A in period 1 (09:00) on Mondays and Thursdays. Sian keeps cover,
 * Elin is a senior leader, Dewi the office.
 */
export async function scene({ weeks = 1 as 1 | 2, timetabled = true } = {}) {
  const site = await testSite();
  const { db } = site;
  const school = await makeSchool(db);
  const staff = (name: string, ...roles: string[]) => makePerson(db, school, { name, roles });
  const people = {
    head: await staff('Gwenllian Davies', 'head'),
    office: await staff('Dewi Jones', 'administrator'),
    keeper: await staff('Sian Rees', 'cover-manager'),
    senior: await staff('Elin Hughes', 'senior-leader'),
    ffion: await staff('Ffion Puw'),
    huw: await staff('Huw Parry'),
    tomos: await staff('Tomos Bevan'),
    cai: await makePerson(db, school, { name: 'Cai Roberts', kind: 'pupil' }),
    parent: await makePerson(db, school, { name: 'Lowri Roberts', kind: 'family' }),
  };
  const ids = await insertUnits(
    db,
    school.id,
    ['7A', '7B', '7C'].map((name) => ({ kind: 'class' as const, name })),
    startOfTests,
  );
  await insertMemberships(
    db,
    school.id,
    (['ffion', 'huw', 'tomos'] as const).map((who, n) => ({
      unitId: ids[n]!,
      personId: people[who].personId,
      part: 'teacher' as const,
    })),
    startOfTests,
  );
  if (timetabled) {
    const timetable = await insertTimetable(
      db,
      school.id,
      {
        name: '2026–27',
        weeks,
        startsOn: '2026-09-01',
        endsOn: null,
        firstWeek: 'A',
        periods: periodsOf('five'),
      },
      people.office.personId,
      startOfTests,
    );
    await db
      .updateTable('timetable')
      .set({ published_at: startOfTests })
      .where('owner_id', '=', school.id)
      .execute();
    const { periods } = await selectTimetable(db, school.id, timetable);
    await insertLessons(
      db,
      school.id,
      timetable,
      ['monday', 'thursday'].map((weekday) => ({
        id: newId(startOfTests),
        periodId: periods.find((each) => each.weekday === weekday && each.name === 'Period 1')!.id,
        week: 'both' as const,
        unitId: ids[0]!,
        subject: 'Maths',
        roomId: null,
        people: [{ personId: people.ffion.personId, part: 'teacher' as const }],
      })),
      { now: startOfTests, batchId: null },
    );
  }
  const as = (name: keyof typeof people) => site.as(people[name]);
  /** Begins a rota, usually the gate each Thursday from 08:20 to 08:45; its address. */
  const begin = async (fields: Fields = {}, by: keyof typeof people = 'senior'): Promise<string> => {
    const answer = await (
      await as(by)
    ).post('/rotas/new', {
      name: 'Gate',
      place: 'North gate',
      keeps_busy: 'yes',
      weekdays: ['thursday'],
      from: '08:20',
      until: '08:45',
      needed: 1,
      ...fields,
    });
    if (answer.status !== 303) throw new Error(`${answer.status}: ${words(answer.text)}`);
    return answer.to;
  };
  /** The times of a rota, in order. */
  const slotsOf = async (rota: string): Promise<string[]> =>
    (
      await db
        .selectFrom('rota_slot')
        .select('id')
        .where('owner_id', '=', school.id)
        .where('rota_id', '=', rota.split('/')[2]!)
        .orderBy('id')
        .execute()
    ).map(({ id }) => id);
  /** Puts somebody on the first time of a rota, and what was answered. */
  const put = async (rota: string, who: keyof typeof people, fields: Fields = {}): Promise<Answer> =>
    (await as('senior')).post(`${rota}/stands`, {
      slot: (await slotsOf(rota))[0]!,
      person: people[who].personId,
      ...fields,
    });
  /** Who stands there and is not taken off, by the order in which they were put. */
  const stands = () =>
    db
      .selectFrom('rota_stand as t')
      .innerJoin('person as p', 'p.id', 't.person_id')
      .select(['t.id', 'p.name'])
      .where('t.owner_id', '=', school.id)
      .where('t.ended_at', 'is', null)
      .where('t.until_on', 'is', null)
      .orderBy('t.id')
      .execute();
  /** Asks that somebody, or all, take the first duty there is on a day; the address of what was asked. */
  const ask = async (by: keyof typeof people, on: string, asked?: keyof typeof people): Promise<string> => {
    const [stand] = await stands();
    const answer = await (
      await as(by)
    ).post(`/rotas/duties/${stand!.id}/${on}/ask`, {
      asked: asked === undefined ? '' : people[asked].personId,
      words: 'I meet a parent.',
    });
    if (answer.status !== 303) throw new Error(`${answer.status}: ${words(answer.text)}`);
    const [swap] = await db
      .selectFrom('rota_swap')
      .select('id')
      .where('owner_id', '=', school.id)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .execute();
    return `/rotas/swaps/${swap!.id}`;
  };
  /** The line of a day in the week of everybody, as one reads it. */
  const week = async (who: keyof typeof people, on: string): Promise<string> =>
    words((await (await as(who)).get(`/rotas?week=${on}`)).text);
  return { site, db, school, people, as, begin, put, slotsOf, stands, ask, week, jobs: () => deliver(site) };
}

/** The undo that stands on the page after what was just done, to be pressed. */
export async function undoOf(browser: Browser, done: Answer): Promise<() => Promise<Answer>> {
  const page = (await browser.get(done.to)).text;
  const [, address] = /<form method="post" action="([^"]+)">(?=(?:(?!<\/form>)[^])*Undo)/.exec(page) ?? [];
  if (address === undefined) throw new Error(`Nothing to undo: ${words(page)}`);
  return () => browser.post(address);
}

export const words = (text: string): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
