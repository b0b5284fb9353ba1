import { type Expression, type RawBuilder, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { changesEvent, readsEvent, readsPupil } from '../behaviour.access.ts';
import type { Seen, Tone } from '../behaviour.ts';
import { categoriesList, type Category } from '../settings/category.queries.ts';

export interface NewEvent {
  pupilId: string;
  categoryId: string;
  tone: Tone;
  points: number | null;
  /** The day, '2026-11-18', and the time, '10:40', where it is known. */
  on: string;
  at: string | null;
  place: string;
  unitId: string | null;
  words: string;
  seen: Seen;
}

/** Writes events and answers their ids. Nothing is recorded here. */
export async function insertEvents(
  tx: Db,
  owner: string,
  events: readonly NewEvent[],
  { writtenBy, batchId, now }: { writtenBy: string; batchId: string; now: Date },
): Promise<string[]> {
  const rows = events.map((event) => ({
    owner_id: owner,
    id: newId(now),
    batch_id: batchId,
    pupil_id: event.pupilId,
    category_id: event.categoryId,
    tone: event.tone,
    points: event.points,
    happened_on: event.on,
    happened_at: event.at,
    place: event.place,
    unit_id: event.unitId,
    words: event.words,
    seen: event.seen,
    written_by: writtenBy,
    version: 1,
    created_at: now,
  }));
  await tx.insertInto('behaviour_event').values(rows).execute();
  return rows.map(({ id }) => id);
}

/** One event as staff read it. */
export interface StaffEvent {
  id: string;
  pupilId: string;
  pupil: string;
  categoryId: string;
  category: string;
  sign: string;
  tone: Tone;
  points: number | null;
  on: string;
  at: string | null;
  place: string;
  unit: string | null;
  words: string;
  seen: Seen;
  writtenBy: string;
  version: number;
  createdAt: Date;
  endedAt: Date | null;
  /** What pupil and family said about it. */
  replies: { name: string; words: string }[];
  /** Whether this person may change it. */
  mine: boolean;
  /** Whether this person reads of the pupil, beyond this one event. */
  reads: boolean;
}

/** The columns of `StaffEvent`, from `fromEvents`. */
export const eventColumns = (who: Who, today: Expression<string>): RawBuilder<unknown> => sql`
  e.id, e.pupil_id as "pupilId", p.name as pupil, c.id as "categoryId", c.name as category, c.sign, e.tone, e.points,
  e.happened_on as "on", left(e.happened_at::text, 5) as "at", e.place, u.name as unit, e.words, e.seen,
  w.name as "writtenBy", e.version, e.created_at as "createdAt", e.ended_at as "endedAt",
  ${changesEvent(who, 'e')} as mine, ${readsPupil(who, sql.ref('e.pupil_id'), today)} as reads,
  coalesce((select json_agg(json_build_object('name', s.name, 'words', r.words) order by r.created_at)
    from behaviour_reply r join person s on s.id = r.written_by
    where r.owner_id = ${who.organisationId} and r.event_id = e.id and r.ended_at is null
      and ${readsPupil(who, sql.ref('e.pupil_id'), today)}), '[]'::json) as replies`;

export const fromEvents = (owner: string): RawBuilder<unknown> => sql`
  from behaviour_event e
  join behaviour_category c on c.owner_id = ${owner} and c.id = e.category_id
  join person p on p.id = e.pupil_id join person w on w.id = e.written_by
  left join unit u on u.owner_id = ${owner} and u.id = e.unit_id`;

export const eventMoments = { createdAt: 'moment', endedAt: 'moment' } as const;

/** One event that this person reads as staff, with what can be chosen. Throws `NotFound` for none. */
export async function selectEvent(
  db: Db,
  who: Who,
  eventId: string,
  today: string,
): Promise<{ event: StaffEvent; categories: Category[] }> {
  if (!isId(eventId)) throw new NotFound();
  const { events, categories } = await ask(db, who, { eventId, today });
  if (!events[0]) throw new NotFound();
  return { event: events[0], categories };
}

const ask = composed((who, { eventId, today }: Given<{ eventId: string; today: string }>) => ({
  events: list<StaffEvent>(
    sql`select ${eventColumns(who, today)} ${fromEvents(who.organisationId)}
      where e.owner_id = ${who.organisationId} and e.id = ${eventId} and ${readsEvent(who, 'e', today)}`,
    eventMoments,
  ),
  categories: categoriesList(who, 'open'),
}));

/** What of an event can be put right or decided. */
export interface EventFields {
  category_id: string;
  points: number | null;
  happened_on: string;
  happened_at: string | null;
  place: string;
  words: string;
  seen: Seen;
  looked_by: string;
  looked_at: Date;
  ended_at: Date | null;
}

/** Saves an event that is still at this version; whether it was. */
export async function updateEvent(
  tx: Db,
  owner: string,
  { id, version }: { id: string; version: number },
  fields: Partial<EventFields>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('behaviour_event')
    .set({ ...fields, version: version + 1 })
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
