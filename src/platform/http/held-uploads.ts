import { dayMs } from '../calendar/dates.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import type { Writer } from '../drafts/drafts.ts';
import { t } from '../i18n/i18n.ts';
import type { StoredUpload } from './context.ts';
import { heldUploads, heldValue } from './held-field.ts';

/**
 * Files that came with a form which was sent back. A browser cannot be given a file to put into a form
 * again, so they wait here, for this person in this organisation and this form, and the form names them in boxes that are
 * ticked: what is still ticked when it is sent again goes with it. After a day they are let go.
 */
const HELD_FOR_MS = dayMs;

/** Keeps what came with a form that is about to be sent back. Answers what the form is to say of them. */
export async function holdUploads(
  db: Db,
  { personId, organisationId }: Writer,
  form: string,
  uploads: readonly StoredUpload[],
  now: Date,
): Promise<string[]> {
  if (uploads.length === 0) return [];
  const of = { owner_id: personId, organisation_id: organisationId, form, held_at: now };
  const rows = uploads.map(({ field, name, mediaType, bytes, sha256 }) => {
    return { ...of, id: newId(now), field, name, media_type: mediaType, bytes, sha256 };
  });
  await db.insertInto('held_upload').values(rows).execute();
  return rows.map(heldValue);
}

/**
 * The files that go with this sending out of those that wait, by what the form says in HELD_FIELD.
 * `values` is what the form would say of them again; `errors` names those that are no longer there.
 */
export async function selectHeldUploads(
  db: Db,
  { personId, organisationId }: Writer,
  form: string,
  sent: unknown,
  now: Date,
): Promise<{ uploads: StoredUpload[]; values: string[]; errors: Record<string, string> }> {
  const asked = heldUploads(sent);
  if (asked.length === 0) return { uploads: [], values: [], errors: {} };
  const rows = await db
    .selectFrom('held_upload')
    .select(['id', 'field', 'name', 'media_type as mediaType', 'bytes', 'sha256'])
    .where('owner_id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .where('form', '=', form)
    .where(
      'id',
      'in',
      asked.map(({ id }) => id),
    )
    .where('held_at', '>', new Date(now.getTime() - HELD_FOR_MS))
    .orderBy('id')
    .execute();
  const errors: Record<string, string> = {};
  for (const { id, field, name } of asked)
    if (!rows.some((row) => row.id === id))
      errors[field] = t('“{name}” is no longer kept here. Choose it again.', { name });
  return {
    uploads: rows.map(({ id: _id, ...upload }) => ({ ...upload, bytes: Number(upload.bytes) })),
    values: rows.map(heldValue),
    errors,
  };
}

/** The form was taken with these files, so they wait no more. */
export async function dropHeldUploads(db: Db, { personId }: Writer, sent: unknown): Promise<void> {
  const ids = heldUploads(sent).map(({ id }) => id);
  if (ids.length > 0)
    await db.deleteFrom('held_upload').where('owner_id', '=', personId).where('id', 'in', ids).execute();
}

/**
 * Takes out of `uploads` what is there already, as a file that is chosen again though it waits, or chosen twice: the
 * same content, under the same name, for the same field.
 */
export function leaveOutTwins(uploads: StoredUpload[], waiting: readonly StoredUpload[]): void {
  const known = new Set(waiting.map(identityOf));
  const once = uploads.filter((upload) => {
    const identity = identityOf(upload);
    return !known.has(identity) && known.add(identity);
  });
  uploads.splice(0, uploads.length, ...once);
}

const identityOf = ({ field, name, sha256 }: StoredUpload): string => `${sha256}:${field}:${name}`;
