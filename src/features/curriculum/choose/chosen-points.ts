import { sql } from 'kysely';
import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { ticks } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';

/** What the form of `choosePointsView` sends. */
export const chosenPointsInput = z.object({
  point: ticks(500),
  /** What stood there to be ticked, so that what did not stays as it is. */
  offered: z
    .string()
    .default('')
    .transform((text) => text.split(' ').filter(isId)),
});

/** The ticked points, each of a curriculum in use here. Throws `Refused`. */
export async function chosenPoints(
  { tx, organisationId: owner }: Change,
  { point }: z.output<typeof chosenPointsInput>,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select s.id from framework_statement s
    join framework f on f.owner_id = ${owner} and f.id = s.framework_id and f.published_at is not null
    where s.owner_id = ${owner} and s.id = any(${point.filter(isId)}::uuid[])`.execute(tx);
  if (rows.length !== new Set(point).size)
    throw new Refused(t('One of these points is not in a curriculum that is used here.'));
  return rows.map(({ id }) => id);
}
