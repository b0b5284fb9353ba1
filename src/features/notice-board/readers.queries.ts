import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Audience } from './audience.ts';
import { isReached, reachedAs } from './reached.ts';

export interface StaffReader {
  personId: string;
  name: string;
  /** When they said that they have read it as it stands; null while they have not. */
  saidAt: Date | null;
}

export interface Readers {
  staff: readonly StaffReader[];
  pupils: Said;
  families: Said;
}

/** How many have said so, of how many. */
export interface Said {
  said: number;
  all: number;
}

interface Row {
  kind: string;
  all: number;
  said: number;
  staff: { personId: string; name: string; saidAt: string | null }[] | null;
}

/** So many of the staff are named. */
const mostNamed = 1000;

/** Who of those a notice reaches today has said that they have read it: staff by name, others as counts. */
export async function selectReaders(
  db: Db,
  owner: string,
  notice: { id: string; authorId: string; askedVersion: number },
  audience: Audience,
  today: string,
): Promise<Readers> {
  const { rows } = await sql<Row>`
    select k.kind, count(*)::int as all, count(k.said_at)::int as said,
      case when k.kind = 'staff' then json_agg(json_build_object('personId', k.person_id, 'name', k.name,
        'saidAt', k.said_at) order by k.sort_name, k.person_id) end as staff
    from (select m.person_id, m.sort_name, p.name, r.said_at, ${reachedAs(owner, audience, today)} as kind
      from member m
      join person p on p.id = m.person_id
      left join posted_notice_reading r on r.owner_id = ${owner} and r.notice_id = ${notice.id}
        and r.person_id = m.person_id and r.version >= ${notice.askedVersion}
      where m.owner_id = ${owner} and m.person_id <> ${notice.authorId} and ${isReached(owner, audience, today)}) k
    group by k.kind`.execute(db);
  const of = (kind: string): Said => {
    const found = rows.find((row) => row.kind === kind);
    return { said: found?.said ?? 0, all: found?.all ?? 0 };
  };
  const staff = rows.find((row) => row.kind === 'staff')?.staff ?? [];
  return {
    staff: staff
      .slice(0, mostNamed)
      .map((each) => ({ ...each, saidAt: each.saidAt ? new Date(each.saidAt) : null })),
    pupils: of('pupil'),
    families: of('family'),
  };
}
