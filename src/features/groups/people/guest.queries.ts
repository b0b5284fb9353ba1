import { type Selectable, sql } from 'kysely';
import { current, notOver } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import type { Tables } from '#platform/db/schema.generated.ts';
import { comparable } from '#platform/i18n/comparable.ts';

interface GroupId {
  owner_id: string;
  id: string;
}

export type StageGuest = Selectable<Tables['stage_guest']>;

/** Somebody let in for one stage. Days are 'YYYY-MM-DD'. */
export interface GuestLine {
  id: string;
  personId: string;
  name: string;
  kind: string | null;
  stage: string;
  cycle: number;
  untilOn: string;
  by: string;
}

export interface Guests {
  /** Those who are let in now. */
  now: GuestLine[];
  /** Who could be let in, with these words in their name: the first few, and how many there are. */
  people: { personId: string; name: string; kind: string }[];
  all: number;
}

/** As many people as the form offers at once; more are found by their name. */
export const mostOffered = 20;

/**
 * Who is let in for a stage, and who could be: staff and guests of the school who are not in the group. `keepOut` are
 * rules of the protocol that hold for them too. One statement.
 */
export async function selectGuests(
  db: Db,
  group: GroupId,
  { words, today }: { words: string; today: string },
): Promise<Guests> {
  const owner = group.owner_id;
  const parts = comparable(words).split(' ').filter(Boolean);
  const free = sql`m.owner_id = ${owner} and m.kind in ('staff', 'guest') and ${current('m', today)}
    and m.sort_name like all(${parts.map((each) => `%${each}%`)}::text[])
    and not exists (select 1 from circle_member i where i.owner_id = ${owner} and i.circle_id = ${group.id}
      and i.person_id = m.person_id and i.ends_at is null)`;
  const { rows } = await sql<Guests>`select
    coalesce((select json_agg(json_build_object('id', g.id, 'personId', g.person_id, 'name', n.name, 'kind', k.kind,
        'stage', g.stage, 'cycle', g.cycle, 'untilOn', g.until_on, 'by', b.name) order by g.until_on, n.sort_name)
      from stage_guest g join person n on n.id = g.person_id join person b on b.id = g.let_in_by
      left join member k on k.owner_id = g.owner_id and k.person_id = g.person_id and ${notOver('k', today)}
      where g.owner_id = ${owner} and g.programme_id = ${group.id} and g.ended_at is null
        and g.until_on >= ${today}), '[]'::json) as now,
    coalesce((select json_agg(json_build_object('personId', f.person_id, 'name', n.name, 'kind', f.kind)
        order by f.sort_name)
      from (select m.person_id, m.kind, m.sort_name from member m where ${free}
        order by m.kind, m.sort_name limit ${mostOffered}) f join person n on n.id = f.person_id), '[]'::json) as people,
    (select count(*)::int from member m where ${free}) as "all"`.execute(db);
  return rows[0]!;
}

export const selectGuest = (db: Db, group: GroupId, id: string): Promise<StageGuest | undefined> =>
  db
    .selectFrom('stage_guest')
    .selectAll()
    .where('owner_id', '=', group.owner_id)
    .where('programme_id', '=', group.id)
    .where('id', '=', id)
    .executeTakeFirst();

/** What somebody is let in for now, with the steps, the first first. */
export interface GuestStay {
  id: string;
  stage: string;
  cycle: number;
  untilOn: string;
  by: string;
  steps: { number: number; title: string; onDate: string; startsAt: string | null }[];
}

export async function selectStays(
  db: Db,
  group: GroupId,
  personId: string,
  today: string,
): Promise<GuestStay[]> {
  const owner = group.owner_id;
  const { rows } = await sql<GuestStay>`
    select g.id, g.stage, g.cycle, to_char(g.until_on, 'YYYY-MM-DD') as "untilOn", b.name as by,
      coalesce((select json_agg(json_build_object('number', s.number, 'title', s.title, 'onDate', s.on_date,
          'startsAt', s.starts_at) order by s.on_date, s.number)
        from programme_step s where s.owner_id = ${owner} and s.programme_id = ${group.id} and s.stage = g.stage
          and s.cycle = g.cycle and s.ended_at is null), '[]'::json) as steps
    from stage_guest g join person b on b.id = g.let_in_by
    where g.owner_id = ${owner} and g.programme_id = ${group.id} and g.person_id = ${personId} and g.ended_at is null
      and g.until_on >= ${today} order by g.until_on, g.id`.execute(db);
  return rows;
}
