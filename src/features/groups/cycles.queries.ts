import { type Selectable, sql } from 'kysely';
import { endItem, insertItem } from '#platform/access/items.ts';
import type { Db } from '#platform/db/database.ts';
import { type DraftFields, draftsColumn, type Writer } from '#platform/drafts/drafts.ts';
import type { Tables } from '#platform/db/schema.generated.ts';
import { cycleReportPolicy } from './cycle-report.policy.ts';

type Cycle = Selectable<Tables['group_cycle']>;
interface Group {
  owner_id: string;
  id: string;
}

interface NewCycle {
  ownerId: string;
  id: string;
  programmeId: string;
  number: number;
  question: string;
  by: string;
  at: Date;
}

/** Begins a cycle of a group, with the item that its report will be; one that was taken back begins again. */
export async function insertCycle(tx: Db, cycle: NewCycle): Promise<void> {
  const before = await selectAnyCycle(tx, { owner_id: cycle.ownerId, id: cycle.programmeId }, cycle.number);
  if (before) {
    await tx
      .updateTable('group_cycle')
      .set({ question: cycle.question || before.question, version: before.version + 1, ended_at: null })
      .where('owner_id', '=', before.owner_id)
      .where('id', '=', before.id)
      .execute();
    return endItem(tx, { ownerId: before.owner_id, id: before.id }, null);
  }
  await insertItem(
    tx,
    {
      id: cycle.id,
      ownerId: cycle.ownerId,
      policy: cycleReportPolicy,
      authorId: cycle.by,
      circleId: cycle.programmeId,
    },
    cycle.at,
  );
  await tx
    .insertInto('group_cycle')
    .values({
      owner_id: cycle.ownerId,
      id: cycle.id,
      programme_id: cycle.programmeId,
      number: cycle.number,
      question: cycle.question,
      version: 1,
      begun_by: cycle.by,
      begun_at: cycle.at,
      released_at: null,
      released_by: null,
      ended_at: null,
    })
    .execute();
}

/** One cycle of a group by its number, as an address has it. */
export async function selectCycle(
  db: Db,
  group: Group,
  number: string | undefined,
): Promise<Cycle | undefined> {
  const cycle = /^\d{1,4}$/.test(number ?? '') ? await selectAnyCycle(db, group, Number(number)) : undefined;
  return cycle?.ended_at ? undefined : cycle;
}

const selectAnyCycle = (db: Db, group: Group, number: number): Promise<Cycle | undefined> =>
  db
    .selectFrom('group_cycle')
    .selectAll()
    .where('owner_id', '=', group.owner_id)
    .where('programme_id', '=', group.id)
    .where('number', '=', number)
    .executeTakeFirst();

/** Takes a cycle back: the steps that were laid out for it end with it; those that stood before stay. */
export async function endCycle(tx: Db, group: Group, cycle: Cycle, now: Date): Promise<void> {
  await tx
    .updateTable('group_cycle')
    .set({ ended_at: now })
    .where('owner_id', '=', cycle.owner_id)
    .where('id', '=', cycle.id)
    .execute();
  await endItem(tx, { ownerId: cycle.owner_id, id: cycle.id }, now);
  await tx
    .updateTable('programme_step')
    .set({ ended_at: now, calendar_changed_at: now })
    .where('owner_id', '=', group.owner_id)
    .where('programme_id', '=', group.id)
    .where('cycle', '>=', cycle.number)
    .where('created_at', '>=', cycle.begun_at)
    .where('ended_at', 'is', null)
    .execute();
}

/** The cycle a group is in from now on. */
export async function setCycle(tx: Db, group: Group, cycle: number, now: Date): Promise<void> {
  await tx
    .updateTable('programme')
    .set({ cycle, updated_at: now })
    .where('owner_id', '=', group.owner_id)
    .where('id', '=', group.id)
    .execute();
}

/** Whether steps of a cycle stand already: some protocols lay two out when a group starts. */
export async function hasSteps(db: Db, group: Group, cycle: number): Promise<boolean> {
  const found = await db
    .selectFrom('programme_step')
    .select('id')
    .where('owner_id', '=', group.owner_id)
    .where('programme_id', '=', group.id)
    .where('cycle', '=', cycle)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether a step of the cycle is done, somebody was marked as there, or something was written at one. */
export async function hasBegunToHappen(db: Db, group: Group, cycle: number): Promise<boolean> {
  const { rows } = await sql<{ happened: boolean }>`
    select exists (select 1 from programme_step s where s.owner_id = ${group.owner_id}
      and s.programme_id = ${group.id} and s.cycle >= ${cycle} and s.ended_at is null
      and (s.done_at is not null
        or exists (select 1 from item i where i.owner_id = ${group.owner_id} and i.id = s.id)
        or exists (select 1 from attendance a where a.owner_id = ${group.owner_id} and a.step_id = s.id)))
      as happened`.execute(db);
  return rows[0]!.happened;
}

/** What the page of cycles shows beside them. */
interface ForCycles {
  /** What is written in the report of the last cycle. */
  parts: { part: string; text: string }[];
  /** What the reader was writing there and has not sent, by the rest of its key. */
  drafts: Record<string, DraftFields>;
}

/** What is written in the report of the last cycle, and what the reader left unsent on the page. One statement. */
export async function selectForCycles(
  db: Db,
  writer: Writer,
  group: Group,
  lastId: string | undefined,
): Promise<ForCycles> {
  const { rows } = await sql<ForCycles>`
    select ${draftsColumn(writer, 'cycle-')} as drafts,
      coalesce((select json_agg(json_build_object('part', r.part, 'text', r.text)) from cycle_report_part r
        where r.owner_id = ${group.owner_id} and r.cycle_id = ${lastId ?? null}::uuid), '[]'::json) as parts
  `.execute(db);
  return rows[0]!;
}
