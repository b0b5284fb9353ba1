import assert from 'node:assert/strict';
import { giveConsent } from '#features/consents/consents.scene.ts';
import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { makePerson, type TestPerson } from '../factories.ts';
import type { TestSite } from '../site.ts';
import type { World } from '../world.ts';

export interface ProgrammeStep {
  id: string;
  number: number;
  title: string;
  kind: string;
  stage: string;
  onDate: string;
}

export interface CoachingProgramme {
  id: string;
  address: string;
  title: string;
  steps: ProgrammeStep[];
  /** The address of a step's page. */
  at(step: ProgrammeStep): string;
  /** Those laid out from this step of the catalogue, in their order: 'behaviour-clips'. */
  of(templateStep: string): ProgrammeStep[];
}

/**
 * The twelve-session video coaching programme of the catalogue, planned by the CPD leader for the teacher with the
 * specialist as her coach, and published. It begins on 2 November: the first clip is due about the day of the tests.
 */
export async function coachingProgramme(
  site: TestSite,
  { db, school, people }: World,
): Promise<CoachingProgramme> {
  const leader = await site.as(people['cpd-leader']);
  const done = async (path: string, fields: Parameters<typeof leader.post>[1] = {}): Promise<void> => {
    const { status, text } = await leader.post(path, fields);
    assert.equal(status, 303, text);
  };
  const title = 'Coaching on film';
  await done('/programmes/new', {
    template: 'instructional-coaching-programme',
    title,
    starts_on: '2026-11-02',
    terms: '3',
    aim: 'transform',
    change_kind: 'additive',
  });
  const address = '/programmes/coaching-on-film';
  const enrol = (part: string, { personId }: TestPerson) =>
    done(`${address}/people/enrol`, { part, people: [personId] });
  await enrol('participant', people.teacher);
  await enrol('specialist', people.specialist);
  await done(`${address}/publish`);
  const { id } = await db
    .selectFrom('programme')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('title', '=', title)
    .executeTakeFirstOrThrow();
  const steps = await db
    .selectFrom('programme_step')
    .select(['id', 'number', 'title', 'kind', 'stage', 'template_step as from', 'on_date as onDate'])
    .where('owner_id', '=', school.id)
    .where('programme_id', '=', id)
    .orderBy('on_date')
    .orderBy('number')
    .execute();
  return {
    id,
    address,
    title,
    steps: steps as ProgrammeStep[],
    at: ({ number }) => `${address}/steps/${number}`,
    of: (templateStep) => steps.filter(({ from }) => from === templateStep) as ProgrammeStep[],
  };
}

/** The teacher's class with two pupils: Cai, whose family agreed to filming, and Mali, whose has not answered. */
export async function classWithOneUnanswered(
  site: TestSite,
  { db, school, people, at }: World,
): Promise<void> {
  const [unitId] = await insertUnits(db, school.id, [{ kind: 'class', name: 'Class 5P' }], at);
  const [cai, mali] = [
    await makePerson(db, school, { name: 'Cai Ellis', kind: 'pupil' }),
    await makePerson(db, school, { name: 'Mali Wyn', kind: 'pupil' }),
  ];
  const row = (part: 'teacher' | 'pupil', { personId }: TestPerson) => ({ unitId: unitId!, personId, part });
  await insertMemberships(
    db,
    school.id,
    [row('teacher', people.teacher), row('pupil', cai), row('pupil', mali)],
    at,
  );
  await giveConsent(site, { pupil: cai });
}
