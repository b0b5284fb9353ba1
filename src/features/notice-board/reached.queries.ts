import { sql } from 'kysely';
import type { MemberKind } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import type { Audience } from './audience.ts';
import { isReached, reachedAs } from './reached.ts';

/** How many a notice reaches today as what they are, its author aside. */
export type ReachedCounts = Readonly<Record<MemberKind, number>>;

export interface Reached {
  counts: ReachedCounts;
  /** Staff and pupils by name, so many at most; families are only counted. */
  names: readonly string[];
}

const mostNames = 500;

/** Whom an audience reaches today, but for one person, who writes to it. */
export async function selectReached(
  db: Db,
  owner: string,
  audience: Audience,
  { today, but }: { today: string; but: string },
): Promise<Reached> {
  const { rows } = await sql<{ kind: MemberKind; n: number; names: string[] }>`
    select r.kind, count(*)::int as n, case when r.kind in ('staff', 'pupil')
      then (array_agg(r.name order by r.sort_name, r.person_id))[1:${sql.lit(mostNames)}] else '{}' end as names
    from (select m.person_id, m.sort_name, p.name, ${reachedAs(owner, audience, today)} as kind
      from member m join person p on p.id = m.person_id
      where m.owner_id = ${owner} and m.person_id <> ${but} and ${isReached(owner, audience, today)}) r
    group by r.kind order by r.kind desc`.execute(db);
  const counts = { staff: 0, pupil: 0, family: 0, guest: 0 };
  for (const { kind, n } of rows) counts[kind] = n;
  return { counts, names: rows.flatMap(({ names }) => names) };
}
