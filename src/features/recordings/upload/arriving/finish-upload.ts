import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { record } from '#platform/audit/record.ts';
import { transaction } from '#platform/db/transaction.ts';
import { NotAllowed, Refused } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { FilmedPupil } from '#features/consents/index.ts';
import { lockRecording } from '../../recording.queries.ts';
import type { OpenUpload } from './begin-upload.ts';
import { NoRecording, recordingType } from './check-content.ts';
import { discardUpload } from './discard-upload.ts';
import { hides, maySend, type MayTake, mustHide } from './upload-rules.ts';
import { whoMustBeHidden } from './who-must-be-hidden.ts';

/**
 * An upload of which every byte is here becomes what its recording holds; what was sent before it goes. Told twice it
 * changes nothing. Throws `NoRecording` when it is neither film nor sound, and `Refused` when the recording takes
 * nothing more by now; either way nothing of it is kept. `sha256` where it is known from writing.
 */
export async function finishUpload(visit: Visit, open: OpenUpload, sha256?: string): Promise<void> {
  const { upload, key } = open;
  const { vault } = visit.services;
  if (upload.finishedAt) return;
  try {
    const arrived = {
      mediaType: await recordingType(vault, upload.id, key, upload.bytes),
      sha256: sha256 ?? (await vault.digest(upload.id, key)),
    };
    const replaced = await transaction(visit.db, (tx) => putInPlace(tx, visit, open, arrived));
    for (const id of replaced) await vault.remove(id);
  } catch (error) {
    if (error instanceof NoRecording || error instanceof Refused || error instanceof NotAllowed)
      await discardUpload(visit.services, upload, visit.now);
    throw error;
  }
}

/** In its transaction. Answers what lies in the vault for nothing from now on. */
async function putInPlace(
  tx: Db,
  visit: Visit,
  { upload }: OpenUpload,
  { mediaType, sha256 }: { mediaType: string; sha256: string },
): Promise<string[]> {
  const { ownerId, recordingId, id } = upload;
  const { now } = visit;
  await lockRecording(tx, ownerId, recordingId);
  const { rows } = await sql<MayTake & { finished: boolean; ended: boolean }>`
    select u.finished_at is not null as finished, u.ended_at is not null as ended, r.state,
      coalesce((select json_agg(json_build_object('part', m.part)) from recording_medium m
        where m.owner_id = r.owner_id and m.recording_id = r.id and m.ended_at is null), '[]'::json) as media,
      exists (select 1 from recording_pupil p where p.owner_id = r.owner_id and p.recording_id = r.id
        and p.shown = 'seen' and p.taken_back_at is not null) as closed
    from recording_upload u join recording r on r.owner_id = u.owner_id and r.id = u.recording_id
    where u.owner_id = ${ownerId} and u.id = ${id}`.execute(tx);
  const [stands] = rows;
  if (stands?.finished) return [];
  if (!stands || stands.ended || !maySend(stands))
    throw new Refused(t('This recording takes nothing more, so what arrived was not kept.'));
  const hidden = await pupilsToHide(tx, visit, recordingId);
  mustHide({ blurNeeded: hidden.length > 0 }, upload.prepared);
  const { rows: replaced } = await sql<{ id: string }>`
    update recording_medium set ended_at = ${now}
    where owner_id = ${ownerId} and recording_id = ${recordingId} and ended_at is null returning id`.execute(
    tx,
  );
  await tx
    .insertInto('recording_medium')
    .values({
      owner_id: ownerId,
      id,
      recording_id: recordingId,
      part: 'sent',
      media_type: mediaType,
      bytes: upload.bytes,
      sha256,
      created_at: now,
    })
    .execute();
  await sql`update recording_upload set finished_at = ${now} where owner_id = ${ownerId} and id = ${id}`.execute(
    tx,
  );
  const kind = upload.prepared.soundOnly || mediaType.startsWith('audio/') ? 'audio' : 'video';
  await sql`update recording set state = 'arrived', trouble = null, kind = ${kind},
      prepared = ${JSON.stringify(upload.prepared)}::jsonb, arrived_at = ${now}, changed_at = ${now}, watched_at = null,
      wanted = null, duration_ms = null, width = null, height = null, peaks = null
    where owner_id = ${ownerId} and id = ${recordingId}`.execute(tx);
  if (hides(upload.prepared)) await hideWhoWasBlurred(tx, upload, hidden);
  await record(
    tx,
    visit.who.personId,
    {
      ownerId,
      kind: 'recording.arrived',
      itemId: recordingId,
      body: { mediumId: id, bytes: upload.bytes },
      tell: true,
    },
    now,
  );
  return replaced.map((medium) => medium.id);
}

/** A consent may have been taken back while it was on its way. */
async function pupilsToHide(tx: Db, { who, today }: Visit, recordingId: string): Promise<FilmedPupil[]> {
  const ownerId = who.organisationId;
  const { purpose } = await tx
    .selectFrom('recording')
    .select('consent_purpose as purpose')
    .where('owner_id', '=', ownerId)
    .where('id', '=', recordingId)
    .executeTakeFirstOrThrow();
  return whoMustBeHidden(tx, { ownerId, id: recordingId, consentPurpose: purpose }, today);
}

/** Whoever has not agreed was in the picture when it was described and cannot be recognised in what arrived. */
const hideWhoWasBlurred = (
  tx: Db,
  { ownerId, recordingId }: OpenUpload['upload'],
  hidden: readonly FilmedPupil[],
): Promise<unknown> =>
  sql`update recording_pupil set shown = 'hidden'
    where owner_id = ${ownerId} and recording_id = ${recordingId} and shown = 'seen'
      and (consent <> 'given' or person_id = any(${hidden.map(({ personId }) => personId)}::uuid[]))`.execute(
    tx,
  );
