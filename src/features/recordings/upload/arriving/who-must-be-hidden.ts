import { type Expression, type RawBuilder, sql } from 'kysely';
import type { List } from '#platform/access/composed.ts';
import type { Db } from '#platform/db/database.ts';
import { type FilmedPupil, filmedPupilsList, standingOf } from '#features/consents/index.ts';

/** The pupils who were said to be seen or heard in a recording. */
const seenIn = (ownerId: string, recordingId: string | Expression<string>): RawBuilder<string[]> =>
  sql`array(select rp.person_id from recording_pupil rp where rp.owner_id = ${ownerId}
    and rp.recording_id = ${recordingId} and rp.shown = 'seen')`;

/** How it stands today for those who are seen in a recording: a consent may have ended since it was described. */
export const seenTodayList = (
  organisationId: string,
  asked: { recordingId: Expression<string>; today: Expression<string> },
): List<FilmedPupil> =>
  filmedPupilsList({
    organisationId,
    personIds: seenIn(organisationId, asked.recordingId),
    purpose: sql<string>`(select pr.consent_purpose from recording pr where pr.owner_id = ${organisationId}
      and pr.id = ${asked.recordingId})`,
    today: asked.today,
  });

export const mayNotBeSeen = ({ answer }: Pick<FilmedPupil, 'answer'>): boolean => answer !== 'given';

/** Who of them may not be recognised, as it stands today. */
export async function whoMustBeHidden(
  db: Db,
  { ownerId, id, consentPurpose }: { ownerId: string; id: string; consentPurpose: string },
  today: string,
): Promise<FilmedPupil[]> {
  const personIds = seenIn(ownerId, id);
  const seen = await standingOf(db, { organisationId: ownerId, personIds, purpose: consentPurpose, today });
  return seen.filter(mayNotBeSeen);
}
