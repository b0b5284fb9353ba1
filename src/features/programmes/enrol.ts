import { joinCircle } from '#platform/access/circles.ts';
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
  const circle = { ownerId: programme.owner_id, circleId: programme.id, part };
  const coming = await joinCircle(change.tx, circle, personIds, change.now);
  for (const personId of coming)
    await change.record({
      kind: 'person.enrolled',
      itemId: programme.id,
      body: { personId, part, slug: programme.slug },
      tell: isRunning(programme),
    });
  return coming.length;
}
