import { type Expression, type RawBuilder, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Db } from '#platform/db/database.ts';
import { type NoteReader, seenClipForms } from '../seen-notes.ts';
import type { WrittenClipForm } from './clip-form.ts';

const columns = (reader: NoteReader): RawBuilder<unknown> => sql`f.id, f.recording_id as "recordingId",
  f.person_id as "personId", p.name as writer, f.form, f.from_ms as "fromMs", f.to_ms as "toMs",
  case when ${seenClipForms('f', reader)} then f.answers end as answers, f.shared_at as "sharedAt", f.version,
  f.updated_at as "updatedAt"`;

const most = 200;

/**
 * What was written about the clips of a recording, by stretch, one's own first. Of what the reader may not read yet it
 * holds who wrote and about which stretch, once it is shared, and none of the words.
 */
export const clipFormsList = (reader: NoteReader, recordingId: Expression<string>): List<WrittenClipForm> =>
  list<WrittenClipForm>(
    sql`select ${columns(reader)} from recording_clip_form f join person p on p.id = f.person_id
      where f.owner_id = ${reader.ownerId} and f.recording_id = ${recordingId} and f.ended_at is null
        and (f.person_id = ${reader.personId} or f.shared_at is not null)
      order by f.from_ms, f.to_ms, f.form, f.person_id <> ${reader.personId}, p.sort_name, f.id limit ${most}`,
    { sharedAt: 'moment', updatedAt: 'moment' },
  );

/** One's own, by its id; `ended: true` finds one that was taken away. */
export async function selectOwnClipForm(
  db: Db,
  reader: NoteReader & { recordingId: string; id: string; ended?: boolean },
): Promise<WrittenClipForm | undefined> {
  const alive = reader.ended ? sql`` : sql`and f.ended_at is null`;
  const { rows } = await sql<WrittenClipForm>`
    select f.id, f.recording_id as "recordingId", f.person_id as "personId", p.name as writer, f.form,
      f.from_ms as "fromMs", f.to_ms as "toMs", f.answers, f.shared_at as "sharedAt", f.version,
      f.updated_at as "updatedAt"
    from recording_clip_form f join person p on p.id = f.person_id
    where f.owner_id = ${reader.ownerId} and f.recording_id = ${reader.recordingId} and f.id = ${reader.id}
      and f.person_id = ${reader.personId} ${alive}`.execute(db);
  return rows[0];
}
