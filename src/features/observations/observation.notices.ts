import { z } from 'zod';
import { addDays, type CalendarDate, today as dayOf } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Services } from '#platform/http/context.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { told } from '#platform/jobs/handler.ts';
import { every } from '#platform/jobs/recurring.ts';
import type { Notice } from '#platform/notices/notices.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectObservation, selectUnwritten } from './observation.queries.ts';
import {
  askedOf,
  type Observation,
  observationHref,
  observerPart,
  partOf,
  sideBySide,
  stateOf,
} from './observation.ts';

/** What each notice says in the list of what waits. */
export const observationNotices = {
  'observation.asked': () => t('You are asked for an observation'),
  'observation.day': () => t('An observation: say whether it took place'),
  'observation.predict': () => t('Write what you expect of pupils before you are observed'),
  'observation.notice': () => t('Write what you noticed when you were observed'),
  'observation.feedback': () => t('Feedback is owed after an observation'),
  'observation.plan': () => t('Both accounts of your lesson are there: write what you make of them'),
} satisfies Record<string, () => string>;

type Waiting = Omit<Notice, 'fromOwner' | 'itemId' | 'kind'> & { kind: keyof typeof observationNotices };

/** Feedback helps while the lesson is fresh. */
const daysForWriting = 3;

/** Nobody is reminded longer than this to write about a lesson. They may go on to, whenever they like. */
const daysOfReminding = 28;

/** What waits for whom, worked out from how the observation stands. */
function waitingFor(observation: Observation, today: CalendarDate): Waiting[] {
  if (observation.endedAt) return [];
  const { observedId, observerId, on, zone } = observation;
  const morning = (day: string): Date => instantAt(day, '07:00', zone);
  const wait = (personId: string, kind: Waiting['kind'], below: string, dueAt: Date | null): Waiting => ({
    personId,
    kind,
    subjectKey: observation.id,
    href: observationHref(observation, below),
    dueAt,
  });
  switch (stateOf(observation)) {
    case 'proposed':
      return [wait(askedOf(observation), 'observation.asked', '', null)];
    case 'agreed':
      return [
        wait(observedId, 'observation.day', '', morning(on)),
        wait(observerId, 'observation.day', '', morning(on)),
        ...(partOf(observation, 'predicted')
          ? []
          : [wait(observedId, 'observation.predict', 'write/predicted', morning(addDays(on, -1)))]),
      ];
    case 'done': {
      if (addDays(on, daysOfReminding) < today) return [];
      const due = morning(addDays(on, daysForWriting));
      const theirs = observerPart(observation);
      if (sideBySide(observation))
        return partOf(observation, 'plan') ? [] : [wait(observedId, 'observation.plan', 'write/plan', null)];
      return [
        ...(partOf(observation, 'noticed')?.readyAt
          ? []
          : [wait(observedId, 'observation.notice', 'write/noticed', due)]),
        ...(partOf(observation, theirs)?.readyAt
          ? []
          : [wait(observerId, 'observation.feedback', `write/${theirs}`, due)]),
      ];
    }
    default:
      return [];
  }
}

/** Brings both people's lists in line with the observation as it stands. */
export async function settleNotices(services: Services, ownerId: string, itemId: string): Promise<void> {
  const observation = await selectObservation(services.db, ownerId, itemId);
  if (!observation) return;
  const personIds = [observation.observedId, observation.observerId];
  const now = services.now();
  // Whoever left the group cannot open it as its observer, so nothing of it waits for them.
  const { observerId, observerIsIn, zone } = observation;
  await settleMatter(
    services.db,
    { fromOwner: ownerId, itemId, personIds },
    waitingFor(observation, dayOf(now, zone)).filter(
      ({ personId }) => observerIsIn || personId !== observerId,
    ),
    now,
  );
}

/** What changes when an observation is, or whether. */
export const observationChanges = [
  'observation.planned',
  'observation.proposed',
  'observation.accepted',
  'observation.declined',
  'observation.called-off',
  'observation.put-back',
  'observation.moved',
  'observation.done',
  'observation.not-done',
  'observation.ended',
  'observation.restored',
];

export const settleObservation = told(
  [...observationChanges, 'observation.written'],
  z.object({ itemId: z.uuid() }),
  ({ ownerId, body }, job) => settleNotices(job, ownerId, body.itemId),
);

/** Each night, for what changes without an event: nobody is reminded any longer of what is long past. */
export const observationsJob = every('observations.notices', { dailyAt: '03:45' }, (job) =>
  eachOrganisation(job.db, job.signal, async ({ id: ownerId }) => {
    const day = dayOf(job.now(), 'UTC');
    // A season back, in case the nights before were missed.
    const span = { from: addDays(day, -daysOfReminding - 90), until: addDays(day, -daysOfReminding) };
    for (const id of await selectUnwritten(job.db, ownerId, span)) {
      job.signal.throwIfAborted();
      await settleNotices(job, ownerId, id);
    }
  }),
);
