import { standingsChanged } from '#platform/access/standing.ts';
import type { MemberKind } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { sortName, type Names } from './names.ts';

export interface NewMember extends Names {
  personId: string;
  kind: MemberKind;
  jobTitle?: string | null | undefined;
  /** A pupil's year group: "5", "R". */
  yearLabel?: string | null | undefined;
  pupilNumber?: string | null | undefined;
  staffCode?: string | null | undefined;
  /** Where a guest comes from. */
  comesFrom?: string | null | undefined;
  startsOn?: string | null | undefined;
  endsOn?: string | null | undefined;
}

/**
 * Makes a person a member of an organisation. Somebody who was one before is one again, under the
 * same row. The affiliation that the person owns is not written here: call `affiliate`, or record
 * 'person.added' with `tell`, whose handler does.
 */
export const insertMember = (tx: Db, ownerId: string, member: NewMember, now: Date): Promise<void> =>
  insertMembers(tx, ownerId, [member], now);

/** The same for many: one statement, and one that says their standing changed. */
export async function insertMembers(
  tx: Db,
  ownerId: string,
  members: readonly NewMember[],
  now: Date,
): Promise<void> {
  if (members.length === 0) return;
  await tx
    .insertInto('member')
    .values(
      members.map((member) => ({
        owner_id: ownerId,
        id: newId(now),
        person_id: member.personId,
        kind: member.kind,
        sort_name: sortName(member),
        job_title: member.jobTitle ?? null,
        year_label: member.yearLabel ?? null,
        pupil_number: member.pupilNumber ?? null,
        staff_code: member.staffCode ?? null,
        comes_from: member.comesFrom ?? null,
        starts_on: member.startsOn ?? null,
        ends_on: member.endsOn ?? null,
        created_at: now,
        ended_at: null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['owner_id', 'person_id']).doUpdateSet((row) => ({
        kind: row.ref('excluded.kind'),
        sort_name: row.ref('excluded.sort_name'),
        job_title: row.ref('excluded.job_title'),
        year_label: row.ref('excluded.year_label'),
        comes_from: row.ref('excluded.comes_from'),
        starts_on: row.ref('excluded.starts_on'),
        ends_on: row.ref('excluded.ends_on'),
        ended_at: null,
      })),
    )
    .execute();
  await standingsChanged(tx, ownerId);
}

/** What hangs on a membership and ends with it. */
const dependants = ['appointment', 'membership'] as const;

/**
 * Ends a membership now, and with it the person's roles, units and line management; `lastDay` is
 * written on it. Everything ends at the same instant, by which `reopenMember` finds it again.
 */
export const endMember = (
  tx: Db,
  ownerId: string,
  personId: string,
  lastDay: string,
  now: Date,
): Promise<void> => endMembers(tx, ownerId, [personId], lastDay, now);

/** The same for many people with one last day. */
export async function endMembers(
  tx: Db,
  ownerId: string,
  personIds: readonly string[],
  lastDay: string,
  now: Date,
): Promise<void> {
  if (personIds.length === 0) return;
  const ended = { ended_at: now };
  await tx
    .updateTable('member')
    .set({ ...ended, ends_on: lastDay })
    .where('owner_id', '=', ownerId)
    .where('person_id', 'in', personIds)
    .where('ended_at', 'is', null)
    .execute();
  for (const table of dependants)
    await tx
      .updateTable(table)
      .set(ended)
      .where('owner_id', '=', ownerId)
      .where('person_id', 'in', personIds)
      .where('ended_at', 'is', null)
      .execute();
  await tx
    .updateTable('line_management')
    .set(ended)
    .where('owner_id', '=', ownerId)
    .where((row) => row.or([row('person_id', 'in', personIds), row('manager_id', 'in', personIds)]))
    .where('ended_at', 'is', null)
    .execute();
  await standingsChanged(tx, ownerId);
}

/**
 * Takes back `endMember`: the membership and everything that ended at that same instant. Where the last day is over
 * and nobody has ended the membership yet, that day alone is taken back.
 */
export async function reopenMember(tx: Db, ownerId: string, personId: string): Promise<void> {
  const { endedAt } = await tx
    .selectFrom('member')
    .select('ended_at as endedAt')
    .where('owner_id', '=', ownerId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (endedAt !== null) await reopenDependants(tx, ownerId, personId, endedAt);
  await tx
    .updateTable('member')
    .set({ ended_at: null, ends_on: null })
    .where('owner_id', '=', ownerId)
    .where('person_id', '=', personId)
    .execute();
  await standingsChanged(tx, ownerId);
}

async function reopenDependants(tx: Db, ownerId: string, personId: string, endedAt: Date): Promise<void> {
  for (const table of dependants)
    await tx
      .updateTable(table)
      .set({ ended_at: null })
      .where('owner_id', '=', ownerId)
      .where('person_id', '=', personId)
      .where('ended_at', '=', endedAt)
      .execute();
  await tx
    .updateTable('line_management')
    .set({ ended_at: null })
    .where('owner_id', '=', ownerId)
    .where((row) => row.or([row('person_id', '=', personId), row('manager_id', '=', personId)]))
    .where('ended_at', '=', endedAt)
    .execute();
}
