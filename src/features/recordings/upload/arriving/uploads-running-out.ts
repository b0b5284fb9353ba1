import { z } from 'zod';
import { t } from '#platform/i18n/i18n.ts';
import type { Services } from '#platform/http/context.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { told } from '#platform/jobs/handler.ts';
import { every } from '#platform/jobs/recurring.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { recordingHref } from '../../recording.ts';
import { discardUpload } from './discard-upload.ts';
import { selectRunningOut, selectUnderWay, type Upload } from './upload.queries.ts';

/** Whoever began is told so long before what they began goes, in milliseconds. */
const toldBefore = 2 * 24 * 60 * 60 * 1000;

const kind = 'recording.upload-waits';

export const uploadNotices = {
  [kind]: () => t('A recording that you began to send waits, and goes soon'),
} satisfies Record<string, () => string>;

/** Brings the sender's list in line with what of a recording waits to be gone on with. */
export async function settleUploads(
  { db, now }: Pick<Services, 'db' | 'now'>,
  { ownerId, recordingId, personId }: Pick<Upload, 'ownerId' | 'recordingId' | 'personId'>,
): Promise<void> {
  const at = now();
  const soon = (await selectUnderWay(db, ownerId, recordingId)).filter(
    ({ expiresAt }) => expiresAt > at && expiresAt.getTime() - at.getTime() <= toldBefore,
  );
  await settleMatter(
    db,
    { fromOwner: ownerId, itemId: recordingId, personIds: [personId], kinds: [kind] },
    soon.map(({ id, expiresAt }) => ({
      personId,
      kind,
      subjectKey: id,
      href: recordingHref({ id: recordingId }, 'send'),
      dueAt: expiresAt,
    })),
    at,
  );
}

/** What has arrived waits no longer. */
export const uploadArrived = told(
  ['recording.arrived'],
  z.object({ itemId: z.uuid(), actorId: z.uuid() }),
  ({ ownerId, body }, job) =>
    settleUploads(job, { ownerId, recordingId: body.itemId, personId: body.actorId }),
);

/** Each hour: what was begun and ran out goes for good, and whoever began what goes soon is told. */
export const uploadsJob = every('recordings.uploads', { hourlyAt: 20 }, (job) =>
  eachOrganisation(
    job.db,
    job.signal,
    async ({ id: ownerId }) => {
      const now = job.now();
      for (const upload of await selectRunningOut(job.db, ownerId, new Date(now.getTime() + toldBefore))) {
        job.signal.throwIfAborted();
        if (upload.expiresAt <= now) await discardUpload(job, upload, now);
        await settleUploads(job, upload);
      }
    },
    { endedToo: true },
  ),
);
