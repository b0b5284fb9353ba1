import { z } from 'zod';
import { today as todayIn } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import { eachOrganisation, type OrganisationInTurn } from '#platform/jobs/each-organisation.ts';
import { told } from '#platform/jobs/handler.ts';
import { every } from '#platform/jobs/recurring.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { noticeHref } from './addresses.ts';
import { audienceFrom } from './audience.ts';
import { type MustRead, selectAsked, selectMustRead, selectMustReads } from './must-read.queries.ts';
import { mustReadNotice } from './must-read.notices.ts';

/** It falls due at the end of the school day on its last day. */
const dueTime = '15:30';

/**
 * Makes the lists of the staff say who is still asked to read a notice. Worked out from how it stands now, so that told
 * twice, or late, it comes to the same. Where it is not known that anything changed (`anew`), lists that are right are
 * left alone.
 */
async function settle(
  db: Db,
  { id: owner, zone }: OrganisationInTurn,
  notice: MustRead,
  now: Date,
  anew: boolean,
): Promise<void> {
  const today = todayIn(now, zone);
  const stands =
    notice.mustRead && notice.endedAt === null && notice.fromOn <= today && notice.untilOn >= today;
  const asked = stands ? await selectAsked(db, owner, notice, audienceFrom(notice.grants), today) : [];
  if (!anew && new Set(asked).symmetricDifference(new Set(notice.standing)).size === 0) return;
  await settleMatter(
    db,
    {
      fromOwner: owner,
      itemId: notice.id,
      personIds: [...new Set([...notice.told, ...asked])],
      kinds: [mustReadNotice],
    },
    asked.map((personId) => ({
      personId,
      kind: mustReadNotice,
      subjectKey: `${notice.id} ${notice.askedVersion}`,
      href: noticeHref(notice.id),
      dueAt: instantAt(notice.untilOn, dueTime, zone),
    })),
    now,
  );
}

const settleOne = told(
  ['posted-notice.put-up', 'posted-notice.changed', 'posted-notice.taken-down', 'posted-notice.restored'],
  z.object({ itemId: z.uuid() }),
  async ({ ownerId, body: { itemId } }, { db, now }) => {
    const found = await selectMustRead(db, ownerId, itemId);
    if (found) await settle(db, { id: ownerId, zone: found.zone }, found, now(), true);
  },
);

/** Whoever has said that they have read it is asked no more; the lists of all the others stay as they are. */
const settleReader = told(
  'posted-notice.read',
  z.object({ itemId: z.uuid(), actorId: z.uuid(), version: z.number() }),
  async ({ ownerId, body: { itemId, actorId, version } }, { db, now }) => {
    const found = await selectMustRead(db, ownerId, itemId);
    // Told late, after it was asked again, it takes nothing away.
    if (found === undefined || version < found.askedVersion) return;
    const matter = { fromOwner: ownerId, itemId, personIds: [actorId], kinds: [mustReadNotice] };
    await settleMatter(db, matter, [], now());
  },
);

export const boardHandlers = [settleOne, settleReader];

/**
 * Every hour, since days begin at different hours: what begins today waits, what was over yesterday does not, and whoever
 * came to a team is asked too.
 */
export const mustReadJob = every('notice-board.must-reads', { hourlyAt: 5 }, (job) =>
  eachOrganisation(job.db, job.signal, async (organisation) => {
    const today = todayIn(job.now(), organisation.zone);
    for (const notice of await selectMustReads(job.db, organisation.id, today))
      await settle(job.db, organisation, notice, job.now(), false);
  }),
);
