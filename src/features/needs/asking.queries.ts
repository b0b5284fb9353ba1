import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { SaidByPart } from './needs-form.ts';

export type Side = 'most' | 'least';

export interface Named {
  id: string;
  title: string;
}
export interface Topic extends Named {
  heading: string;
}

/** One need of one's own, and what came of it. */
export interface OwnNeed {
  side: Side;
  place: number;
  topicId: string | null;
  words: string;
  priority: string | null;
  individual: boolean | null;
  programme: string | null;
}

export interface OwnAnswer {
  id: string;
  version: number;
  updatedAt: string;
  said: SaidByPart;
  needs: OwnNeed[];
}

/** One asking with everything its pages say about it; `mine` is the answer of the person who looks. */
export interface Asking {
  id: string;
  slug: string;
  title: string;
  note: string;
  /** The last day for answering, 'YYYY-MM-DD'. */
  closesOn: string;
  closedAt: Date | null;
  releasedAt: Date | null;
  remindedAt: Date | null;
  topics: Topic[];
  /** Priorities that were current when it was asked. */
  priorities: Named[];
  /** The units whose staff are asked; none means all staff. */
  units: Named[];
  mine: OwnAnswer | null;
  /** For those who run it: the groups by which answers can be narrowed, and what needs can be joined to. */
  groups: Named[];
  joinable: Joinable[];
}

interface Joinable extends Named {
  sort: 'priority' | 'programme';
}

/** The asking at an address, or undefined. Whether it may be opened is for the kernel to say. */
export async function selectAsking(
  db: Db,
  organisationId: string,
  where: { slug: string } | { id: string },
  personId: string,
  forLeader = false,
): Promise<Asking | undefined> {
  const { rows } = await sql<Asking>`
    select a.id, a.slug, a.title, a.note, a.closes_on as "closesOn", a.closed_at as "closedAt",
      a.released_at as "releasedAt", a.reminded_at as "remindedAt",
      coalesce((select json_agg(json_build_object('id', t.id, 'title', t.title, 'heading', t.heading) order by t.position)
        from needs_topic t where t.owner_id = a.owner_id and t.asking_id = a.id), '[]') as topics,
      coalesce((select json_agg(json_build_object('id', p.id, 'title', p.title) order by p.title)
        from needs_asking_priority ap join school_priority p on p.owner_id = ap.owner_id and p.id = ap.priority_id
        where ap.owner_id = a.owner_id and ap.asking_id = a.id), '[]') as priorities,
      coalesce((select json_agg(json_build_object('id', u.id, 'title', u.name) order by u.sort_name)
        from needs_asked_unit au join unit u on u.owner_id = au.owner_id and u.id = au.unit_id
        where au.owner_id = a.owner_id and au.asking_id = a.id), '[]') as units,
      (select json_build_object('id', w.id, 'version', w.version, 'updatedAt', w.updated_at, 'said', w.said, 'needs',
          coalesce((select json_agg(json_build_object('side', n.side, 'place', n.place, 'topicId', n.topic_id,
            'words', n.words, 'priority', p.title, 'individual', l.individual, 'programme', c.name)
            order by n.side desc, n.place)
          from need n
          left join need_link l on l.owner_id = n.owner_id and l.need_id = n.id
          left join school_priority p on p.owner_id = l.owner_id and p.id = l.priority_id
          left join circle c on c.owner_id = l.owner_id and c.id = l.programme_id
          where n.owner_id = w.owner_id and n.answer_id = w.id and n.ended_at is null), '[]'))
        from needs_answer w where w.owner_id = a.owner_id and w.asking_id = a.id and w.person_id = ${personId}) as mine,
      ${forLeader ? leaderColumns(organisationId) : sql`'[]'::json as groups, '[]'::json as joinable`}
    from needs_asking a
    where a.owner_id = ${organisationId} and ${'slug' in where ? sql`a.slug = ${where.slug}` : sql`a.id = ${where.id}`}`.execute(
    db,
  );
  return rows[0];
}

/** Units, as `u`, that have staff in them. */
export const staffUnit = (
  organisationId: string,
) => sql`u.owner_id = ${organisationId} and u.ended_at is null and exists (
  select 1 from membership ms join member m on m.owner_id = ms.owner_id and m.person_id = ms.person_id
  where ms.owner_id = u.owner_id and ms.unit_id = u.id and ms.ended_at is null
    and m.kind = 'staff' and m.ended_at is null)`;

const leaderColumns = (organisationId: string) => sql`
  coalesce((select json_agg(json_build_object('id', u.id, 'title', u.name) order by u.kind, u.sort_name)
    from unit u where ${staffUnit(organisationId)}
      and (not exists (select 1 from needs_asked_unit au where au.owner_id = a.owner_id and au.asking_id = a.id)
        or exists (select 1 from needs_asked_unit au where au.owner_id = a.owner_id and au.asking_id = a.id
          and au.unit_id = u.id))), '[]') as groups,
  coalesce((select json_agg(json_build_object('id', j.id, 'sort', j.sort, 'title', j.title) order by j.sort, j.title) from (
    select p.id, 'priority' as sort, p.title from school_priority p
      where p.owner_id = ${organisationId} and p.ended_at is null
    union all
    select c.id, 'programme' as sort, c.name as title from circle c
      where c.owner_id = ${organisationId} and c.kind = 'programme' and c.ended_at is null) j), '[]') as joinable`;
