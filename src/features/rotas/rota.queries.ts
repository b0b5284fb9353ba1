import { sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { clashesList, type Clash, type Pattern, patternsList } from './clashes.ts';
import { type Half, halvesList, halvesOf } from './halves.ts';
import type { Rota, Slot } from './rotas.ts';
import { makesRotas } from './rotas.access.ts';

/** Somebody who stands at a time of a rota, now or from a day on. */
export interface Stand {
  id: string;
  slotId: string;
  personId: string;
  name: string;
  fromOn: string;
  untilOn: string | null;
}

export interface Colleague {
  personId: string;
  name: string;
}

const rotaColumns = sql`r.id, r.name, r.place, r.keeps_busy as "keepsBusy", r.swap_needs_leave as "swapNeedsLeave",
  r.version, r.ended_at as "endedAt"`;

/** One rota, also one that ended. `locked` holds it until the change is written. Throws `NotFound`. */
export async function selectRota(db: Db, owner: string, id: string, locked = false): Promise<Rota> {
  const { rows } = isId(id)
    ? await sql<Rota>`select ${rotaColumns} from rota r where r.owner_id = ${owner} and r.id = ${id}
        ${locked ? sql`for update of r` : sql``}`.execute(db)
    : { rows: [] };
  if (!rows[0]) throw new NotFound('No rota is at this address.');
  return rows[0];
}

const slotColumns = sql`s.id, s.rota_id as "rotaId", s.weekday, s.letter, s.on_date as "on",
  to_char(s.starts_at, 'HH24:MI') as "from", to_char(s.ends_at, 'HH24:MI') as "until", s.needed`;

/** One time of a rota, also one that ended. Throws `NotFound`. */
export async function selectSlot(db: Db, owner: string, id: string): Promise<Slot> {
  const { rows } = isId(id)
    ? await sql<Slot>`select ${slotColumns} from rota_slot s where s.owner_id = ${owner} and s.id = ${id}`.execute(
        db,
      )
    : { rows: [] };
  if (!rows[0]) throw new NotFound('No time of a rota is at this address.');
  return rows[0];
}

export const colleaguesList = (owner: string, today: Parameters<typeof current>[1]): List<Colleague> =>
  list<Colleague>(sql`select m.person_id as "personId", p.name from member m join person p on p.id = m.person_id
    where m.owner_id = ${owner} and m.kind = 'staff' and ${current('m', today)}
    order by m.sort_name, p.id limit 1000`);

const none = <Row>(): List<Row> => ({ select: sql`select 1 as n where false`, moments: [] });

/** So far ahead clashes are looked for, in days. */
export const horizon = 27;

const askOne = composed((who, { id, today, until }: Given<{ id: string; today: string; until: string }>) => {
  const owner = who.organisationId;
  const makes = makesRotas(who);
  return {
    rotas: list<Rota>(sql`select ${rotaColumns} from rota r where r.owner_id = ${owner} and r.id = ${id}`, {
      endedAt: 'moment',
    }),
    slots: list<Slot>(sql`select ${slotColumns} from rota_slot s
      where s.owner_id = ${owner} and s.rota_id = ${id} and s.ended_at is null
        and (s.on_date is null or s.on_date >= ${today})
      order by s.on_date nulls first, array_position(array['monday', 'tuesday', 'wednesday', 'thursday', 'friday',
        'saturday', 'sunday'], s.weekday), s.starts_at, s.letter nulls first, s.id limit 200`),
    stands: list<Stand>(sql`select t.id, t.slot_id as "slotId", t.person_id as "personId", p.name,
        t.from_on as "fromOn", t.until_on as "untilOn"
      from rota_stand t join rota_slot s on s.owner_id = ${owner} and s.id = t.slot_id
      join person p on p.id = t.person_id
      join member m on m.owner_id = ${owner} and m.person_id = t.person_id and m.kind = 'staff' and ${current('m', today)}
      where t.owner_id = ${owner} and s.rota_id = ${id} and t.ended_at is null
        and (t.until_on is null or t.until_on >= ${today})
      order by t.from_on, p.sort_name, p.id limit 1000`),
    twoWeeks: list<{
      n: number;
    }>(sql`select 1 as n from timetable v where v.owner_id = ${owner} and v.weeks = 2
      and v.published_at is not null and v.ended_at is null and (v.ends_on is null or v.ends_on >= ${today}) limit 1`),
    halves: halvesList(owner, today),
    colleagues: makes ? colleaguesList(owner, today) : none<Colleague>(),
    clashes: makes ? clashesList(owner, { from: today, until }, id) : none<Clash>(),
    patterns: makes ? patternsList(owner, today) : none<Pattern>(),
  };
});

/** A rota with its times, who stands there, and for its makers what stands against whom. Throws `NotFound`. */
export async function selectWholeRota(
  ...[db, who, given]: Parameters<typeof askOne>
): Promise<
  Omit<Awaited<ReturnType<typeof askOne>>, 'rotas' | 'halves'> & { rota: Rota; halves: readonly Half[] }
> {
  if (!isId(given.id)) throw new NotFound('No rota is at this address.');
  const { rotas, halves, ...rest } = await askOne(db, who, given);
  if (!rotas[0]) throw new NotFound('No rota is at this address.');
  return { rota: rotas[0], halves: halvesOf(halves), ...rest };
}
