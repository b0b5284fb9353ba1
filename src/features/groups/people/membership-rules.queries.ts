import { type RawBuilder, sql } from 'kysely';
import { current, notOver } from '#platform/access/current.ts';
import type { MemberKind } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import {
  type GroupPerson,
  type GroupProtocol,
  leadingRoles,
  type ObstacleKind,
  partsFor,
  partsThatTeach,
  type PersonFacts,
  ruleOf,
} from './membership-rules.ts';

interface GroupId {
  owner_id: string;
  id: string;
}

/** Those who are in the group `id` and still belong to the school, as rows of "personId" and parts. */
const inGroup = (ownerId: string, id: string, today: string): RawBuilder<GroupPerson> => sql`
  select c.person_id as "personId", n.name, array_agg(c.part order by c.part) as parts
  from circle_member c join person n on n.id = c.person_id
  join member k on k.owner_id = c.owner_id and k.person_id = c.person_id
  where c.owner_id = ${ownerId} and k.owner_id = ${ownerId} and c.circle_id = ${id} and c.ends_at is null
    and ${notOver('k', today)}
  group by c.person_id, n.name, n.sort_name order by n.sort_name`;

/** Whether the person in `of` holds a role that leads the school. */
const leads = (owner: string, of: RawBuilder<unknown>, today: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from appointment a where a.owner_id = ${owner} and a.person_id = ${of}
    and a.role = any(${leadingRoles}::text[]) and ${current('a', today)})`;

const teachesClass = (owner: string, of: RawBuilder<unknown>, today: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from membership s join unit u on u.owner_id = s.owner_id and u.id = s.unit_id
    where s.owner_id = ${owner} and u.owner_id = ${owner} and s.person_id = ${of} and s.part = 'teacher'
      and u.kind = 'class' and u.ended_at is null and ${notOver('s', today)})`;

/** That the person was asked into the group, or asked to be let in: the last time. */
export interface Asked {
  part: string;
  way: 'invited' | 'asked';
  words: string;
  /** The name of whoever asked. */
  by: string;
  answer: 'yes' | 'no' | 'withdrawn' | null;
  /** What was said with the answer. */
  said: string;
}

/** Minutes that a group asks of one person in one term; `term` is null outside every term. */
export interface TermHours {
  term: string | null;
  minutes: number;
  inSchoolDay: number;
}

export interface MembershipFacts {
  person: PersonFacts;
  people: GroupPerson[];
  asked: Asked | null;
  /** What the steps still to come ask of somebody who takes part, the first term first. */
  ahead: TermHours[];
}

/** The columns of what is known of a person: kind, leads, teachesClass, manages, managedBy. */
const factsOf = (owner: string, me: RawBuilder<unknown>, today: string): RawBuilder<unknown> => sql`
  (select m.kind from member m where m.owner_id = ${owner} and m.person_id = ${me} and ${notOver('m', today)}) as kind,
  ${leads(owner, me, today)} as leads, ${teachesClass(owner, me, today)} as "teachesClass",
  array(select l.person_id::text from line_management l where l.owner_id = ${owner} and l.manager_id = ${me}
    and ${current('l', today)}) as manages,
  array(select l.manager_id::text from line_management l where l.owner_id = ${owner} and l.person_id = ${me}
    and ${current('l', today)}) as "managedBy"`;

/** What the steps of a group from today on ask of each, term by term. */
const hoursAhead = (owner: string, id: string, today: string): RawBuilder<TermHours> => sql`
  select t.name as term, sum(s.minutes)::int as minutes,
    coalesce(sum(s.minutes) filter (where s.in_school_day), 0)::int as "inSchoolDay"
  from programme_step s
  left join lateral (select t.name, t.starts_on from term t where t.owner_id = ${owner} and t.kind = 'term'
    and t.ended_at is null and s.on_date between t.starts_on and t.ends_on order by t.starts_on limit 1) t on true
  where s.owner_id = ${owner} and s.programme_id = ${id} and s.ended_at is null and s.done_at is null
    and s.on_date >= ${today}
  group by t.name, t.starts_on order by min(s.on_date)`;

