import { joinCircle } from '#platform/access/circles.ts';
import type { Change } from '#platform/http/context.ts';
import { isRunning } from './must-run.ts';
import type { Part } from './people.queries.ts';
import type { Programme } from './programme.queries.ts';

/**
 * Puts people into a part of a programme; who had it before and left has it again, with what waited for them then.
 * Each is recorded. Answers how many were not in that part already.
 */
export async function enrol(
  change: Change,
  programme: Programme,
  personIds: readonly string[],
  part: Part,
): Promise<number> {
  const circle = { ownerId: programme.owner_id, circleId: programme.id, part };
  const coming = await joinCircle(change.tx, circle, personIds, change.now);
  for (const personId of coming) await recordEnrolled(change, programme, personId, part);
  return coming.length;
}

/** Records that somebody is in a part of a programme now; they are told of it when the programme is published. */
export const recordEnrolled = (
  change: Change,
  programme: Programme,
  personId: string,
  part: Part,
): Promise<string> =>
  change.record({
    kind: 'person.enrolled',
    itemId: programme.id,
    body: { personId, part, slug: programme.slug, running: isRunning(programme) },
    tell: true,
  });
