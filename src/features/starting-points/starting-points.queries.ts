import { sql } from 'kysely';
import { keepText } from '#platform/audit/text-versions.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { interviewNotesPolicy, startingPointsPolicy } from './starting-points.policy.ts';
import type { Texts } from './starting-points-form.ts';

export interface Named {
  id: string;
  title: string;
}

interface OwnRow {
  id: string;
  title: string;
  updatedAt: Date;
  programme: string | null;
  /** With how many people or groups it is shared. */
  shares: number;
  total: number;
}

/** One's own starting points, the latest first. */
export async function selectOwn(
  db: Db,
  who: Who,
  page: { limit: number; offset: number },
): Promise<OwnRow[]> {
  const { rows } = await sql<OwnRow>`
    select s.id, s.title, s.updated_at as "updatedAt", c.name as programme, count(*) over ()::integer as total,
      (select count(*)::integer from audience_grant g
        where g.owner_id = i.owner_id and g.audience_id = i.audience_id) as shares
    from starting_points s
    join item i on i.owner_id = s.owner_id and i.id = s.id
    left join circle c on c.owner_id = ${who.organisationId} and c.id = s.programme_id
    where s.owner_id = ${who.personId} and i.ended_at is null and ${who.sees('i', startingPointsPolicy)}
    order by s.updated_at desc, s.id limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows;
}

/** The programmes one is in, in any part. */
export async function selectMyProgrammes(db: Db, who: Who): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select c.id, c.name as title from circle c
    where c.owner_id = ${who.organisationId} and c.id = any(${[...who.standing.circles.keys()]}::uuid[])
      and c.kind = 'programme' and c.ended_at is null order by c.name`.execute(db);
  return rows;
}

export interface StartingPoints {
  title: string;
  texts: Texts;
  version: number;
  updatedAt: Date;
  author: string;
  programmeId: string | null;
  programme: string | null;
  /** Who opened it and when, the latest first; told to its author only. */
  opened: { name: string; at: string }[];
  /** Notes of talks about it that this person may read. */
  notes: { id: string; interviewerId: string; interviewer: string; heldOn: string; replied: boolean }[];
  /** It still waits in this person's list as newly shared. */
  waits: boolean;
}

/** One account of starting points with all that its page shows. Ask the kernel about its item first. */
export async function selectStartingPoints(
  db: Db,
  who: Who,
  ownerId: string,
  id: string,
  now: Date,
): Promise<StartingPoints> {
  const { rows } = await sql<StartingPoints>`
    select s.title, s.texts, s.version, s.updated_at as "updatedAt", p.name as author,
      s.programme_id as "programmeId", c.name as programme,
      coalesce((select json_agg(json_build_object('name', o.name, 'at', o.at) order by o.at desc) from (
        select r.name, l.at from access_log l join person r on r.id = l.reader_id
        where l.owner_id = ${ownerId} and l.item_id = ${id} and ${ownerId === who.personId}
          and (l.hidden_until is null or l.hidden_until <= ${now})
        order by l.at desc limit 50) o), '[]') as opened,
      coalesce((select json_agg(json_build_object('id', n.id, 'interviewerId', n.interviewer_id, 'interviewer', r.name,
          'heldOn', n.held_on, 'replied', n.reply <> '') order by n.held_on desc)
        from interview_notes n join item i on i.owner_id = n.owner_id and i.id = n.id
        join person r on r.id = n.interviewer_id
        where n.owner_id = ${who.organisationId} and n.starting_points_id = ${id} and i.ended_at is null
          and ${who.sees('i', interviewNotesPolicy)}), '[]') as notes,
      exists (select 1 from notice w where w.owner_id = ${who.personId} and w.from_owner = ${ownerId}
        and w.kind = ${sharedNotice} and w.subject_key = ${id} and w.done_at is null) as waits
    from starting_points s join person p on p.id = s.owner_id
    left join circle c on c.owner_id = ${who.organisationId} and c.id = s.programme_id
    where s.owner_id = ${ownerId} and s.id = ${id}`.execute(db);
  return rows[0]!;
}

/** The kind of the notice that says something was shared. */
export const sharedNotice = 'starting-points-shared';

export interface Written {
  title: string;
  programmeId: string | null;
  texts: Texts;
}

/** Writes new starting points beside their item. */
export async function insertStartingPoints(
  tx: Db,
  row: Written & { ownerId: string; id: string; organisationId: string; copiedFrom?: string },
  at: Date,
): Promise<void> {
  await tx
    .insertInto('starting_points')
    .values({
      owner_id: row.ownerId,
      id: row.id,
      organisation_id: row.organisationId,
      programme_id: row.programmeId,
      title: row.title,
      texts: JSON.stringify(row.texts),
      copied_from: row.copiedFrom ?? null,
      version: 1,
      created_at: at,
      updated_at: at,
    })
    .execute();
}

/** Saves over the version that was shown and keeps the old text. Returns false when it is another by now. */
export async function updateStartingPoints(
  tx: Db,
  ownerId: string,
  id: string,
  shown: { version: number; before: StartingPoints },
  next: Written,
  at: Date,
): Promise<boolean> {
  const saved = await tx
    .updateTable('starting_points')
    .set({
      title: next.title,
      programme_id: next.programmeId,
      texts: JSON.stringify(next.texts),
      version: shown.version + 1,
      updated_at: at,
    })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .where('version', '=', shown.version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) return false;
  const { title, texts, updatedAt } = shown.before;
  await keepText(tx, { ownerId, id }, shown.version, { title, texts }, ownerId, updatedAt);
  return true;
}
