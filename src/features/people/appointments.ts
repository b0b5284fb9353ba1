import { sql } from 'kysely';
import { standingsChanged } from '#platform/access/standing.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';

/** The role that somebody has here as family of a pupil, as long as they are. */
export const parentRole = 'parent-carer';

export interface NewAppointments {
  personId: string;
  /** Ids of catalogue/roles.json. */
  roles: readonly string[];
  /** First and last day, 'YYYY-MM-DD'; null lasts until it is ended. */
  startsOn: string;
  endsOn?: string | null | undefined;
  /** The class or department it is held in; the whole organisation unless given. */
  unitId?: string | null | undefined;
  /** The person who appoints; null for an import. */
  appointedBy: string | null;
}

/**
 * Appoints somebody to several roles at once. Roles they hold already, or will, in the same place are
 * passed over, so saying it twice changes nothing. Returns the roles that are new.
 */
export async function appoint(tx: Db, ownerId: string, given: NewAppointments, now: Date): Promise<string[]> {
  const unitId = given.unitId ?? null;
  const held = await tx
    .selectFrom('appointment')
    .select('role')
    .where('owner_id', '=', ownerId)
    .where('person_id', '=', given.personId)
    .where('ended_at', 'is', null)
    .where((row) => row.or([row('ends_on', 'is', null), row('ends_on', '>=', given.startsOn)]))
    .where('unit_id', unitId === null ? 'is' : '=', unitId)
    .execute();
  const roles = [...new Set(given.roles)].filter((role) => !held.some((each) => each.role === role));
  await insertAppointments(
    tx,
    ownerId,
    roles.map((role) => ({ ...given, unitId, role })),
    now,
  );
  return roles;
}

/** Many appointments in one statement, none of them looked up: for imports and seeds into an empty school. */
export async function insertAppointments(
  tx: Db,
  ownerId: string,
  appointments: readonly (Omit<NewAppointments, 'roles'> & { role: string })[],
  now: Date,
): Promise<void> {
  if (appointments.length === 0) return;
  await tx
    .insertInto('appointment')
    .values(
      appointments.map((each) => ({
        owner_id: ownerId,
        id: newId(now),
        person_id: each.personId,
        role: each.role,
        unit_id: each.unitId ?? null,
        starts_on: each.startsOn,
        ends_on: each.endsOn ?? null,
        appointed_by: each.appointedBy,
        created_at: now,
        ended_at: null,
      })),
    )
    .execute();
  await standingsChanged(tx, ownerId);
}

/**
 * Ends the role of parents and carers for those of these people who have no child here any more. At the instant at
 * which the last link ended: by it `restoreParentRole` finds it again. Answers whose role ended.
 */
export async function endParentRoles(
  tx: Db,
  ownerId: string,
  adultIds: readonly string[],
  now: Date,
): Promise<{ personId: string; appointmentId: string }[]> {
  const { rows } = await sql<{ personId: string; appointmentId: string }>`
    update appointment a set ended_at = ${now}
    where a.owner_id = ${ownerId} and a.person_id = any(${adultIds}::uuid[]) and a.role = ${parentRole}
      and a.ended_at is null and not exists (select 1 from family_relation f
        where f.owner_id = ${ownerId} and f.adult_id = a.person_id and f.ended_at is null)
    returning a.person_id as "personId", a.id as "appointmentId"`.execute(tx);
  if (rows.length > 0) await standingsChanged(tx, ownerId);
  return rows;
}

/** Gives back the role that ended together with a link. Answers the appointment; undefined when none did. */
export async function restoreParentRole(
  tx: Db,
  ownerId: string,
  adultId: string,
  endedAt: Date,
): Promise<string | undefined> {
  const restored = await tx
    .updateTable('appointment')
    .set({ ended_at: null })
    .where('owner_id', '=', ownerId)
    .where('person_id', '=', adultId)
    .where('role', '=', parentRole)
    .where('ended_at', '=', endedAt)
    .returning('id')
    .executeTakeFirst();
  if (restored) await standingsChanged(tx, ownerId);
  return restored?.id;
}

/** Ends an appointment at once, or with `null` takes the ending back. */
export async function setAppointmentEnded(
  tx: Db,
  ownerId: string,
  appointmentId: string,
  endedAt: Date | null,
): Promise<void> {
  await tx
    .updateTable('appointment')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', ownerId)
    .where('id', '=', appointmentId)
    .execute();
  await standingsChanged(tx, ownerId);
}
