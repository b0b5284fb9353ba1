import { sql } from 'kysely';
import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openForChange } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingHref } from '../recording.ts';
import { consentPage, selectTakenBack } from './consent.page.ts';

/** Its author looked again: those whose consent was taken back cannot be recognised. It opens as it was. */
export const notInIt = action('/recordings/:recording/not-in-it', {
  purpose: 'learning',
  access: recordingPolicy,
  input: z.object({}),
  page: consentPage,
  async run(change) {
    const { recording } = await openForChange(change);
    const { ownerId, id } = recording;
    const pupils = await selectTakenBack(change, recording);
    if (pupils.length === 0) throw new Refused(t('All consents stand, so there is nothing to decide.'));
    await sql`update recording_pupil set shown = 'hidden' where owner_id = ${ownerId} and recording_id = ${id}
      and shown = 'seen' and taken_back_at is not null`.execute(change.tx);
    const body = { personIds: pupils.map(({ personId }) => personId), said: 'cannot be recognised' };
    await change.record({ kind: 'recording.consent-changed', itemId: id, body, tell: true });
    return see(recordingHref(recording), t('Written down. It is open again for those you show it to.'));
  },
});
