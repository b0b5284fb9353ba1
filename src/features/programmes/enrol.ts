import { standingsChanged } from '#platform/access/standing.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import type { Part } from './people.queries.ts';
import type { Programme } from './programme.queries.ts';
import { isRunning } from './step-changes.ts';

/**
 * Puts people into a part of a programme; who had it before and left has it again. Each is recorded, and
 * told when the programme is published. Answers how many were not in that part already.
 */
export async function enrol(
  change: Change,
  programme: Programme,
  personIds: readonly string[],
  part: Part,
): Promise<number> {
  const { tx, now } = change;
  const already = await tx
    .selectFrom('circle_member')
    .select('person_id')
    .where('owner_id', '=', programme.owner_id)
    .where('circle_id', '=', programme.id)
    .where('part', '=', part)
    .where('ends_at', 'is', null)
    .execute();
  const present = new Set(already.map((row) => row.person_id));
  const coming = [...new Set(personIds)].filter((personId) => !present.has(personId));
  if (coming.length === 0) return 0;
  await tx
    .insertInto('circle_member')
    .values(
      coming.map((personId) => ({
        owner_id: programme.owner_id,
        id: newId(now),
        circle_id: programme.id,
        person_id: personId,
        part,
        starts_at: now,
        ends_at: null,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['owner_id', 'circle_id', 'person_id', 'part'])
        .doUpdateSet({ starts_at: now, ends_at: null }),
    )
    .execute();
  await standingsChanged(tx, programme.owner_id);
  for (const personId of coming)
    await change.record({
      kind: 'person.enrolled',
      itemId: programme.id,
      body: { personId, part, slug: programme.slug },
      tell: isRunning(programme),
    });
  return coming.length;
}