/** What of a person decides whether a group that is about to start can have them. One statement. */
export async function selectPersonFacts(
  db: Db,
  owner: string,
  personId: string,
  today: string,
): Promise<PersonFacts> {
  const { rows } = await sql<Omit<PersonFacts, 'personId'>>`
    select (select n.name from person n where n.id = ${personId}::uuid) as name,
      ${factsOf(owner, sql`${personId}::uuid`, today)}`.execute(db);
  return { ...rows[0]!, personId };
}

/** What decides whether one person can be in a group, who is in it now, and what was asked. One statement. */
export async function selectMembershipFacts(
  db: Db,
  group: GroupId,
  personId: string,
  today: string,
): Promise<MembershipFacts> {
  const owner = group.owner_id;
  const me = sql`${personId}::uuid`;
  const { rows } = await sql<
    Omit<PersonFacts, 'personId' | 'name'> & { name: string | null; kind: MemberKind | null } & Omit<
        MembershipFacts,
        'person'
      >
  >`
    select (select n.name from person n where n.id = ${me}) as name,
      ${factsOf(owner, me, today)},
      coalesce((select json_agg(g) from (${inGroup(owner, group.id, today)}) g), '[]'::json) as people,
      (select json_build_object('part', v.part, 'way', v.way, 'words', v.words, 'by', b.name, 'answer', v.answer,
          'said', v.said)
        from group_invitation v join person b on b.id = v.by_id
        where v.owner_id = ${owner} and v.programme_id = ${group.id} and v.person_id = ${me}) as asked,
      coalesce((select json_agg(h) from (${hoursAhead(owner, group.id, today)}) h), '[]'::json) as ahead
  `.execute(db);
  const { name, people, asked, ahead, ...facts } = rows[0]!;
  return { person: { ...facts, personId, name: name ?? '' }, people, asked, ahead };
}

/**
 * The same rules for many people in one statement: which stands in the way of the member under `m`, as its kind, or
 * null. Whether the group is full is the same for everybody and not asked here.
 */
export function obstacleInSql(
  group: GroupId,
  protocol: GroupProtocol | undefined,
  part: string,
  today: string,
): RawBuilder<ObstacleKind | null> {
  const owner = group.owner_id;
  const person = sql`m.person_id`;
  const guestsCome = partsFor(protocol, 'guest').some((each) => each === part);
  const asked = (rule: Parameters<typeof ruleOf>[1], condition: RawBuilder<unknown>) =>
    ruleOf(protocol, rule) ? condition : sql`false`;
  const related = (
    theirs: string,
    others: string,
  ) => sql`select ${sql.ref(`l.${theirs}`)} from line_management l
    join circle_member o on o.owner_id = l.owner_id and o.person_id = ${sql.ref(`l.${others}`)}
    join member k on k.owner_id = o.owner_id and k.person_id = o.person_id
    where l.owner_id = ${owner} and o.owner_id = ${owner} and k.owner_id = ${owner} and o.circle_id = ${group.id}
      and o.ends_at is null and ${current('l', today)} and ${notOver('k', today)}`;
  const managing = sql`m.person_id in (${related('manager_id', 'person_id')} union ${related('person_id', 'manager_id')})`;
  return sql<ObstacleKind | null>`case
    when exists (select 1 from circle_member i where i.owner_id = ${owner} and i.circle_id = ${group.id}
      and i.person_id = m.person_id and i.part = ${part} and i.ends_at is null) then 'in-it'
    when m.kind not in ('staff', 'guest') then 'not-of-the-school'
    when m.kind = 'guest' and not ${guestsCome}::boolean then 'guest'
    when ${asked('no-line-managers', managing)} then 'line-manager'
    when ${asked('no-leaders', leads(owner, person, today))} then 'leader'
    when ${partsThatTeach.includes(part)}::boolean
      and ${asked('teachers-only', sql`not ${teachesClass(owner, person, today)}`)} then 'no-class'
  end`;
}
