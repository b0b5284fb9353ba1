import { sql } from 'kysely';
import { standingsChanged } from '#platform/access/standing.ts';
import { record } from '#platform/audit/record.ts';
import { transaction, type Tx } from '#platform/db/transaction.ts';
import { insertMemberships } from '#features/people/index.ts';
import { type Applying, batches } from './context.ts';

/** Who comes into which class, whose days change, and who goes. */
export async function applyMemberships(applying: Applying): Promise<void> {
  const { plan, have, personIds, unitIds, unitOwner, now } = applying;
  const added = plan.memberships.added.flatMap((each) => {
    const personId = personIds.get(each.personKey);
    const unitId = unitIds.get(each.unitKey);
    const owner = unitId === undefined ? undefined : unitOwner.get(unitId);
    return personId === undefined || unitId === undefined || owner === undefined
      ? []
      : [
          {
            owner,
            personId,
            unitId,
            part: each.role,
            startsOn: each.startsOn,
            endsOn: each.endsOn,
            source: plan.sourceName,
          },
        ];
  });
  for (const [owner, all] of Map.groupBy(added, (each) => each.owner))
    for (const batch of batches(all, 1000))
      await inOwner(applying, owner, { added: batch.length }, (tx) =>
        insertMemberships(tx, owner, batch, now),
      );

  const ours = new Map(have.roster.memberships.map((each) => [each.id, each]));
  const ownerOf = ({ id }: { id: string }): string => unitOwner.get(ours.get(id)!.unitId)!;
  for (const [owner, all] of Map.groupBy(plan.memberships.changed, ownerOf))
    for (const batch of batches(all, 300))
      await inOwner(applying, owner, { changed: batch.length }, async (tx) => {
        for (const { id, fields } of batch) {
          const columns: { starts_on?: string | null; ends_on?: string | null; ended_at?: null } = {};
          for (const { field, after } of fields) {
            if (field === 'startsOn') columns.starts_on = (after as string | undefined) ?? null;
            if (field === 'endsOn') columns.ends_on = (after as string | undefined) ?? null;
            if (field === 'ended') columns.ended_at = null;
          }
          await tx
            .updateTable('membership')
            .set(columns)
            .where('owner_id', '=', owner)
            .where('id', '=', id)
            .execute();
        }
      });

  const ending = plan.memberships.ended;
  for (const [owner, inOwnerAll] of Map.groupBy(ending, ownerOf))
    for (const [on, all] of Map.groupBy(inOwnerAll, (each) => each.on))
      for (const batch of batches(all, 1000))
        await inOwner(applying, owner, { ended: batch.length }, (tx) =>
          sql`update membership set ended_at = ${now}, ends_on = ${on} where owner_id = ${owner}
            and id = any(${batch.map(({ id }) => id)}::uuid[]) and ended_at is null`.execute(tx),
        );
}

async function inOwner(
  applying: Applying,
  ownerId: string,
  counts: Record<string, number>,
  work: (tx: Tx) => Promise<unknown>,
): Promise<void> {
  const { db, actorId, run, now } = applying;
  await transaction(db, async (tx) => {
    await work(tx);
    await standingsChanged(tx, ownerId);
    await record(
      tx,
      actorId,
      { ownerId, kind: 'import.memberships', itemId: run.id, body: { runId: run.id, ...counts } },
      now,
    );
  });
  await applying.done(Object.values(counts)[0]!);
}
