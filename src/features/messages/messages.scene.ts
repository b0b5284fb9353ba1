import { endMembers, insertFamilyLink, insertMemberships, insertUnits } from '#features/people/index.ts';
import { standingsChanged } from '#platform/access/standing.ts';
import { deliver } from '#test/deliver.ts';
import { makePerson, makeSchool, type TestPerson } from '#test/factories.ts';
import { type Fields, startOfTests, testSite } from '#test/site.ts';

/**
 * Class 5P with Cai and Mali, taught by Ffion, assisted by Huw; class 6R with Ned, taught by Tomos. Lowri looks after Cai
 * and Ned, Gareth after Cai; Rhys looks after Ned and may not be told of messages. Sara has left. Mari is the
 * safeguarding lead.
 */
export async function scene(options: Parameters<typeof testSite>[0] = {}) {
  const site = await testSite(options);
  const { db } = site;
  const school = await makeSchool(db);
  const staff = (name: string, ...roles: string[]) => makePerson(db, school, { name, roles });
  const pupil = (name: string) => makePerson(db, school, { name, kind: 'pupil' });
  const family = (name: string) => makePerson(db, school, { name, kind: 'family', roles: ['parent-carer'] });
  const people = {
    head: await staff('Gwenllian Davies', 'head'),
    mari: await staff('Mari Evans', 'safeguarding-lead'),
    office: await staff('Dewi Jones', 'administrator'),
    ffion: await staff('Ffion Puw', 'teacher'),
    huw: await staff('Huw Parry', 'teaching-assistant'),
    tomos: await staff('Tomos Rees', 'teacher'),
    guest: await makePerson(db, school, { name: 'Amara Obi', kind: 'guest' }),
    lowri: await family('Lowri Roberts'),
    gareth: await family('Gareth Roberts'),
    rhys: await family('Rhys Hall'),
    cai: await pupil('Cai Roberts'),
    mali: await pupil('Mali Rees'),
    ned: await pupil('Ned Hall'),
    sara: await pupil('Sara Wyn'),
  };
  const link = (adult: TestPerson, child: TestPerson) =>
    insertFamilyLink(
      db,
      school.id,
      { adultId: adult.personId, pupilId: child.personId, relationship: null },
      startOfTests,
    );
  await link(people.lowri, people.cai);
  await link(people.lowri, people.ned);
  await link(people.gareth, people.cai);
  await link(people.rhys, people.ned);
  const ids = await insertUnits(
    db,
    school.id,
    [
      { kind: 'class', name: 'Class 5P', yearLabel: '5' },
      { kind: 'class', name: 'Class 6R', yearLabel: '6' },
      { kind: 'department', name: 'Mathematics' },
    ],
    startOfTests,
  );
  const [p5, r6, maths] = ids as [string, string, string];
  const joins = (
    unitId: string,
    part: 'teacher' | 'assistant' | 'pupil' | 'member',
    ...those: TestPerson[]
  ) => those.map(({ personId }) => ({ unitId, personId, part }));
  await insertMemberships(
    db,
    school.id,
    [
      ...joins(p5, 'teacher', people.ffion),
      ...joins(p5, 'assistant', people.huw),
      ...joins(p5, 'pupil', people.cai, people.mali, people.sara),
      ...joins(r6, 'teacher', people.tomos),
      ...joins(r6, 'pupil', people.ned),
      ...joins(maths, 'member', people.tomos, people.huw),
    ],
    startOfTests,
  );
  await endMembers(db, school.id, [people.sara.personId], '2026-11-13', startOfTests);
  type Key = keyof typeof people;
  const as = (name: Key) => site.as(people[name]);
  /** Whether an adult may be told of messages about a child. */
  const tell = async (adult: Key, child: Key, told: readonly string[]) => {
    await db
      .updateTable('family_relation')
      .set({ told: [...told] })
      .where('owner_id', '=', school.id)
      .where('adult_id', '=', people[adult].personId)
      .where('pupil_id', '=', people[child].personId)
      .execute();
    await standingsChanged(db, school.id);
  };
  await tell('rhys', 'ned', ['attendance', 'learning']);
  const to = (name: Key, about?: Key) =>
    `/messages/to/${people[name].personId}${about ? `/about/${people[about].personId}` : ''}`;
  const done = async (name: Key, path: string, fields: Fields): Promise<string> => {
    const answer = await (await as(name)).post(path, fields);
    if (answer.status !== 303) throw new Error(`${answer.status}: ${answer.text.slice(-3000)}`);
    return answer.to;
  };
  /** Writes to somebody and answers the address of the conversation; a minute later it has arrived. */
  const write = async (
    from: Key,
    name: Key,
    text: string,
    about?: Key,
    more: Fields = {},
  ): Promise<string> => {
    const talk = await done(from, to(name, about), { text, ...more });
    site.clock.move(61_000);
    return talk;
  };
  /** Says something in a conversation; a minute later it has arrived. */
  const say = async (from: Key, talk: string, text: string, more: Fields = {}) => {
    await done(from, talk, { text, ...more });
    site.clock.move(61_000);
  };
  /** Ffion opens a space for 5P. */
  const space = async (fields: Fields = {}): Promise<string> => {
    const talk = await done('ffion', '/messages/new/class', {
      title: 'Questions about fractions',
      classes: p5,
      mode: 'discuss',
      text: 'Ask here until Friday.',
      ...fields,
    });
    site.clock.move(61_000);
    return talk;
  };
  /** How the school wishes it. */
  const set = (fields: Fields = {}) =>
    done('mari', '/messages/settings', {
      quiet_from: '18:00',
      quiet_until: '07:30',
      quiet_days: ['6', '7'],
      flag_words: 'stupid\nidiote',
      flag_mode: 'hold',
      hours_to_lead: '24',
      hours_to_head: '48',
      version: '0',
      ...fields,
    });
  /** The id of the newest message with these words. */
  const idOf = async (text: string): Promise<string> =>
    (
      await db
        .selectFrom('message')
        .select('id')
        .where('owner_id', '=', school.id)
        .where('text', '=', text)
        .orderBy('written_at', 'desc')
        .executeTakeFirstOrThrow()
    ).id;
  return {
    site,
    db,
    school,
    people,
    p5,
    r6,
    maths,
    as,
    tell,
    to,
    done,
    write,
    say,
    space,
    set,
    idOf,
    jobs: () => deliver(site),
    waiting: async (name: Key) => (await (await as(name)).get('/today')).text,
  };
}

export type Named = keyof Awaited<ReturnType<typeof scene>>['people'];
