import { type RawBuilder, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { draftColumn, type DraftFields, type Writer } from '#platform/drafts/drafts.ts';
import { type StepRow, stepsJson, toStep } from '../steps/step.queries.ts';
import type { EarlierGoal, Goal, GoalTexts } from './goal.ts';

type Row = Omit<Goal, 'steps' | 'earlier'> & {
  steps: StepRow[];
  earlier: (Omit<EarlierGoal, 'finishedAt'> & { finishedAt: string | null }) | null;
};

/** The goal before the one numbered `number`, as JSON; one that was taken away is not met again. */
const earlierJson = (
  ownerId: RawBuilder<unknown>,
  pairingId: RawBuilder<unknown>,
  before: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`(
  select json_build_object('id', e.id, 'number', e.number, 'goal', e.goal, 'cameOfIt', e.came_of_it,
    'finishedAt', e.finished_at)
  from coaching_cycle e join item ei on ei.owner_id = e.owner_id and ei.id = e.id
  where e.owner_id = ${ownerId} and e.pairing_id = ${pairingId} and e.number < ${before} and ei.ended_at is null
  order by e.number desc limit 1)`;

/** One goal with its steps and the goal before it, in one statement. Ask the kernel about its item first. */
export async function selectGoal(
  db: Db,
  who: Pick<Who, 'personId' | 'organisationId'>,
  ownerId: string,
  id: string,
): Promise<Goal | undefined> {
  const { rows } = await sql<Row>`
    select c.owner_id as "ownerId", c.id, c.organisation_id as "organisationId", c.pairing_id as "pairingId",
      a.name as author, c.number, c.goal, c.pupils, c.looks, c.adjusts, c.version, c.updated_at as "updatedAt",
      c.came_of_it as "cameOfIt", c.finished_at as "finishedAt", i.ended_at as "endedAt",
      array(select g.principal from audience_grant g
        where g.owner_id = i.owner_id and g.audience_id = i.audience_id) as grants,
      ${stepsJson(sql`c.owner_id`, sql`c.id`)} as steps,
      case when c.owner_id = ${who.personId} then
        ${earlierJson(sql`c.owner_id`, sql`c.pairing_id`, sql`c.number`)} end as earlier,
      (select json_build_object('coachingId', p.circle_id, 'kind', p.kind, 'endedAt', p.ended_at,
          'withManager', p.with_manager,
          'others', (select coalesce(json_agg(n.name order by n.name), '[]'::json) from pairing_person x
            join person n on n.id = x.person_id
            where x.owner_id = p.owner_id and x.pairing_id = p.id and x.person_id <> c.owner_id
              and x.left_at is null and x.answer = 'yes'),
          'withGuest', exists (select 1 from pairing_person x
            join member m on m.owner_id = x.owner_id and m.person_id = x.person_id
            where x.owner_id = p.owner_id and x.pairing_id = p.id and x.left_at is null and m.kind = 'guest'))
        from pairing p where p.owner_id = ${who.organisationId} and p.id = c.pairing_id) as pairing
    from coaching_cycle c join item i on i.owner_id = c.owner_id and i.id = c.id join person a on a.id = c.owner_id
    where c.owner_id = ${ownerId} and c.id = ${id}`.execute(db);
  const row = rows[0];
  return row && { ...row, steps: row.steps.map(toStep), earlier: row.earlier && toEarlier(row.earlier) };
}

const toEarlier = (row: NonNullable<Row['earlier']>): EarlierGoal => ({
  ...row,
  finishedAt: row.finishedAt === null ? null : new Date(row.finishedAt),
});

/**
 * What comes before a new goal: this person's last one in the pairing, how many there were, those taken away too, and
 * what they were writing under `draftKey`.
 */
export async function selectBefore(
  db: Db,
  writer: Writer,
  pairingId: string,
  draftKey: string,
): Promise<{ earlier: EarlierGoal | null; number: number; draft: DraftFields | null }> {
  const { personId } = writer;
  const { rows } = await sql<{ earlier: Row['earlier']; number: number; draft: DraftFields | null }>`
    select ${earlierJson(sql`${personId}`, sql`${pairingId}`, sql`2147483647`)} as earlier,
      coalesce((select max(c.number) from coaching_cycle c
        where c.owner_id = ${personId} and c.pairing_id = ${pairingId}), 0) as number,
      ${draftColumn(writer, draftKey)} as draft`.execute(db);
  const { earlier, ...rest } = rows[0]!;
  return { ...rest, earlier: earlier && toEarlier(earlier) };
}

/** Writes the goal of an item that is there already. */
export async function insertGoal(
  tx: Db,
  goal: {
    ownerId: string;
    id: string;
    organisationId: string;
    pairingId: string;
    number: number;
  } & GoalTexts,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('coaching_cycle')
    .values({
      owner_id: goal.ownerId,
      id: goal.id,
      organisation_id: goal.organisationId,
      pairing_id: goal.pairingId,
      number: goal.number,
      goal: goal.goal,
      pupils: goal.pupils,
      looks: goal.looks,
      adjusts: goal.adjusts,
      version: 1,
      begun_at: now,
      updated_at: now,
      came_of_it: '',
    })
    .execute();
}

interface GoalChange extends Partial<GoalTexts> {
  came_of_it?: string;
  finished_at?: Date | null;
}

/** Saves over the version that was shown. Answers whether it was still the one that stands. */
export async function updateGoal(
  tx: Db,
  goal: Pick<Goal, 'ownerId' | 'id'>,
  shown: number,
  changed: GoalChange,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('coaching_cycle')
    .set({ ...changed, version: shown + 1, updated_at: now })
    .where('owner_id', '=', goal.ownerId)
    .where('id', '=', goal.id)
    .where('version', '=', shown)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
