import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { colleaguesList } from './rota.queries.ts';
import type { Colleague } from './rota.queries.ts';
import { readsSwap } from './rotas.access.ts';

/** One duty on one day that somebody asked others to take. */
export interface Swap {
  id: string;
  standId: string;
  rotaId: string;
  name: string;
  place: string;
  on: string;
  from: string;
  until: string;
  needsLeave: boolean;
  words: string;
  /** Whose duty it is. */
  usualId: string;
  usual: string;
  askedBy: string;
  /** Null where all are asked. */
  askedId: string | null;
  asked: string | null;
  takenBy: string | null;
  taker: string | null;
  /** It holds. */
  agreed: boolean;
  /** Those who said that they cannot, by their ids. */
  not: string[];
  endedAt: Date | null;
}

export const swapColumns = (
  owner: string,
) => sql`w.id, w.stand_id as "standId", r.id as "rotaId", r.name, r.place,
  w.on_date as "on", to_char(s.starts_at, 'HH24:MI') as "from", to_char(s.ends_at, 'HH24:MI') as "until",
  r.swap_needs_leave as "needsLeave", w.words, t.person_id as "usualId", u.name as usual, w.asked_by as "askedBy",
  w.asked_id as "askedId", a.name as asked, w.taken_by as "takenBy", k.name as taker,
  w.agreed_at is not null as agreed,
  array(select n.person_id from rota_swap_no n where n.owner_id = ${owner} and n.swap_id = w.id) as not,
  w.ended_at as "endedAt"`;

export const swapTables = (owner: string) => sql`rota_swap w
  join rota_stand t on t.owner_id = ${owner} and t.id = w.stand_id
  join rota_slot s on s.owner_id = ${owner} and s.id = t.slot_id
  join rota r on r.owner_id = ${owner} and r.id = s.rota_id
  join person u on u.id = t.person_id left join person a on a.id = w.asked_id left join person k on k.id = w.taken_by`;

/** A swap as this person may read it. `locked` holds it until the change is written. Throws `NotFound`. */
export async function selectSwap(db: Db, who: Who, id: string, locked = false): Promise<Swap> {
  const owner = who.organisationId;
  const { rows } = isId(id)
    ? await sql<Swap>`select ${swapColumns(owner)} from ${swapTables(owner)}
        where w.owner_id = ${owner} and w.id = ${id} and ${readsSwap(who, 'w')}
        ${locked ? sql`for update of w` : sql``}`.execute(db)
    : { rows: [] };
  if (!rows[0]) throw new NotFound('Nothing that you are asked is at this address.');
  return rows[0];
}

/** Somebody's place at a time of a rota, on one day. */
export interface Place {
  standId: string;
  rotaId: string;
  name: string;
  place: string;
  on: string;
  from: string;
  until: string;
  needsLeave: boolean;
  usualId: string;
  usual: string;
  /** Who has it that day. */
  personId: string;
  person: string;
  swapId: string | null;
}

const askPlace = composed(
  (who, { stand, day, today }: Given<{ stand: string; day: string; today: string }>) => {
    const owner = who.organisationId;
    return {
      places: list<Place>(sql`
      select t.id as "standId", r.id as "rotaId", r.name, r.place, ${day}::date as "on",
        to_char(s.starts_at, 'HH24:MI') as "from", to_char(s.ends_at, 'HH24:MI') as "until",
        r.swap_needs_leave as "needsLeave", t.person_id as "usualId", u.name as usual,
        case when w.agreed_at is null then t.person_id else w.taken_by end as "personId",
        case when w.agreed_at is null then u.name else k.name end as person, w.id as "swapId"
      from rota_stand t
      join rota_slot s on s.owner_id = ${owner} and s.id = t.slot_id and s.ended_at is null
      join rota r on r.owner_id = ${owner} and r.id = s.rota_id and r.ended_at is null
      join person u on u.id = t.person_id
      left join rota_swap w on w.owner_id = ${owner} and w.stand_id = t.id and w.on_date = ${day}::date
        and w.ended_at is null
      left join person k on k.id = w.taken_by
      where t.owner_id = ${owner} and t.id = ${stand}::uuid and t.ended_at is null and t.from_on <= ${day}::date
        and (t.until_on is null or t.until_on >= ${day}::date)
        and (s.on_date = ${day}::date or s.weekday = lower(to_char(${day}::date, 'FMDay')))`),
      colleagues: colleaguesList(owner, today),
    };
  },
);

/** Somebody's place on a day and everybody who could be asked. Throws `NotFound` where nobody stands so on that day. */
export async function selectPlace(
  db: Db,
  who: Who,
  given: { stand: string; day: string; today: string },
): Promise<{ place: Place; colleagues: Colleague[] }> {
  if (!isId(given.stand) || !/^20\d\d-\d\d-\d\d$/.test(given.day)) throw new NotFound();
  const { places, colleagues } = await askPlace(db, who, given);
  if (!places[0]) throw new NotFound('Nobody is on duty so on this day.');
  return { place: places[0], colleagues };
}

/** Whether somebody stands at the same time of the rota on that day by themselves, so that they cannot take a second place. */
export async function standsThereToo(
  db: Db,
  owner: string,
  { standId, on }: Pick<Place, 'standId' | 'on'>,
  personId: string,
): Promise<boolean> {
  const { rows } = await sql`select 1 from rota_stand t
    join rota_stand o on o.owner_id = ${owner} and o.slot_id = t.slot_id and o.id <> t.id and o.ended_at is null
      and o.from_on <= ${on} and (o.until_on is null or o.until_on >= ${on})
    where t.owner_id = ${owner} and t.id = ${standId} and o.person_id = ${personId}`.execute(db);
  return rows.length > 0;
}
