import type { Insertable } from 'kysely';
import { joinCircle, makeCircle } from '#platform/access/circles.ts';
import { insertItem } from '#platform/access/items.ts';
import type { Tables } from '#platform/db/schema.generated.ts';
import { newId } from '#platform/db/ids.ts';
import type { Db } from '#platform/db/database.ts';
import type { LaidOutStep } from './lay-out.ts';
import { policyOf, type Sort } from './programme.policy.ts';
import { slugBase, slugFor } from './slug.ts';

type ProgrammeRow = Insertable<Tables['programme']>;
type StepRow = Insertable<Tables['programme_step']>;

/** What a new programme says; its id, address, days and version are made here. */
export type NewProgramme = Omit<
  ProgrammeRow,
  | 'owner_id'
  | 'id'
  | 'slug'
  | 'starts_on'
  | 'ends_on'
  | 'version'
  | 'updated_at'
  | 'published_at'
  | 'closed_at'
  | 'sort'
> & { sort?: Sort };
/** A step in order of date; its id and number are made here. */
export type NewStep = Omit<
  StepRow,
  'owner_id' | 'id' | 'programme_id' | 'number' | 'version' | 'created_at' | 'ended_at'
>;

/** A step as the template was laid out, ready to be written. */
export const asNewStep = ({ step, stage, cycle, title, on }: LaidOutStep): NewStep => ({
  kind: step.kind,
  strand: step.strand,
  lead: step.lead,
  title,
  prompt: step.prompt,
  on_date: on,
  starts_at: null,
  place: '',
  minutes: step.minutes,
  in_school_day: step.inSchoolDay,
  mode: step.mode,
  cycle,
  stage,
  required: step.required,
  template_step: step.id,
  ingredient: step.ingredient ?? null,
  form: step.form ?? null,
  days: step.days ?? null,
  cover: null,
});

/** In whose name and when something is made: a change, or a plain object in seeds. */
export interface Making {
  tx: Db;
  now: Date;
  organisationId: string;
  who: { personId: string };
}

/**
 * Writes a new draft with its item, its circle (whose leader is the one who makes it) and its steps.
 * Answers its id and its word. `startsOn` counts when there are no steps.
 *
 * @param excludesManagers whoever manages another of its people has no place in it
 */
export async function insertProgramme(
  making: Making,
  programme: NewProgramme,
  steps: readonly NewStep[],
  startsOn: string,
  excludesManagers = false,
): Promise<{ id: string; slug: string }> {
  const { tx, now, organisationId: owner } = making;
  const sort = programme.sort ?? 'programme';
  const id = await insertCircleAndItem(making, programme.title, sort, excludesManagers);
  const slug = slugFor(programme.title, await selectSlugs(making, slugBase(programme.title)));
  await tx
    .insertInto('programme')
    .values({
      ...programme,
      sort,
      owner_id: owner,
      id,
      slug,
      starts_on: steps[0]?.on_date ?? startsOn,
      ends_on: steps.at(-1)?.on_date ?? startsOn,
      published_at: null,
      closed_at: null,
      version: 1,
      updated_at: now,
    })
    .execute();
  await insertSteps(making, id, steps, 1);
  return { id, slug };
}

/** Adds steps to a programme, numbered from `number` on. */
export async function insertSteps(
  { tx, now, organisationId }: Pick<Making, 'tx' | 'now' | 'organisationId'>,
  programmeId: string,
  steps: readonly NewStep[],
  number: number,
): Promise<void> {
  if (steps.length === 0) return;
  await tx
    .insertInto('programme_step')
    .values(
      steps.map((step, index) => ({
        ...step,
        owner_id: organisationId,
        id: newId(now),
        programme_id: programmeId,
        number: number + index,
        version: 1,
        created_at: now,
        ended_at: null,
      })),
    )
    .execute();
}

async function insertCircleAndItem(
  making: Making,
  title: string,
  sort: Sort,
  excludesManagers: boolean,
): Promise<string> {
  const { tx, now, organisationId: owner, who } = making;
  const id = newId(now);
  const circle = { ownerId: owner, id, kind: 'programme', name: title, excludesManagers };
  await makeCircle(tx, circle, now);
  await joinCircle(tx, { ownerId: owner, circleId: id, part: 'leader' }, [who.personId], now);
  await insertItem(
    tx,
    { ownerId: owner, policy: policyOf(sort), authorId: who.personId, circleId: id, id },
    now,
  );
  return id;
}

async function selectSlugs(making: Making, base: string): Promise<string[]> {
  const rows = await making.tx
    .selectFrom('programme')
    .select('slug')
    .where('owner_id', '=', making.organisationId)
    .where('slug', 'like', `${base}%`)
    .execute();
  return rows.map((row) => row.slug);
}
