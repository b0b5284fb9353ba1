import { type RawBuilder, sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Manner } from '#platform/access/open.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import type { Asking, Side } from './asking.queries.ts';
import { answerPolicy } from './need.policy.ts';
import type { SaidByPart } from './needs-form.ts';

/** What the CPD leader reads of an asking. Every statement asks the kernel about the answers themselves. */

/** The staff who are asked, as `m`: all, or those of the asking's units. */
export const asked = (
  asking: Asking,
  today: string,
): RawBuilder<unknown> => sql`m.kind = 'staff' and ${current('m', today)}
  and (${asking.units.length === 0} or ${inUnit(
    'm',
    asking.units.map((unit) => unit.id),
    today,
  )})`;

const inUnit = (alias: string, unitIds: readonly string[], today: string): RawBuilder<unknown> => sql`exists (
  select 1 from membership ms where ms.owner_id = ${sql.ref(`${alias}.owner_id`)}
    and ms.person_id = ${sql.ref(`${alias}.person_id`)} and ${current('ms', today)}
    and ms.unit_id = any(${unitIds}::uuid[]))`;

const seen = (who: Who): RawBuilder<unknown> => sql`i.ended_at is null and ${who.sees('i', answerPolicy)}`;

export interface TopicCounts {
  asked: number;
  answered: number;
  topics: { topicId: string | null; side: Side; people: number }[];
}

/** How many people named each topic on each side, in one unit when one is given. */
export async function selectResults(
  db: Db,
  who: Who,
  asking: Asking,
  unitId: string | null,
  today: string,
): Promise<TopicCounts> {
  const [owner, unit] = [who.organisationId, unitId === null ? [] : [unitId]];
  const { rows } = await sql<TopicCounts>`
    select
      (select count(*)::integer from member m where m.owner_id = ${owner} and ${asked(asking, today)}
        and (${unitId === null} or ${inUnit('m', unit, today)})) as asked,
      (select count(*)::integer from needs_answer w join item i on i.owner_id = w.owner_id and i.id = w.id
        where w.owner_id = ${owner} and w.asking_id = ${asking.id} and ${seen(who)}
        and (${unitId === null} or ${inUnit('w', unit, today)})) as answered,
      coalesce((select json_agg(json_build_object('topicId', c.topic_id, 'side', c.side, 'people', c.people)) from (
        select n.topic_id, n.side, count(distinct n.person_id)::integer as people
        from need n join item i on i.owner_id = n.owner_id and i.id = n.answer_id
        where n.owner_id = ${owner} and n.asking_id = ${asking.id} and n.ended_at is null and ${seen(who)}
          and (${unitId === null} or ${inUnit('n', unit, today)})
        group by n.topic_id, n.side) c), '[]') as topics`.execute(db);
  return rows[0]!;
}

/** What narrows the list of who said what. */
export interface NeedFilter {
  side: Side | null;
  /** A topic's id, or 'own' for needs in own words alone. */
  topic: string | null;
  unit: string | null;
  /** A priority's id, 'individual', or 'none' for what is joined to nothing yet. */
  joined: string | null;
}

export interface NeedRow {
  id: string;
  answerId: string;
  side: Side;
  place: number;
  words: string;
  topic: string | null;
  personId: string;
  person: string;
  said: SaidByPart;
  savedAt: Date;
  priority: string | null;
  individual: boolean | null;
  programme: string | null;
  /** The words or the topic changed after it was joined. */
  changedSince: boolean | null;
  /** It is noted already that this reader read the answer in this way since the day began. */
  noted: boolean;
}

/** How the list is read, since when a reading that was noted still counts, and on which day. */
export interface Reading {
  manner: Manner;
  since: Date;
  today: string;
}

/** The needs of an asking by name, filtered and paged; `total` counts all that the filter lets through. */
export async function selectNeeds(
  db: Db,
  who: Who,
  askingId: string,
  filter: NeedFilter,
  page: { limit: number; offset: number },
  { manner, since, today }: Reading,
): Promise<{ needs: NeedRow[]; total: number }> {
  const { rows } = await sql<NeedRow & { total: number }>`
    select n.id, n.answer_id as "answerId", n.side, n.place, n.words, tp.title as topic, n.person_id as "personId", p.name as person, w.said,
      w.updated_at as "savedAt", pr.title as priority, l.individual, c.name as programme,
      n.changed_at > l.linked_at as "changedSince",
      exists (select 1 from access_log g where g.owner_id = ${who.organisationId} and g.subject_id = n.person_id
        and g.item_id = n.answer_id and g.reader_id = ${who.personId} and g.manner = ${manner}
        and g.at >= ${since}) as noted,
      count(*) over ()::integer as total
    from need n
    join item i on i.owner_id = n.owner_id and i.id = n.answer_id
    join needs_answer w on w.owner_id = n.owner_id and w.id = n.answer_id
    join person p on p.id = n.person_id
    left join needs_topic tp on tp.owner_id = n.owner_id and tp.id = n.topic_id
    left join need_link l on l.owner_id = n.owner_id and l.need_id = n.id
    left join school_priority pr on pr.owner_id = l.owner_id and pr.id = l.priority_id
    left join circle c on c.owner_id = l.owner_id and c.id = l.programme_id
    where n.owner_id = ${who.organisationId} and n.asking_id = ${askingId} and n.ended_at is null and ${seen(who)}
      and ${narrowed(filter, today)}
    order by p.sort_name, p.id, n.side desc, n.place
    limit ${page.limit} offset ${page.offset}`.execute(db);
  return { needs: rows, total: rows[0]?.total ?? 0 };
}

function narrowed({ side, topic, unit, joined }: NeedFilter, today: string): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [sql`true`];
  if (side) conditions.push(sql`n.side = ${side}`);
  if (topic) conditions.push(topic === 'own' ? sql`n.topic_id is null` : sql`n.topic_id = ${topic}`);
  if (unit) conditions.push(inUnit('n', [unit], today));
  if (joined === 'none')
    conditions.push(sql`l.priority_id is null and l.individual is not true and l.programme_id is null`);
  else if (joined === 'individual') conditions.push(sql`l.individual`);
  else if (joined) conditions.push(sql`l.priority_id = ${joined}`);
  return sql.join(conditions, sql` and `);
}

/** Who is asked and has not answered, by name. */
export async function selectWaiting(
  db: Db,
  organisationId: string,
  asking: Asking,
  today: string,
  page: { limit: number; offset: number },
): Promise<{ people: { personId: string; name: string }[]; total: number }> {
  const { rows } = await sql<{ personId: string; name: string; total: number }>`
    select m.person_id as "personId", p.name, count(*) over ()::integer as total
    from member m join person p on p.id = m.person_id
    where m.owner_id = ${organisationId} and p.ended_at is null and ${asked(asking, today)}
      and not exists (select 1 from needs_answer w where w.owner_id = m.owner_id and w.asking_id = ${asking.id}
        and w.person_id = m.person_id)
    order by m.sort_name, m.person_id limit ${page.limit} offset ${page.offset}`.execute(db);
  return { people: rows.map(({ personId, name }) => ({ personId, name })), total: rows[0]?.total ?? 0 };
}
