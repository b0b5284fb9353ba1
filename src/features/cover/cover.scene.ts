import { newId } from '#platform/db/ids.ts';
import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { insertLessons } from '#features/timetable/index.ts';
import { deliver } from '#test/deliver.ts';
import { makePerson, makeSchool, type TestPerson } from '#test/factories.ts';
import { type Answer, type Browser, type Fields, startOfTests, testSite } from '#test/site.ts';
import { makeTimetable } from '#test/timetable.ts';

/** The Monday after the day of tests: what is arranged is to come. */
export const monday = '2026-11-23';

export interface SceneLesson {
  period: string;
  unit: string;
  teacher: string;
  subject?: string;
  weekday?: string;
  support?: boolean;
}

/**
 * A secondary school on a five-period day. Ffion, Huw, Tomos and Owain teach classes 7A to 7D; Nia assists in 7A. On
 * Mondays Ffion has 7A in periods 1 and 2, Huw 7B in period 1, Tomos 7C in period 2, Owain 7D in period 5. Sian keeps cover.
 */
export async function scene({ timetabled = true, options = {} as Parameters<typeof testSite>[0] } = {}) {
  const site = await testSite(options);
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
    owain: await staff('Owain Price'),
    nia: await staff('Nia Lloyd'),
    guest: await makePerson(db, school, { name: 'Amara Obi', kind: 'guest' }),
    parent: await makePerson(db, school, { name: 'Lowri Roberts', kind: 'family' }),
    cai: await makePerson(db, school, { name: 'Cai Roberts', kind: 'pupil' }),
  };
  const names = ['7A', '7B', '7C', '7D'];
  const ids = await insertUnits(
    db,
    school.id,
    names.map((name) => ({ kind: 'class' as const, name })),
    startOfTests,
  );
  const units = Object.fromEntries(names.map((name, n) => [name, ids[n]!])) as Record<string, string>;
  const join = (unit: string, person: TestPerson, part: 'teacher' | 'assistant' | 'pupil') => ({
    unitId: units[unit]!,
    personId: person.personId,
    part,
  });
  await insertMemberships(
    db,
    school.id,
    [
      join('7A', people.ffion, 'teacher'),
      join('7B', people.huw, 'teacher'),
      join('7C', people.tomos, 'teacher'),
      join('7D', people.owain, 'teacher'),
      join('7A', people.nia, 'assistant'),
      join('7A', people.cai, 'pupil'),
    ],
    startOfTests,
  );
  let timetable = '';
  let periods: Awaited<ReturnType<typeof makeTimetable>>['periods'] = [];
  const lessons = (all: readonly SceneLesson[]): Promise<void> =>
    insertLessons(
      db,
      school.id,
      timetable,
      all.map(({ period, unit, teacher, subject = 'Maths', weekday = 'monday', support = false }) => ({
        id: newId(startOfTests),
        periodId: periods.find((each) => each.weekday === weekday && each.name === period)!.id,
        week: 'both' as const,
        unitId: units[unit]!,
        subject,
        roomId: null,
        people: [
          {
            personId: people[teacher as keyof typeof people].personId,
            part: support ? 'support' : 'teacher',
          },
        ],
      })),
      { now: startOfTests, batchId: null },
    ) as Promise<void>;
  if (timetabled) {
    ({ id: timetable, periods } = await makeTimetable(db, school, people.office));
    await lessons([
      { period: 'Period 1', unit: '7A', teacher: 'ffion' },
      { period: 'Period 2', unit: '7A', teacher: 'ffion' },
      { period: 'Period 1', unit: '7B', teacher: 'huw' },
      { period: 'Period 2', unit: '7C', teacher: 'tomos' },
      { period: 'Period 5', unit: '7D', teacher: 'owain' },
    ]);
  }
  const as = (name: keyof typeof people) => site.as(people[name]);
  /** Says that somebody is away, all of the Monday unless told otherwise; the address of the absence. */
  const away = async (who: keyof typeof people, fields: Fields = {}, by: keyof typeof people = who) => {
    const answer = await (
      await as(by)
    ).post('/cover/away', {
      when: 'days',
      from_on: monday,
      kind: 'ill',
      ...(by !== who && { person: people[who].personId }),
      ...fields,
    });
    if (answer.status !== 303) throw new Error(`${answer.status}: ${words(answer.text)}`);
    return answer.to;
  };
  /** The address at which a class of an absence is arranged. */
  const slot = (absence: string, unit: string, at: string, on = monday): string =>
    `${absence}/${on}/${at.replace(':', '')}/${units[unit]}`;
  /** Asks somebody to take a class; the answer. */
  const ask = async (
    absence: string,
    unit: string,
    at: string,
    person: keyof typeof people,
    by: keyof typeof people = 'keeper',
    more: Fields = {},
  ) =>
    (await as(by)).post(slot(absence, unit, at), {
      how: 'colleague',
      person: people[person].personId,
      was: '',
      ...more,
    });
  return { site, db, school, people, units, lessons, as, away, slot, ask, jobs: () => deliver(site) };
}

/** The undo that stands on the page after what was just done, to be pressed. */
export async function undoOf(browser: Browser, done: Answer): Promise<() => Promise<Answer>> {
  const page = (await browser.get(done.to)).text;
  const [, address] = /<form method="post" action="([^"]+)">(?=(?:(?!<\/form>)[^])*Undo)/.exec(page) ?? [];
  if (address === undefined) throw new Error(`Nothing to undo: ${words(page)}`);
  return () => browser.post(address);
}

export type Named = keyof Awaited<ReturnType<typeof scene>>['people'];

export const words = (text: string): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
