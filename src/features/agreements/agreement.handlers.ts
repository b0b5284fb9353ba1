import { today } from '#platform/calendar/dates.ts';
import type { Services } from '#platform/http/context.ts';
import type { Handler } from '#platform/http/route.ts';
import { every, type RecurringJob } from '#platform/jobs/recurring.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { selectAddressees, writeTo } from '#platform/notices/write-to.ts';
import type { Agreement } from './agreement.ts';
import { lettersFor } from './agreement.mail.ts';
import { waitingFor } from './agreement.notices.ts';
import { selectAgreement, updateAgreement } from './agreement.queries.ts';

/** Brings everybody's list in line with the agreement as it stands, and writes to those whom it concerns. */
const follow: Handler = async (services, message) => {
  const { itemId, actorId } = message.body as { itemId: string; actorId: string };
  const agreement = await settleNotices(services, message.ownerId, itemId);
  if (!agreement) return;
  for (const { to, words } of lettersFor(message.kind, agreement, actorId))
    for (const person of await selectAddressees(services.db, agreement.ownerId, to))
      await writeTo(services, person, message.id, words);
};

/** An observation that was held in another room took place: when it was the first, the review is due. */
const observedElsewhere: Handler = async (services, message) => {
  const { circleId } = message.body as { circleId?: string };
  if (!circleId) return;
  const now = services.now();
  const agreement = await selectAgreement(services.db, message.ownerId, circleId, dayOf(now));
  if (!agreement) return;
  if (!agreement.observedAt)
    await updateAgreement(services.db, agreement, { observed_at: message.createdAt });
  await settleNotices(services, message.ownerId, circleId);
};

const followed = [
  'agreement.proposed',
  'agreement.accepted',
  'agreement.declined',
  'agreement.invitation-withdrawn',
  'agreement.saved',
  'agreement.signed',
  'agreement.in-force',
  'agreement.observation-changed',
  'agreement.task-changed',
  'agreement.reviewed',
  'agreement.closed',
  'agreement.reopened',
];

export const agreementHandlers: Readonly<Record<string, Handler>> = {
  ...Object.fromEntries(followed.map((kind) => [kind, follow])),
  'observation.done': observedElsewhere,
};

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
export const agreementJobs = (services: Services): RecurringJob[] => [
  every('agreements.notices', { dailyAt: '03:40' }, async ({ db, signal }) => {
    const organisations = await db
      .selectFrom('organisation')
      .select('id')
      .where('ended_at', 'is', null)
      .execute();
    for (const { id: ownerId } of organisations) {
      const open = await db
        .selectFrom('agreement')
        .select('id')
        .where('owner_id', '=', ownerId)
        .where('closed_at', 'is', null)
        .execute();
      for (const { id } of open) {
        if (signal.aborted) return;
        await settleNotices(services, ownerId, id);
      }
    }
  }),
];
