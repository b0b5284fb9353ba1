import { sql } from 'kysely';
import { standingsChanged } from '#platform/access/standing.ts';
import { record, recordAll } from '#platform/audit/record.ts';
import { newId } from '#platform/db/ids.ts';
import { transaction } from '#platform/db/transaction.ts';
import { endParentRoles, parentRole } from '#features/people/index.ts';
import { type Applying, batches, organisationsOf } from './context.ts';

/** Who is family of whom, kept where the pupil is. */
export async function applyRelations(applying: Applying): Promise<void> {
  const { plan, db, run, now, actorId, personIds, reach } = applying;
  const placesOf = placeFinder(applying);
  const added = plan.relations.added.flatMap(({ adultKey, pupilKey }) => {
    const [adultId, pupilId] = [personIds.get(adultKey), personIds.get(pupilKey)];
    if (adultId === undefined || pupilId === undefined) return [];
    const places = placesOf(pupilKey, pupilId);
    const both = places.find((owner) => placesOf(adultKey, adultId).includes(owner));
    return [{ owner: both ?? places[0] ?? reach.home.id, adultId, pupilId }];
  });
  for (const [owner, all] of Map.groupBy(added, (each) => each.owner))
    for (const batch of batches(all, 500)) {
      await transaction(db, async (tx) => {
        await tx
          .insertInto('family_relation')
          .values(
            batch.map(({ adultId, pupilId }) => ({
              owner_id: owner,
              id: newId(now),
              adult_id: adultId,
              pupil_id: pupilId,
              source: plan.sourceName,
              created_at: now,
              ended_at: null,
            })),
          )
          .onConflict((conflict) =>
            conflict.columns(['owner_id', 'adult_id', 'pupil_id']).doUpdateSet({ ended_at: null }),
          )
          .execute();
        await standingsChanged(tx, owner);
        const body = { runId: run.id, added: batch.length };
        await record(tx, actorId, { ownerId: owner, kind: 'import.relations', itemId: run.id, body }, now);
      });
      await applying.done(batch.length);
    }
  await endRelations(applying);
}

async function endRelations({ plan, db, run, now, actorId, reach, done }: Applying): Promise<void> {
  const ids = plan.relations.ended.map(({ id }) => id);
  if (ids.length === 0) return;
  for (const owner of reach.owners)
    await transaction(db, async (tx) => {
      const { rows } = await sql<{ adultId: string }>`update family_relation set ended_at = ${now}
        where owner_id = ${owner} and id = any(${ids}::uuid[]) and ended_at is null
        returning adult_id as "adultId"`.execute(tx);
      if (rows.length === 0) return;
      await standingsChanged(tx, owner);
      const adultIds = rows.map(({ adultId }) => adultId);
      const roles = await endParentRoles(tx, owner, adultIds, now);
      const body = { runId: run.id, ended: rows.length };
      await record(tx, actorId, { ownerId: owner, kind: 'import.relations', itemId: run.id, body }, now);
      const ended = roles.map(({ personId, appointmentId }) => ({
        kind: 'role.ended',
        itemId: personId,
        body: { role: parentRole, appointmentId },
      }));
      await recordAll(tx, actorId, owner, ended, now);
    });
  await done(ids.length);
}

function placeFinder(applying: Applying): (key: string, id: string) => readonly string[] {
  const keysOf = new Map(applying.roster.people.map(({ key, organisationKeys }) => [key, organisationKeys]));
  return (key, id) =>
    applying.have.organisationsOf.get(id) ?? organisationsOf(applying, keysOf.get(key) ?? []);
}
