import { record, recordAll } from '#platform/audit/record.ts';
import type { Db } from '#platform/db/database.ts';
import { transaction } from '#platform/db/transaction.ts';
import { endMembers } from '#features/people/index.ts';
import type { Run } from '../run.queries.ts';
import { type Applying, batches } from './context.ts';

/** Ends the membership of those who left, in every organisation of this import in which they are. */
export async function applyEndedPeople(applying: Applying): Promise<void> {
  const { plan, have } = applying;
  for (const [lastDay, all] of Map.groupBy(plan.people.ended, ({ on }) => on))
    for (const batch of batches(all, 300)) {
      const placed = batch.flatMap(({ id }) =>
        (have.organisationsOf.get(id) ?? []).map((owner) => ({ owner, id })),
      );
      for (const [owner, people] of Map.groupBy(placed, (each) => each.owner))
        await leave(
          applying,
          owner,
          people.map(({ id }) => id),
          lastDay,
        );
      await applying.done(batch.length);
    }
}

interface Leaving {
  db: Db;
  run: Run;
  now: Date;
  actorId: string | null;
}

/** Ends people's membership of one organisation and all that hangs on it; what they made stays theirs. */
export async function leave(
  { db, run, now, actorId }: Leaving,
  ownerId: string,
  personIds: readonly string[],
  lastDay: string,
): Promise<void> {
  await transaction(db, async (tx) => {
    await endMembers(tx, ownerId, personIds, lastDay, now);
    await recordAll(
      tx,
      actorId,
      ownerId,
      personIds.map((personId) => ({ kind: 'member.left', itemId: personId, body: { personId, lastDay } })),
      now,
    );
    const body = { runId: run.id, personIds };
    await record(tx, actorId, { ownerId, kind: 'import.people-left', itemId: run.id, body, tell: true }, now);
  });
}
