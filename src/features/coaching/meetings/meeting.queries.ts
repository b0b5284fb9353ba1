import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { wasThereFor } from '../what-leavers-read.ts';
import type { Meeting, MeetingKind } from './meeting.ts';

/** The columns of a meeting under the alias `m`. */
const meetingColumns: RawBuilder<unknown> = sql`m.owner_id as "ownerId", m.id, m.pairing_id as "pairingId", m.kind,
  m.on_date as "on", m.starts_at as "startsAt", m.minutes, m.place, m.in_school_day as "inSchoolDay",
  m.protected as "isProtected", m.cover_minutes as "coverMinutes", m.booked_by as "bookedBy",
  m.changed_at as "changedAt", m.held_at as "heldAt", m.held_minutes as "heldMinutes", m.own_lesson as "ownLesson",
  m.practised, m.called_off_at as "calledOffAt", m.version`;

export const meetingMoments = { changedAt: 'moment', heldAt: 'moment', calledOffAt: 'moment' } as const;

/** Every time of a pairing that is for the reader, by its coaching's id, in the order of their days. */
export const meetingsOf = (who: Who, coachingId: string | Expression<string>): RawBuilder<unknown> =>
  sql`select ${meetingColumns}
    from coaching_meeting m join pairing p on p.owner_id = m.owner_id and p.id = m.pairing_id
    where m.owner_id = ${who.organisationId} and p.owner_id = ${who.organisationId} and p.circle_id = ${coachingId}
      and ${wasThereFor(who, coachingId)}
    order by m.on_date, m.starts_at nulls first, m.id`;

export async function selectMeetings(db: Db, who: Who, coachingId: string): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`${meetingsOf(who, coachingId)}`.execute(db);
  return rows;
}

/** One of them. */
export async function selectMeeting(
  db: Db,
  who: Who,
  together: { id: string; pairingId: string },
  id: string,
): Promise<Meeting | undefined> {
  const { rows } = await sql<Meeting>`select ${meetingColumns} from coaching_meeting m
    where m.owner_id = ${who.organisationId} and m.pairing_id = ${together.pairingId} and m.id = ${id}
      and ${wasThereFor(who, together.id)}`.execute(db);
  return rows[0];
}

/** What is said of a time when it is booked or moved. */
export interface Booking {
  kind: MeetingKind;
  on: string;
  startsAt: string | null;
  minutes: number;
  place: string;
  inSchoolDay: boolean;
  isProtected: boolean;
  coverMinutes: number;
}

const columnsOf = (booking: Booking) => ({
  kind: booking.kind,
  on_date: booking.on,
  starts_at: booking.startsAt,
  minutes: booking.minutes,
  place: booking.place,
  in_school_day: booking.inSchoolDay,
  protected: booking.isProtected,
  cover_minutes: booking.coverMinutes,
});

/** Books times in one statement and answers their ids, in the order given. */
export async function insertMeetings(
  tx: Db,
  ownerId: string,
  bookings: readonly (Booking & { pairingId: string })[],
  by: string,
  now: Date,
): Promise<string[]> {
  if (bookings.length === 0) return [];
  const rows = bookings.map((booking) => ({
    owner_id: ownerId,
    id: newId(now),
    pairing_id: booking.pairingId,
    ...columnsOf(booking),
    booked_by: by,
    booked_at: now,
    changed_at: now,
    version: 1,
  }));
  await tx.insertInto('coaching_meeting').values(rows).execute();
  return rows.map(({ id }) => id);
}

/** Saves over the version that was shown. False when that is not the current one any more. */
export async function moveMeeting(
  tx: Db,
  { ownerId, id }: Pick<Meeting, 'ownerId' | 'id'>,
  shown: number,
  booking: Booking,
  now: Date,
): Promise<boolean> {
  const saved = await tx
    .updateTable('coaching_meeting')
    .set({ ...columnsOf(booking), version: shown + 1, changed_at: now })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .where('version', '=', shown)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/** Says that it was held, called off, or neither. */
export async function setMeeting(
  tx: Db,
  { ownerId, id }: Pick<Meeting, 'ownerId' | 'id'>,
  changed: {
    held_at?: Date | null;
    held_by?: string | null;
    held_minutes?: number | null;
    own_lesson?: boolean | null;
    practised?: boolean | null;
    called_off_at?: Date | null;
  },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('coaching_meeting')
    .set({ ...changed, changed_at: now })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();
}
