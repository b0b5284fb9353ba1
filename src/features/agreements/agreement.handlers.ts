import { today } from '#platform/calendar/dates.ts';
import type { Services } from '#platform/http/context.ts';
import type { Handler } from '#platform/http/feature.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { every, type RecurringJob } from '#platform/jobs/recurring.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { selectAddressees, writeTo } from '#platform/notices/write-to.ts';
import type { Agreement } from './agreement.ts';
import { lettersFor } from './agreement.mail.ts';
import { waitingFor } from './agreement.notices.ts';
import { selectAgreement } from './agreement.queries.ts';
import { settleObservedAt } from './observed-at.ts';

/** Brings everybody's list in line with the agreement as it stands, and writes to those whom it concerns. */
const follow: Handler = async (services, message) => {
  const { itemId, actorId, personId } = message.body as Record<'itemId' | 'actorId', string> & {
    personId?: string;
  };
  const agreement = await settleNotices(services, message.ownerId, itemId);
  if (!agreement) return;
  for (const { to, words } of lettersFor(message.kind, agreement, actorId, personId))
    for (const person of await selectAddressees(services, agreement.ownerId, to))
      await writeTo(services, person, message.id, words);
};

/**
 * Something happened to an observation with a page of its own. When a partnership had planned it, its reminders
 * follow that page; when it was the first that took place, the review is due.
 */
const observedElsewhere: Handler = async (services, message) => {
  const { circleId } = message.body as { circleId?: string };
  if (!circleId) return;
  await settleObservedAt(services.db, { ownerId: message.ownerId, id: circleId });
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
  'agreement.left',
  'agreement.returned',
  'agreement.asked-to-join',
  'agreement.reopened',
];

export const agreementHandlers: Readonly<Record<string, Handler>> = {
  ...Object.fromEntries(followed.map((kind) => [kind, follow])),
  ...Object.fromEntries(
    [
      'proposed',
      'accepted',
      'declined',
      'called-off',
      'put-back',
      'moved',
      'done',
      'not-done',
      'ended',
      'restored',
    ].map((what) => [`observation.${what}`, observedElsewhere]),
  ),
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
  every('agreements.notices', { dailyAt: '03:40' }, ({ db, signal }) =>
    eachOrganisation(db, signal, async ({ id: ownerId }) => {
      const open = await db
        .selectFrom('agreement')
        .select('id')
        .where('owner_id', '=', ownerId)
        .where('closed_at', 'is', null)
        .execute();
      for (const { id } of open) {
        signal.throwIfAborted();
        await settleNotices(services, ownerId, id);
      }
    }),
  ),
];
