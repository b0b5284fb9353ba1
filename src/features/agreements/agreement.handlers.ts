import { z } from 'zod';
import { today } from '#platform/calendar/dates.ts';
import type { Services } from '#platform/http/context.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { told } from '#platform/jobs/handler.ts';
import { every } from '#platform/jobs/recurring.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { selectAddressees, writeTo } from '#platform/notices/write-to.ts';
import { observationChanges } from '#features/observations/index.ts';
import type { Agreement } from './agreement.ts';
import { lettersFor } from './agreement.mail.ts';
import { waitingFor } from './agreement.notices.ts';
import { selectAgreement } from './agreement.queries.ts';
import { settleObservedAt } from './observed-at.ts';

const followed = [
  'agreement.proposed',
  'agreement.accepted',
  'agreement.declined',
  'agreement.invitation-withdrawn',
  'agreement.saved',
  'agreement.signed',
  'agreement.in-force',
  'agreement.task-changed',
  'agreement.reviewed',
  'agreement.closed',
  'agreement.left',
  'agreement.returned',
  'agreement.asked-to-join',
  'agreement.reopened',
];

export const agreementHandlers = [
  /** Brings everybody's list in line with the agreement as it stands, and writes to those whom it concerns. */
  told(
    followed,
    z.object({ itemId: z.uuid(), actorId: z.uuid(), personId: z.uuid().optional() }),
    async ({ id, kind, ownerId, body }, job) => {
      const agreement = await settleNotices(job, ownerId, body.itemId);
      if (!agreement) return;
      for (const { to, words } of lettersFor(kind, agreement, body.actorId, body.personId))
        for (const person of await selectAddressees(job, agreement.ownerId, to))
          await writeTo(job, person, id, words, { about: [agreement.id] });
    },
  ),
  /**
   * Something happened to an observation in a partnership. When it was the first that took place, the review is due.
   */
  told(observationChanges, z.object({ circleId: z.uuid().nullish() }), async ({ ownerId, body }, job) => {
    if (!body.circleId) return;
    await settleObservedAt(job.db, { ownerId, id: body.circleId });
    await settleNotices(job, ownerId, body.circleId);
  }),
];

const dayOf = (now: Date, zone = 'UTC'): string => today(now, zone);

async function settleNotices(
  services: Services,
  ownerId: string,
  id: string,
): Promise<Agreement | undefined> {
  const now = services.now();
  const agreement = await selectAgreement(services.db, ownerId, id, dayOf(now));
  if (!agreement) return undefined;
  await settleMatter(
    services.db,
    { fromOwner: ownerId, itemId: id, personIds: agreement.parties.map(({ personId }) => personId) },
    waitingFor(agreement, dayOf(now, agreement.zone)),
    now,
  );
  return agreement;
}

/** Each night, for what changes without an event: somebody left, somebody became a line manager. */
export const agreementsJob = every('agreements.notices', { dailyAt: '03:40' }, (job) =>
  eachOrganisation(job.db, job.signal, async ({ id: ownerId }) => {
    const open = await job.db
      .selectFrom('agreement')
      .select('id')
      .where('owner_id', '=', ownerId)
      .where('closed_at', 'is', null)
      .execute();
    for (const { id } of open) {
      job.signal.throwIfAborted();
      await settleNotices(job, ownerId, id);
    }
  }),
);
