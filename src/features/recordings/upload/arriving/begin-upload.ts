import { newId } from '#platform/db/ids.ts';
import { transaction } from '#platform/db/transaction.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import type { OpenedRecording } from '../../open-recording.ts';
import { lockRecording, selectWrappedKey } from '../../recording.queries.ts';
import { keptDays, mustHide, mustTakeMore } from './upload-rules.ts';
import { whoMustBeHidden } from './who-must-be-hidden.ts';
import { endUpload, insertUpload, selectUnderWay, type Upload } from './upload.queries.ts';

const day = 24 * 60 * 60 * 1000;

/** An upload and the key that its sealed file is written with. */
export interface OpenUpload {
  upload: Upload;
  key: Buffer;
}

/** The key of a recording's media. Throws `NotFound` once it was erased, `KeyMissing` where it is not on this machine. */
export async function keyOf({ db, services }: Visit, ownerId: string, id: string): Promise<Buffer> {
  const wrapped = await selectWrappedKey(db, ownerId, id);
  if (!wrapped) throw new NotFound('This recording was erased.');
  return services.keys.unwrap(wrapped, id);
}

/**
 * What is to be sent for a recording that was opened for its author; nothing of it is written yet. Throws where the
 * recording takes nothing, or not without a blur.
 */
export async function newUpload(
  visit: Visit,
  opened: Pick<OpenedRecording, 'item' | 'recording'>,
  sent: Pick<Upload, 'name' | 'bytes' | 'prepared' | 'begins'>,
): Promise<OpenUpload> {
  mustTakeMore(opened);
  const { blurNeeded } = opened.recording;
  const hidden = await whoMustBeHidden(visit.db, opened.recording, visit.today);
  mustHide({ blurNeeded: blurNeeded || hidden.length > 0 }, sent.prepared);
  const { ownerId, id: recordingId } = opened.recording;
  const { now, who } = visit;
  const expiresAt = new Date(now.getTime() + keptDays * day);
  const upload: Upload = {
    ownerId,
    id: newId(now),
    recordingId,
    personId: who.personId,
    ...sent,
    createdAt: now,
    expiresAt,
    finishedAt: null,
    endedAt: null,
  };
  return { upload, key: await keyOf(visit, ownerId, recordingId) };
}

/**
 * Writes down what is in the vault for a recording. What was under way for it before ends: of one recording one file
 * comes at a time, so that nobody can fill the disk with beginnings.
 */
export async function registerUpload({ db, services, now }: Visit, upload: Upload): Promise<void> {
  const { ownerId, recordingId } = upload;
  const before = await transaction(db, async (tx) => {
    await lockRecording(tx, ownerId, recordingId);
    const others = await selectUnderWay(tx, ownerId, recordingId);
    for (const other of others) await endUpload(tx, other, now);
    await insertUpload(tx, upload);
    return others;
  }).catch(async (error: unknown) => {
    await services.vault.remove(upload.id);
    throw error;
  });
  for (const { id } of before) await services.vault.remove(id);
}

/** Begins to take in a film or a sound, piece by piece. */
export async function beginUpload(
  ...[visit, opened, sent]: Parameters<typeof newUpload>
): Promise<OpenUpload> {
  const open = await newUpload(visit, opened, sent);
  await visit.services.vault.create(open.upload.id, open.key);
  await registerUpload(visit, open.upload);
  return open;
}
