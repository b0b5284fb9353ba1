import { z } from 'zod';
import { told } from '#platform/jobs/handler.ts';
import { settle } from '#platform/notices/notices.ts';
import { commitmentNotice } from './remind.job.ts';

/** A promise was spoken of or taken back: nobody is reminded of it any more. */
export const settleCommitment = told(
  ['commitment.reported', 'commitment.taken-back'],
  z.object({ commitment: z.uuid(), actorId: z.uuid() }),
  ({ ownerId, body: { commitment, actorId } }, { db, now }) =>
    settle(
      db,
      { personIds: [actorId], fromOwner: ownerId, kind: commitmentNotice, subjectKey: commitment },
      now(),
    ),
);
