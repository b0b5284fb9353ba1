import { newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Above, Release } from './release.queries.ts';
import type { Tool, ToRelease } from './release.ts';

/**
 * Lets an organisation above read a copy. What decides stands here, under the school; the copy over there is made when
 * its outbox message is delivered. An earlier copy of the same is taken back.
 */
export async function releaseTo(
  change: Change,
  toId: string,
  { above, releases }: { above: readonly Above[]; releases: readonly Release[] },
  what: ToRelease,
): Promise<void> {
  const { tx, organisationId: ownerId, now, who } = change;
  if (!above.some(({ id }) => id === toId))
    throw new Refused({ to: t('This organisation is not above yours.') });
  for (const { id } of releases.filter((each) => each.toId === toId)) await endRelease(change, id);
  const id = newId(now);
  await tx
    .insertInto('planner_release')
    .values({
      owner_id: ownerId,
      id,
      tool: what.tool,
      year: what.year,
      to_id: toId,
      body: JSON.stringify(what.body),
      gaps: what.gaps,
      released_by: who.personId,
      released_at: now,
    })
    .execute();
  await change.record({
    kind: 'planner.released',
    body: { releaseId: id, tool: what.tool, year: what.year, to: toId },
    tell: true,
  });
}

/** Takes a copy back. Throws `NotFound` when there is none of this tool and year that stands. */
export async function takeBack(
  change: Change,
  releaseId: string,
  releases: readonly Release[],
  what: { tool: Tool; year: number },
): Promise<void> {
  if (!releases.some(({ id }) => id === releaseId)) throw new NotFound('This copy was taken back already.');
  await endRelease(change, releaseId);
  await change.record({ kind: 'planner.taken-back', body: { releaseId, ...what }, tell: true });
}

/** Ends it here; the words of the copy go with it, here at once and over there when the message arrives. */
async function endRelease(change: Change, id: string): Promise<void> {
  const { tx, organisationId: ownerId, now } = change;
  await tx
    .updateTable('planner_release')
    .set({ taken_back_at: now, body: '{}' })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .execute();
}
