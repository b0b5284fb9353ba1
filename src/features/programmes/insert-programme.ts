import type { Insertable } from 'kysely';
import { joinCircle, makeCircle } from '#platform/access/circles.ts';
import { insertItem } from '#platform/access/items.ts';
import type { Tables } from '#platform/db/schema.generated.ts';
import { newId } from '#platform/db/ids.ts';
import type { Db } from '#platform/db/database.ts';
import type { LaidOutStep } from './lay-out.ts';
import { programmePolicy } from './programme.policy.ts';
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
>;
/** A step in order of date; its id and number are made here. */
export type NewStep = Omit<
  StepRow,
  'owner_id' | 'id' | 'programme_id' | 'number' | 'version' | 'created_at' | 'ended_at'
>;

/** A step as the template was laid out, ready to be written. */
export const asNewStep = ({ step, title, on }: LaidOutStep): NewStep => ({
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
  cycle: step.cycle,
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
 */
export async function insertProgramme(
  making: Making,
  programme: NewProgramme,
  steps: readonly NewStep[],
  startsOn: string,
): Promise<{ id: string; slug: string }> {
  const { tx, now, organisationId: owner } = making;
  const id = await insertCircleAndItem(making, programme.title);
  const slug = slugFor(programme.title, await selectSlugs(making, slugBase(programme.title)));
  await tx
    .insertInto('programme')
    .values({
      ...programme,
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
  if (steps.length > 0)
    await tx
      .insertInto('programme_step')
      .values(
        steps.map((step, index) => ({
          ...step,
          owner_id: owner,
          id: newId(now),
          programme_id: id,
          number: index + 1,
          version: 1,
          created_at: now,
          ended_at: null,
        })),
      )
      .execute();
  return { id, slug };
}

async function insertCircleAndItem(making: Making, title: string): Promise<string> {
  const { tx, now, organisationId: owner, who } = making;
  const id = newId(now);
  const circle = { ownerId: owner, id, kind: 'programme', name: title, excludesManagers: false };
  await makeCircle(tx, circle, now);
  await joinCircle(tx, { ownerId: owner, circleId: id, part: 'leader' }, [who.personId], now);
  await insertItem(
    tx,
    { ownerId: owner, policy: programmePolicy, authorId: who.personId, circleId: id, id },
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
