import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { settleMatters } from '#platform/notices/settle-matter.ts';
import { eventHref, rewardsPath } from './addresses.ts';
import { selectLookedAfterBy, selectStaff } from './looked-after.ts';
import { lookNotice, rewardNotice } from './notices.ts';
import { reachedRewards } from './rewards/reached.ts';

/** The school where and when something is worked out. */
export interface Then {
  owner: string;
  today: string;
  now: Date;
}

/**
 * Makes the lists of staff say which rewards wait for these pupils, or for all. Worked out from what stands, so that
 * told twice, or in another order, it comes to the same. It asks as often for one pupil as for a school.
 */
export async function settleRewards(
  db: Db,
  { owner, today, now }: Then,
  pupilIds?: readonly string[],
): Promise<void> {
  if (pupilIds?.length === 0) return;
  const { rows } = await sql<{ rewardId: string; pupilId: string; since: string }>`
    select x.reward_id as "rewardId", x.pupil_id as "pupilId", x.since::text as since
    from (${reachedRewards(owner, today, pupilIds && sql`e.pupil_id = any(${[...pupilIds]}::uuid[])`)}) x
    where not x.is_given`.execute(db);
  const lookers = await selectLookedAfterBy(
    db,
    owner,
    rows.map(({ pupilId }) => pupilId),
    today,
  );
  await settleMatters(
    db,
    {
      fromOwner: owner,
      personIds: await selectStaff(db, owner),
      kinds: [rewardNotice],
      ...(pupilIds && { itemIds: pupilIds }),
    },
    rows.flatMap(({ rewardId, pupilId, since }) =>
      (lookers.get(pupilId) ?? []).map((personId) => ({
        personId,
        kind: rewardNotice,
        subjectKey: `${pupilId} ${rewardId} ${since}`,
        itemId: pupilId,
        href: rewardsPath,
        dueAt: null,
      })),
    ),
    now,
  );
}

/**
 * Makes the lists of staff say that these events, or all, wait until somebody has looked, as long as they do. Who looks
 * after a pupil is asked anew each time: a new tutor has what waited for the one before.
 */
export async function settleLooks(
  db: Db,
  { owner, today, now }: Then,
  eventIds?: readonly string[],
): Promise<void> {
  const events = await db
    .selectFrom('behaviour_event')
    .select(['id', 'pupil_id', 'written_by'])
    .where('owner_id', '=', owner)
    .where('seen', '=', 'waiting')
    .where('ended_at', 'is', null)
    .$if(eventIds !== undefined, (query) => query.where('id', 'in', eventIds!))
    .execute();
  const lookers = await selectLookedAfterBy(
    db,
    owner,
    events.map(({ pupil_id }) => pupil_id),
    today,
  );
  // Whoever wrote it wanted somebody else to look, where there is anybody.
  const whoLooks = ({ pupil_id, written_by }: { pupil_id: string; written_by: string }): string[] => {
    const all = lookers.get(pupil_id) ?? [];
    const others = all.filter((personId) => personId !== written_by);
    return others.length > 0 ? others : all;
  };
  await settleMatters(
    db,
    {
      fromOwner: owner,
      personIds: await selectStaff(db, owner),
      kinds: [lookNotice],
      ...(eventIds && { itemIds: eventIds }),
    },
    events.flatMap((event) =>
      whoLooks(event).map((personId) => ({
        personId,
        kind: lookNotice,
        subjectKey: event.id,
        itemId: event.id,
        href: eventHref(event.id),
        dueAt: null,
      })),
    ),
    now,
  );
}
