import { insertMemberships, insertUnits, people as peopleRoom } from '#features/people/index.ts';
import { deliver, runJob } from '#test/deliver.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { startOfTests, testSite } from '#test/site.ts';
import { firstDayJob } from './first-day.job.ts';

/** Classes 5P (Cai, Mali; Ffion teaches) and 6P (Ned; Tomos), and a mathematics set of all three that Ffion teaches. */
export async function scene() {
  const site = await testSite();
  const { db } = site;
  const school = await makeSchool(db);
  const staff = (name: string, ...roles: string[]) => makePerson(db, school, { name, roles });
  const pupil = async (name: string, yearLabel: string) => {
    const made = await makePerson(db, school, { name, kind: 'pupil' });
    await db
      .updateTable('member')
      .set({ year_label: yearLabel })
      .where('owner_id', '=', school.id)
      .where('person_id', '=', made.personId)
      .execute();
    return made;
  };
  const people = {
    office: await staff('Dewi Jones', 'administrator'),
    ffion: await staff('Ffion Puw'),
    tomos: await staff('Tomos Rees'),
    cai: await pupil('Cai Roberts', '5'),
    mali: await pupil('Mali Rees', '5'),
    ned: await pupil('Ned Hall', '6'),
  };
  const [p5, p6, set] = (await insertUnits(
    db,
    school.id,
    [
      { kind: 'class', name: 'Class 5P', yearLabel: '5' },
      { kind: 'class', name: 'Class 6P', yearLabel: '6' },
      { kind: 'class', name: 'Set 1', subject: 'Mathematics' },
    ],
    startOfTests,
  )) as [string, string, string];
  const place = (unitId: string, part: 'teacher' | 'pupil', ...names: (keyof typeof people)[]) =>
    names.map((name) => ({ unitId, personId: people[name].personId, part }));
  await insertMemberships(
    db,
    school.id,
    [
      ...place(p5, 'pupil', 'cai', 'mali'),
      ...place(p5, 'teacher', 'ffion'),
      ...place(p6, 'pupil', 'ned'),
      ...place(p6, 'teacher', 'tomos'),
      ...place(set, 'pupil', 'cai', 'mali', 'ned'),
      ...place(set, 'teacher', 'ffion'),
    ],
    startOfTests,
  );
  const office = await site.as(people.office);
  const begin = async (): Promise<string> => {
    const answer = await office.post('/school/year-end', {
      name: '2027–28',
      last_on: '2027-07-23',
      first_on: '2027-09-01',
    });
    if (answer.status !== 303) throw new Error(`${answer.status}: ${answer.text}`);
    return answer.to;
  };
  /** Prepares what stands on the page, as somebody who has looked at it. */
  const prepare = async (href: string) => {
    const { text } = await office.get(href);
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
    return office.post(`${href}/prepare`, { version: hidden('version'), digest: hidden('digest') });
  };
  /** Who is in which class on a day, and in which year: 'Cai Roberts 5: Class 5P, Set 1'. */
  const standing = async (day: string): Promise<string[]> => {
    const places = await db
      .selectFrom('member as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .leftJoin('membership as s', (join) =>
        join
          .onRef('s.person_id', '=', 'm.person_id')
          .on('s.owner_id', '=', school.id)
          .on('s.ended_at', 'is', null)
          .on((row) => row.or([row('s.starts_on', 'is', null), row('s.starts_on', '<=', day)]))
          .on((row) => row.or([row('s.ends_on', 'is', null), row('s.ends_on', '>=', day)])),
      )
      .leftJoin('unit as u', (join) => join.onRef('u.id', '=', 's.unit_id').on('u.owner_id', '=', school.id))
      .select(['p.name', 'm.year_label as year', 'u.name as unit', 'm.ends_on as endsOn'])
      .where('m.owner_id', '=', school.id)
      .where('m.kind', '=', 'pupil')
      .orderBy('p.name')
      .orderBy('u.name')
      .execute();
    return [...Map.groupBy(places, ({ name }) => name)].map(
      ([name, theirs]) =>
        `${name} ${theirs[0]!.year}: ${theirs.map(({ unit }) => unit ?? 'none').join(', ')}${theirs[0]!.endsOn ? ` until ${theirs[0]!.endsOn}` : ''}`,
    );
  };
  /** Moves the clock and lets happen what happens by itself. */
  const comes = async (at: string): Promise<void> => {
    site.clock.set(at);
    for (const job of [firstDayJob, ...peopleRoom.recurring!]) await runJob(site, job);
    await deliver(site);
  };
  return { site, comes, db, school, people, p5, p6, set, office, begin, prepare, standing };
}
