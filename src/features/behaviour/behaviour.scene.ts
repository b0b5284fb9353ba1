import { insertFamilyLink, insertMemberships, insertUnits } from '#features/people/index.ts';
import { makePerson, makeSchool, type TestPerson } from '#test/factories.ts';
import { startOfTests, testSite } from '#test/site.ts';
import { insertCategories } from './settings/category.queries.ts';

/**
 * Class 5P with Cai, Mali and Ann, taught by Ffion, assisted by Huw; class 6R with Ned, taught by Tomos. Lowri is Cai's
 * mother and told of everything, Dylan is told nothing of behaviour, Rhian is Ned's mother. Three things can be noted:
 * kindness, and keeping at it with two points, and unkind words.
 */
export async function scene(options: Parameters<typeof testSite>[0] = {}) {
  const site = await testSite(options);
  const { db } = site;
  const school = await makeSchool(db);
  const staff = (name: string, ...roles: string[]) => makePerson(db, school, { name, roles });
  const pupil = (name: string) => makePerson(db, school, { name, kind: 'pupil' });
  const family = (name: string) => makePerson(db, school, { name, kind: 'family' });
  const people = {
    office: await staff('Dewi Jones', 'administrator'),
    head: await staff('Gwen Davies', 'head'),
    senior: await staff('Owain Price', 'senior-leader'),
    safe: await staff('Mari Evans', 'safeguarding-lead'),
    ffion: await staff('Ffion Puw'),
    huw: await staff('Huw Parry'),
    tomos: await staff('Tomos Bevan'),
    governor: await staff('Ioan Griffiths', 'governor'),
    guest: await makePerson(db, school, { name: 'Amara Obi', kind: 'guest' }),
    lowri: await family('Lowri Roberts'),
    dylan: await family('Dylan Roberts'),
    rhian: await family('Rhian Hall'),
    cai: await pupil('Cai Roberts'),
    mali: await pupil('Mali Rees'),
    ann: await pupil('Ann Ellis'),
    ned: await pupil('Ned Hall'),
  };
  const [p5, r6] = await insertUnits(
    db,
    school.id,
    [
      { kind: 'class', name: 'Class 5P' },
      { kind: 'class', name: 'Class 6R' },
    ],
    startOfTests,
  );
  const joins = (unitId: string, part: 'teacher' | 'assistant' | 'pupil', ...those: TestPerson[]) =>
    those.map(({ personId }) => ({ unitId, personId, part }));
  await insertMemberships(
    db,
    school.id,
    [
      ...joins(p5!, 'teacher', people.ffion),
      ...joins(p5!, 'assistant', people.huw),
      ...joins(p5!, 'pupil', people.cai, people.mali, people.ann),
      ...joins(r6!, 'teacher', people.tomos),
      ...joins(r6!, 'pupil', people.ned),
    ],
    startOfTests,
  );
  const link = (adult: TestPerson, child: TestPerson) =>
    insertFamilyLink(
      db,
      school.id,
      { adultId: adult.personId, pupilId: child.personId, relationship: null },
      startOfTests,
    );
  await link(people.lowri, people.cai);
  await link(people.dylan, people.cai);
  await link(people.rhian, people.ned);
  await db
    .updateTable('family_relation')
    .set({ told: ['attendance', 'learning'] })
    .where('owner_id', '=', school.id)
    .where('adult_id', '=', people.dylan.personId)
    .execute();
  const plain = { about: '', sign: '' };
  const [kind, kept, unkind] = await insertCategories(
    db,
    school.id,
    [
      { tone: 'positive', name: 'Kind to somebody', points: null, ...plain },
      { tone: 'positive', name: 'Kept going', points: 2, ...plain },
      { tone: 'negative', name: 'Unkind words', points: null, ...plain },
    ],
    startOfTests,
  );
  return {
    site,
    db,
    school,
    people,
    p5: p5!,
    r6: r6!,
    categories: { kind: kind!, kept: kept!, unkind: unkind! },
    as: (name: keyof typeof people) => site.as(people[name]),
    /** The ids of the events of a pupil, as they were noted. */
    eventsOf: async (of: TestPerson): Promise<string[]> =>
      (
        await db
          .selectFrom('behaviour_event')
          .select('id')
          .where('owner_id', '=', school.id)
          .where('pupil_id', '=', of.personId)
          .orderBy('created_at')
          .orderBy('id')
          .execute()
      ).map(({ id }) => id),
  };
}

/** What the form sends beside whom it is about, what it was and the words. */
export const sentAs = (
  tone: 'positive' | 'negative',
  category: string,
  pupils: TestPerson | readonly TestPerson[],
  more: Record<string, string> = {},
): Record<string, string | string[]> => ({
  tone,
  category,
  pupils: [pupils].flat().map(({ personId }) => personId),
  words: tone === 'positive' ? 'You waited and let others go first.' : 'Called another pupil a name.',
  on: '2026-11-18',
  at: '10:40',
  place: 'lesson',
  seen: 'shown',
  ...more,
});

/** What of Today still waits: what was done lately stands below it. */
export const waitingOn = (today: string): string => today.split('Done lately')[0]!;
