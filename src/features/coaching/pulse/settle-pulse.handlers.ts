import { z } from 'zod';
import { told } from '#platform/jobs/handler.ts';
import { settle } from '#platform/notices/notices.ts';
import { pulseNotice, subjectOf } from './open-round.job.ts';

/** Whoever answered is no longer asked. */
export const settlePulse = told(
  'coaching-pulse.answered',
  z.object({ actorId: z.uuid(), coachingId: z.uuid(), round: z.string() }),
  ({ ownerId, body: { actorId, coachingId, round } }, { db, now }) =>
    settle(
      db,
      {
        personIds: [actorId],
        fromOwner: ownerId,
        kind: pulseNotice,
        subjectKey: subjectOf(coachingId, round),
      },
      now(),
    ),
);
