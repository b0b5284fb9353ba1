import { insertFamilyLink, insertMemberships, insertUnits } from '#features/people/index.ts';
import { deliver } from '#test/deliver.ts';
import { makeManager, makePerson, makeSchool, type TestPerson } from '#test/factories.ts';
import { mailbox } from '#test/mailbox.ts';
import { startOfTests, testSite } from '#test/site.ts';

/** Cai is in 5P, taught by Ffion, whose manager is Sian. Mari is the safeguarding lead, Gwenllian the head. */
export async function scene(options: Parameters<typeof testSite>[0] = {}) {
  const site = await testSite(options);
  const mails = mailbox(site);
  const { db } = site;
  const school = await makeSchool(db);
  const staff = (name: string, ...roles: string[]) =>
    makePerson(db, school, { name, roles, password: 'quiet river stone' });
  const people = {
    lead: await staff('Mari Evans', 'safeguarding-lead'),
    head: await staff('Gwenllian Davies', 'head'),
    ffion: await staff('Ffion Puw', 'teacher'),
    manager: await staff('Sian Rees'),
    colleague: await staff('Tomos Bevan'),
    office: await staff('Dewi Jones', 'administrator'),
    data: await staff('Elen Data', 'data-manager'),
    senior: await staff('Owain Price', 'senior-leader'),
    governor: await staff('Ioan Griffiths', 'governor'),
    guest: await makePerson(db, school, { name: 'Amara Obi', kind: 'guest' }),
    parent: await makePerson(db, school, { name: 'Lowri Roberts', kind: 'family' }),
    cai: await makePerson(db, school, { name: 'Cai Roberts', kind: 'pupil' }),
    mali: await makePerson(db, school, { name: 'Mali Rees', kind: 'pupil' }),
  };
  await makeManager(db, school, people.manager, people.ffion);
  const [p5] = await insertUnits(db, school.id, [{ kind: 'class', name: 'Class 5P' }], startOfTests);
  const joins = (part: 'teacher' | 'pupil', { personId }: TestPerson) => ({ unitId: p5!, personId, part });
  await insertMemberships(
    db,
    school.id,
    [joins('teacher', people.ffion), joins('pupil', people.cai)],
    startOfTests,
  );
  const link = { adultId: people.parent.personId, pupilId: people.cai.personId, relationship: 'mother' };
  await insertFamilyLink(db, school.id, link, startOfTests);
  return { site, mails, db, school, people, as: (name: keyof typeof people) => site.as(people[name]) };
}

/** Unmistakable words, to be looked for where they may not be. */
export const secret = 'zq-bruise-on-the-left-arm';

export const written = (pupil: TestPerson, more: Record<string, string> = {}) => ({
  pupil: pupil.personId,
  about: '',
  saw: secret,
  said: `${secret} he said`,
  on: '2026-11-18',
  at: '16:10',
  place: 'Playground',
  danger: 'no',
  told: '',
  ...more,
});

/** The concern that was written, from where its action led. */
export const idIn = (to: string): string => /\/concerns\/([\w-]{36})/.exec(to)![1]!;

type Stage = Awaited<ReturnType<typeof scene>>;

/** A concern that Ffion has just written about Cai; answers its address. */
export async function writtenBy(stage: Stage, more: Record<string, string> = {}): Promise<string> {
  const ffion = await stage.as('ffion');
  const { to } = await ffion.post('/concerns', written(stage.people.cai, more));
  await deliver(stage.site);
  return `/concerns/${idIn(to)}`;
}

export const waitsFor = async ({ db, people }: Stage, name: keyof Stage['people']): Promise<string[]> =>
  (
    await db
      .selectFrom('notice')
      .select('kind')
      .where('owner_id', '=', people[name].personId)
      .where('done_at', 'is', null)
      .execute()
  ).map(({ kind }) => kind);
