import { sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { askingPolicy } from './need.policy.ts';
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

export interface Joinable extends Named {
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

export interface AskingRow {
  slug: string;
  title: string;
  closesOn: string;
  closedAt: Date | null;
  answered: number;
}

/** The askings of a school, the latest first, with how many answered. For those who run them. */
export const selectAskings = (db: Db, who: Who): Promise<AskingRow[]> =>
  db
    .selectFrom('needs_asking as a')
    .innerJoin('item as i', (on) => on.onRef('i.owner_id', '=', 'a.owner_id').onRef('i.id', '=', 'a.id'))
    .select(['a.slug', 'a.title', 'a.closes_on as closesOn', 'a.closed_at as closedAt'])
    .select((e) =>
      e
        .selectFrom('needs_answer as w')
        .select((c) => c.fn.countAll<number>().as('n'))
        .whereRef('w.owner_id', '=', 'a.owner_id')
        .whereRef('w.asking_id', '=', 'a.id')
        .as('answered'),
    )
    .where('a.owner_id', '=', who.organisationId)
    .where('i.ended_at', 'is', null)
    .where(who.sees('i', askingPolicy, 'manage'))
    .orderBy('a.created_at', 'desc')
    .limit(100)
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, answered: Number(row.answered) })));

export interface MyAskingRow {
  slug: string;
  title: string;
  closesOn: string;
  closedAt: Date | null;
  releasedAt: Date | null;
  answeredAt: Date | null;
  /** Needs of one's own that were joined to a priority, a programme or marked as individual. */
  joined: number;
}

/** The askings that reach a person, and those they answered; the latest first. */
export async function selectMyAskings(db: Db, who: Who): Promise<MyAskingRow[]> {
  const { rows } = await sql<MyAskingRow>`
    select a.slug, a.title, a.closes_on as "closesOn", a.closed_at as "closedAt", a.released_at as "releasedAt",
      w.updated_at as "answeredAt",
      (select count(*)::integer from need n join need_link l on l.owner_id = n.owner_id and l.need_id = n.id
        where n.owner_id = a.owner_id and n.answer_id = w.id and n.ended_at is null) as joined
    from needs_asking a
    join item i on i.owner_id = a.owner_id and i.id = a.id
    left join needs_answer w on w.owner_id = a.owner_id and w.asking_id = a.id and w.person_id = ${who.personId}
    where a.owner_id = ${who.organisationId} and i.ended_at is null
      and (w.id is not null or ${who.sees('i', askingPolicy, 'answer')})
    order by a.created_at desc limit 100`.execute(db);
  return rows;
}

/** The units that have staff in them, for choosing who is asked. */
export async function selectStaffUnits(db: Db, organisationId: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select u.id, u.name as title from unit u where ${staffUnit(organisationId)}
    order by u.kind, u.sort_name limit 200`.execute(db);
  return rows;
}

const staffUnit = (
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

/** A word for the address that no asking of the school has yet. */
export async function freeSlug(tx: Db, organisationId: string, wish: string): Promise<string> {
  const taken = await tx
    .selectFrom('needs_asking')
    .select('slug')
    .where('owner_id', '=', organisationId)
    .where('slug', 'like', `${wish}%`)
    .execute();
  const slugs = new Set(taken.map((row) => row.slug));
  for (let n = 1; ; n++) {
    const slug = n === 1 ? wish : `${wish}-${n}`;
    if (!slugs.has(slug)) return slug;
  }
}

/** Writes an asking whose item is there already. */
export async function insertAsking(
  tx: Db,
  organisationId: string,
  asking: {
    id: string;
    slug: string;
    title: string;
    note: string;
    closesOn: string;
    topics: readonly { heading: string; title: string; catalogueId: string | null }[];
    unitIds: readonly string[];
    priorityIds: readonly string[];
  },
  at: Date,
): Promise<void> {
  const owner = { owner_id: organisationId, asking_id: asking.id };
  await tx
    .insertInto('needs_asking')
    .values({
      owner_id: organisationId,
      id: asking.id,
      slug: asking.slug,
      title: asking.title,
      note: asking.note,
      closes_on: asking.closesOn,
      created_at: at,
    })
    .execute();
  if (asking.topics.length)
    await tx
      .insertInto('needs_topic')
      .values(
        asking.topics.map((topic, position) => ({
          ...owner,
          id: newId(at),
          position,
          heading: topic.heading,
          title: topic.title,
          catalogue_id: topic.catalogueId,
        })),
      )
      .execute();
  if (asking.unitIds.length)
    await tx
      .insertInto('needs_asked_unit')
      .values(asking.unitIds.map((unit_id) => ({ ...owner, unit_id })))
      .execute();
  if (asking.priorityIds.length)
    await tx
      .insertInto('needs_asking_priority')
      .values(asking.priorityIds.map((priority_id) => ({ ...owner, priority_id })))
      .execute();
}

/** Changes when an asking ends, who may see its counts, or that people were reminded. */
export async function updateAsking(
  tx: Db,
  organisationId: string,
  id: string,
  change: { closed_at?: Date | null; closes_on?: string; released_at?: Date | null; reminded_at?: Date },
): Promise<void> {
  await tx
    .updateTable('needs_asking')
    .set(change)
    .where('owner_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}
