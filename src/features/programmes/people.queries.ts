import { sql } from 'kysely';
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

/** The people of a programme now, each once with all their parts, by name. */
export async function selectPeople(
  db: Db,
  programme: Pick<Programme, 'owner_id' | 'id'>,
): Promise<PersonInProgramme[]> {
  const rows = await db
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
      'p.sort_name',
      'm.kind',
      sql<string[]>`array_agg(c.part order by c.part)`.as('parts'),
    ])
    .where('c.owner_id', '=', programme.owner_id)
    .where('c.circle_id', '=', programme.id)
    .where('c.ends_at', 'is', null)
    .groupBy(['c.person_id', 'p.name', 'p.sort_name', 'm.kind'])
    .orderBy('p.sort_name')
    .execute();
  return rows.map(({ personId, name, kind, parts: held }) => ({ personId, name, kind, parts: held as Part[] }));
}
