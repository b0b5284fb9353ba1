import { type Expression, type RawBuilder, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Db } from '#platform/db/database.ts';
import type { Recording } from './recording.ts';

/** The columns of recording `r` with its item `i`, as `personId` reaches it; null for nobody in particular. */
export const recordingColumns = (
  personId: string | null,
): RawBuilder<unknown> => sql`r.owner_id as "ownerId", r.id,
  i.author_id as "authorId", a.name as author, r.title, r.lesson, r.others, r.filmed_on as "filmedOn", r.kind,
  r.unit_id as "unitId", u.name as unit, r.circle_id as "circleId", c.name as circle, c.kind as "circleKind",
  r.step_id as "stepId", r.consent_purpose as "consentPurpose", r.blur_needed as "blurNeeded", r.prepared, r.state,
  r.trouble, r.duration_ms as "durationMs", r.width, r.height, r.keep_until as "keepUntil",
  r.notes_after as "notesAfter", r.tag_sets as "tagSets", r.clip_form as "clipForm", r.watched_at as "watchedAt",
  r.debrief_at as "debriefAt", r.copied_from as "copiedFrom", r.version, r.created_at as "createdAt",
  r.changed_at as "changedAt", r.arrived_at as "arrivedAt", r.erased_at as "erasedAt", r.erased_why as "erasedWhy",
  i.ended_at as "endedAt",
  exists (select 1 from exemplar e where e.owner_id = r.owner_id and e.id = r.id and e.ended_at is null) as "isExemplar",
  exists (select 1 from recording_pupil p where p.owner_id = r.owner_id and p.recording_id = r.id
    and p.shown = 'seen' and p.taken_back_at is not null) as closed,
  coalesce((select json_agg(json_build_object('id', m.id, 'part', m.part, 'mediaType', m.media_type, 'bytes', m.bytes,
      'sha256', m.sha256) order by m.created_at desc)
    from recording_medium m where m.owner_id = r.owner_id and m.recording_id = r.id and m.ended_at is null), '[]'::json)
    as media,
  (select s.language from recording_transcript s where s.owner_id = r.owner_id and s.recording_id = r.id
    and s.ended_at is null limit 1) as captions,
  (select w.ready_at from recording_watcher w where w.owner_id = r.owner_id and w.recording_id = r.id
    and w.person_id = ${personId}) as "readyAt"`;

export const recordingJoined: RawBuilder<unknown> = sql`recording r
  join item i on i.owner_id = r.owner_id and i.id = r.id join person a on a.id = i.author_id
  left join unit u on u.owner_id = r.owner_id and u.id = r.unit_id
  left join circle c on c.owner_id = r.owner_id and c.id = r.circle_id`;

const recordingMoments = {
  watchedAt: 'moment',
  debriefAt: 'moment',
  createdAt: 'moment',
  changedAt: 'moment',
  arrivedAt: 'moment',
  erasedAt: 'moment',
  endedAt: 'moment',
  readyAt: 'moment',
} as const;

/** One recording, for a page that asks more in the same statement. Ask the kernel about its item first. */
export const recordingList = (ownerId: string, personId: string, id: Expression<string>): List<Recording> =>
  list<Recording>(
    sql`select ${recordingColumns(personId)} from ${recordingJoined} where r.owner_id = ${ownerId} and r.id = ${id}`,
    recordingMoments,
  );

/** Holds the recording until the change is written: of two acting at once the second sees what the first did. */
export async function lockRecording(tx: Db, ownerId: string, id: string): Promise<void> {
  await tx
    .selectFrom('recording')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
}

/** The key of a recording's media, wrapped; null once it was erased. */
export async function selectWrappedKey(db: Db, ownerId: string, id: string): Promise<Buffer | null> {
  const row = await db
    .selectFrom('recording')
    .select('wrapped_key')
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.wrapped_key ?? null;
}
