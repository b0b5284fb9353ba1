import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import { isAtTheDesk } from './visitors.access.ts';
import { type AtTheDesk, usualKeepDays, type Visitor } from './visitors.ts';

/** The columns of `Visitor`, of a row under `v` with its host under `h`. */
const visitorColumns = sql`v.id, v.on_date as "on", to_char(v.from_time, 'HH24:MI') as "from", v.name, v.organisation,
  v.purpose, v.place, v.kind, v.host_id as "hostId", h.name as host, v.series_id as "seriesId", v.written_by as "writtenBy",
  v.arrived_at as "arrivedAt", v.left_at as "leftAt", v.version, v.ended_at as "endedAt"`;

const visitorMoments = { arrivedAt: 'moment', leftAt: 'moment', endedAt: 'moment' } as const;

/** What only the desk reads of them; for others the columns are there and say nothing. */
const deskColumns = (who: Who) =>
  isAtTheDesk(who)
    ? sql`(select k.seen from visitor_check k where k.owner_id = ${who.organisationId} and k.visitor_id = v.id) as "check",
      exists (select 1 from visitor_caution c where c.owner_id = ${who.organisationId} and c.sort_name = v.sort_name
        and c.ended_at is null and (c.until_on is null or c.until_on >= v.on_date)) as asks`
    : sql`null::text as "check", false as asks`;

export type ListedVisitor = Visitor & AtTheDesk;

export interface Colleague {
  id: string;
  name: string;
}

/** Those whom somebody can come to see. */
const colleaguesSelect = (owner: string, today: Given<{ today: string }>['today']) => sql`
  select p.id, p.name from member m join person p on p.id = m.person_id
  where m.owner_id = ${owner} and m.kind = 'staff' and ${current('m', today)} order by m.sort_name, p.id limit 600`;

const askDay = composed((who, { day }: Given<{ day: string }>) => ({
  visitors: list<ListedVisitor>(
    sql`select ${visitorColumns}, ${deskColumns(who)} from visitor v join person h on h.id = v.host_id
      where v.owner_id = ${who.organisationId} and v.on_date = ${day} and v.ended_at is null
      order by v.from_time nulls last, v.sort_name, v.id limit 500`,
    visitorMoments,
  ),
}));

/** Who comes on a day, in the order of the day. */
export const selectDay = async (db: Db, who: Who, day: string): Promise<ListedVisitor[]> =>
  (await askDay(db, who, { day })).visitors;

const askHere = composed((who, { today, clock }: Given<{ today: string; clock: string }>) => ({
  visitors: list<ListedVisitor>(
    sql`select ${visitorColumns}, null::text as "check", false as asks from visitor v join person h on h.id = v.host_id
      where v.owner_id = ${who.organisationId} and v.on_date = ${today} and v.ended_at is null
        and v.arrived_at is not null and v.left_at is null
      order by v.sort_name, v.id limit 500`,
    visitorMoments,
  ),
  away: list<{ name: string }>(sql`select p.name from staff_absence a join person p on p.id = a.person_id
    where a.owner_id = ${who.organisationId} and a.ended_at is null and ${today} between a.from_on and a.until_on
      and (a.from_time is null or a.from_on < ${today} or a.from_time <= ${clock}::time)
      and (a.until_time is null or a.until_on > ${today} or a.until_time > ${clock}::time)
    order by p.sort_name, p.id limit 500`),
}));

/** Who is in the building and does not belong to the school, and which staff said that they are away now: '14:05'. */
export const selectHere = (db: Db, who: Who, today: string, clock: string) =>
  askHere(db, who, { today, clock });

const askNew = composed((who, { today }: Given<{ today: string }>) => ({
  colleagues: list<Colleague>(colleaguesSelect(who.organisationId, today)),
}));

export const selectColleagues = async (db: Db, who: Who, today: string): Promise<Colleague[]> =>
  (await askNew(db, who, { today })).colleagues;

const askOne = composed((who, { id, today }: Given<{ id: string; today: string }>) => ({
  visitors: list<ListedVisitor>(
    sql`select ${visitorColumns}, ${deskColumns(who)} from visitor v join person h on h.id = v.host_id
      where v.owner_id = ${who.organisationId} and v.id = ${id}`,
    visitorMoments,
  ),
  colleagues: list<Colleague>(colleaguesSelect(who.organisationId, today)),
}));

/** One visit with those it could be to. Throws `NotFound`. */
export async function selectVisitor(db: Db, who: Who, id: string, today: string) {
  if (!isId(id)) throw new NotFound();
  const { visitors, colleagues } = await askOne(db, who, { id, today });
  const visitor = visitors[0];
  if (!visitor) throw new NotFound(t('There is no such visit.'));
  return { visitor, colleagues };
}

export interface Caution {
  id: string;
  name: string;
  words: string;
  untilOn: string | null;
  writtenBy: string;
}

const askSettings = composed((who, { today }: Given<{ today: string }>) => ({
  settings: list<{ keepDays: number; version: number }>(
    sql`select z.keep_days as "keepDays", z.version from visitor_settings z where z.owner_id = ${who.organisationId}`,
  ),
  cautions: list<Caution>(
    sql`select c.id, c.name, c.words, c.until_on as "untilOn", p.name as "writtenBy" from visitor_caution c
      join person p on p.id = c.written_by
      where c.owner_id = ${who.organisationId} and c.ended_at is null and (c.until_on is null or c.until_on >= ${today})
      order by c.sort_name, c.id limit 200`,
  ),
}));

/** How long names are kept, and about whom the desk asks first. */
export async function selectSettings(db: Db, who: Who, today: string) {
  const { settings, cautions } = await askSettings(db, who, { today });
  return { ...(settings[0] ?? { keepDays: usualKeepDays, version: 0 }), cautions };
}
