import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '#platform/db/database.ts';
import { told } from '#platform/jobs/handler.ts';
import { notify, settle } from '#platform/notices/notices.ts';
import { addressOf } from './open-starting-points.ts';
import { sharedNotice } from './starting-points.queries.ts';

/**
 * Keeps the school's list of where shared starting points are found like their audience, which is their
 * author's. The list opens nothing: whoever follows it is asked by the kernel like everybody else.
 */
async function followAudience(db: Db, place: Place, now: Date): Promise<void> {
  const { organisationId, ownerId, id: itemId } = place;
  const shared = await selectAudience(db, place);
  if (!shared) return;
  const ended = await endOthers(db, place, shared.principals, now);
  await listShared(db, place, shared, now);
  const about = { fromOwner: ownerId, kind: sharedNotice, subjectKey: itemId };
  const stillShared = new Set(await selectPeopleOf(db, organisationId, shared.principals));
  const lost = (await selectPeopleOf(db, organisationId, ended)).filter(
    (personId) => !stillShared.has(personId),
  );
  await settle(db, { ...about, personIds: lost }, now);
  for (const personId of stillShared)
    await notify(db, { ...about, personId, itemId, href: addressOf(place), dueAt: null }, now);
}

export const followSharing = told(
  [
    'starting-points.shared',
    'starting-points.unshared',
    'starting-points.changed',
    'starting-points.ended',
    'starting-points.restored',
  ],
  z.object({ itemId: z.uuid(), organisationId: z.uuid() }),
  ({ ownerId, body: { itemId, organisationId } }, { db, now }) =>
    followAudience(db, { organisationId, ownerId, id: itemId }, now()),
);

interface Place {
  organisationId: string;
  ownerId: string;
  id: string;
}
interface Shared {
  programmeId: string | null;
  principals: string[];
}

/** With whom it is shared now; nobody when it has ended. */
async function selectAudience(db: Db, { ownerId, id }: Place): Promise<Shared | undefined> {
  const { rows } = await sql<Shared>`
    select s.programme_id as "programmeId", array(select g.principal from audience_grant g
      where g.owner_id = i.owner_id and g.audience_id = i.audience_id and i.ended_at is null) as principals
    from starting_points s join item i on i.owner_id = s.owner_id and i.id = s.id
    where s.owner_id = ${ownerId} and s.id = ${id}`.execute(db);
  return rows[0];
}

async function endOthers(db: Db, place: Place, principals: readonly string[], at: Date): Promise<string[]> {
  const { rows } = await sql<{ principal: string }>`
    update starting_points_shared set ended_at = ${at}
    where owner_id = ${place.organisationId} and starting_points_id = ${place.id} and ended_at is null
      and not principal = any(${principals}::text[]) returning principal`.execute(db);
  return rows.map((row) => row.principal);
}

async function listShared(db: Db, place: Place, shared: Shared, at: Date): Promise<void> {
  if (shared.principals.length === 0) return;
  await db
    .insertInto('starting_points_shared')
    .values(
      shared.principals.map((principal) => ({
        owner_id: place.organisationId,
        principal,
        starting_points_id: place.id,
        person_id: place.ownerId,
        programme_id: shared.programmeId,
        shared_at: at,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['owner_id', 'principal', 'starting_points_id'])
        .doUpdateSet({ programme_id: shared.programmeId, ended_at: null }),
    )
    .execute();
}

/** The people behind grants to persons and to parts of a circle. */
async function selectPeopleOf(
  db: Db,
  organisationId: string,
  principals: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct m.person_id as "personId" from member m
    where m.owner_id = ${organisationId} and m.ended_at is null and ('person:' || m.person_id = any(${principals}::text[])
      or exists (select 1 from circle_member cm where cm.owner_id = m.owner_id and cm.person_id = m.person_id
        and cm.ends_at is null and 'circle:' || cm.circle_id || ':' || cm.part = any(${principals}::text[])))`.execute(
    db,
  );
  return rows.map((row) => row.personId);
}
