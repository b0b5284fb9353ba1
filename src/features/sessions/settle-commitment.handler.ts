import type { Handler } from '#platform/http/feature.ts';
import { settle } from '#platform/notices/notices.ts';
import { commitmentNotice } from './remind.job.ts';

/** A promise was spoken of or taken back: nobody is reminded of it any more. */
export const settleCommitment: Handler = async (services, message) => {
  const { commitment, actorId } = message.body as { commitment: string; actorId: string };
  await settle(
    services.db,
    { personIds: [actorId], fromOwner: message.ownerId, kind: commitmentNotice, subjectKey: commitment },
    services.now(),
  );
};
