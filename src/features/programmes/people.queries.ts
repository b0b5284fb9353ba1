import { sql } from 'kysely';
import { notOver } from '#platform/access/current.ts';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Db } from '#platform/db/database.ts';
import type { Programme } from './programme.queries.ts';

/** How a person stands in a programme. One person may have several parts. */
export const parts = ['leader', 'facilitator', 'specialist', 'sponsor', 'participant'] as const;
export type Part = (typeof parts)[number];

export interface PersonInProgramme {
  personId: string;
  name: string;
  /** 'staff' or 'guest'; null when they are no longer a member of the school. */
  kind: string | null;
  parts: Part[];
}

const peopleOf = (db: Db, programme: Pick<Programme, 'owner_id' | 'id'>) =>
  db
    .selectFrom('circle_member as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .leftJoin('member as m', (join) =>
      join
        .onRef('m.owner_id', '=', 'c.owner_id')
        .onRef('m.person_id', '=', 'c.person_id')
        .on('m.ended_at', 'is', null),
    )
    .select([
      'c.person_id as personId',
      'p.name',
      'm.kind',
      sql<Part[]>`array_agg(c.part order by c.part)`.as('parts'),
    ])
    .where('c.owner_id', '=', programme.owner_id)
    .where('c.circle_id', '=', programme.id)
    .where('c.ends_at', 'is', null)
    .groupBy(['c.person_id', 'p.name', 'p.sort_name', 'm.kind'])
    .orderBy('p.sort_name');

/** The people of a programme now, each once with all their parts, by name. */
export const selectPeople = (
  db: Db,
  programme: Pick<Programme, 'owner_id' | 'id'>,
): Promise<PersonInProgramme[]> => peopleOf(db, programme).execute();

/** As many people as one list shows; more are found by their name. */
export const mostCandidates = 60;

export interface Candidates {
  /** Those who are in the programme already. */
  present: PersonInProgramme[];
  /** Those who are not. */
  people: { id: string; name: string; kind: string }[];
  /** How many there are with these words in their name. */
  all: number;
  units: { id: string; name: string; people: number }[];
}

/** Who is in a programme, which staff and guests could be enrolled, and units whose staff could be, in one statement. */
export async function selectCandidates(
  db: Db,
  programme: Pick<Programme, 'owner_id' | 'id'>,
  words: string,
  today: string,
): Promise<Candidates> {
  const owner = programme.owner_id;
  const notYetIn = sql`not exists (select 1 from circle_member i where i.owner_id = ${owner}
    and i.circle_id = ${programme.id} and i.person_id = m.person_id and i.ends_at is null)`;
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<Candidates>`
    select
      ${jsonArrayFrom(peopleOf(db, programme))} as present,
      coalesce((select json_agg(json_build_object('id', each.person_id, 'name', each.name, 'kind', each.kind)
          order by each.sort_name)
        from (select m.person_id, p.name, m.kind, m.sort_name from member m join person p on p.id = m.person_id
          where m.owner_id = ${owner} and m.kind in ('staff', 'guest') and ${notOver('m', today)} and p.name ilike ${like}
            and ${notYetIn}
          order by m.sort_name limit ${mostCandidates}) each), '[]'::json) as people,
      (select count(*)::int from member m join person p on p.id = m.person_id
        where m.owner_id = ${owner} and m.kind in ('staff', 'guest') and ${notOver('m', today)}
          and p.name ilike ${like} and ${notYetIn}) as "all",
      coalesce((select json_agg(json_build_object('id', each.id, 'name', each.name, 'people', each.people)
          order by each.sort_name)
        from (select u.id, u.name, u.sort_name, count(distinct s.person_id)::int as people from unit u
          join membership s on s.owner_id = u.owner_id and s.unit_id = u.id
          join member m on m.owner_id = s.owner_id and m.person_id = s.person_id
          where u.owner_id = ${owner} and s.owner_id = ${owner} and m.owner_id = ${owner} and u.ended_at is null
            and u.kind <> 'class' and ${notOver('s', today)} and m.kind = 'staff' and ${notOver('m', today)}
          group by u.id, u.name, u.sort_name) each), '[]'::json) as units
  `.execute(db);
  return rows[0]!;
}

/** The staff of a unit, who are in it or will be; nobody when there is no such unit. */
export const selectUnitStaff = (
  db: Db,
  ownerId: string,
  unitId: string,
  today: string,
): Promise<{ personId: string }[]> =>
  db
    .selectFrom('membership as s')
    .innerJoin('member as m', (join) =>
      join.onRef('m.owner_id', '=', 's.owner_id').onRef('m.person_id', '=', 's.person_id'),
    )
    .select('s.person_id as personId')
    .distinct()
    .where('s.owner_id', '=', ownerId)
    .where('s.unit_id', '=', unitId)
    .where(notOver('s', today))
    .where('m.kind', '=', 'staff')
    .where(notOver('m', today))
    .execute();

/** Those of the people who are staff or guests of the school, or will be; others cannot be enrolled. */
export const selectEnrollable = (
  db: Db,
  ownerId: string,
  personIds: readonly string[],
  today: string,
): Promise<{ personId: string }[]> =>
  db
    .selectFrom('member')
    .select('person_id as personId')
    .where('owner_id', '=', ownerId)
    .where('person_id', 'in', personIds)
    .where('kind', 'in', ['staff', 'guest'])
    .where(notOver('member', today))
    .execute();
