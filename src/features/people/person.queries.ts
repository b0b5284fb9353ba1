import { sql } from 'kysely';
import { current, notOver } from '#platform/access/current.ts';
import type { MemberKind } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';

export interface HeldRole {
  id: string;
  role: string;
  unit: string | null;
  startsOn: string;
  endsOn: string | null;
}
interface Manager {
  id: string;
  personId: string;
  name: string;
  startsOn: string;
}

/** A member of a school, as everybody who works there may know them. */
export interface Person {
  personId: string;
  name: string;
  givenName: string;
  familyName: string;
  kind: MemberKind;
  jobTitle: string | null;
  yearLabel: string | null;
  comesFrom: string | null;
  endsOn: string | null;
  /** The first day, while it is still to come. */
  beginsOn: string | null;
  hasLeft: boolean;
  hasAccount: boolean;
  /** The addresses the school gave; those of the person's own are nobody else's business. */
  schoolEmails: string[];
  hasEmail: boolean;
  /** Current roles and those to come. */
  roles: HeldRole[];
  units: { id: string; name: string; part: string }[];
  managers: Manager[];
}

/** One person of the organisation, also when they have left. Throws `NotFound`. */
export async function selectPerson(db: Db, owner: string, personId: string, today: string): Promise<Person> {
  if (!isId(personId)) throw new NotFound();
  const { rows } = await sql<Person>`
    select p.id as "personId", p.name, p.given_name as "givenName", p.family_name as "familyName", m.kind,
      m.job_title as "jobTitle", m.year_label as "yearLabel", m.comes_from as "comesFrom", m.ends_on as "endsOn",
      not ${notOver('m', today)} as "hasLeft",
      case when m.starts_on > ${today} then m.starts_on end as "beginsOn",
      exists (select 1 from credential c where c.person_id = p.id) as "hasAccount",
      exists (select 1 from person_email e where e.person_id = p.id) as "hasEmail",
      array(select e.address from person_email e where e.person_id = p.id and (e.kind = 'work'
        or not exists (select 1 from credential n where n.person_id = p.id)) order by e.created_at) as "schoolEmails",
      coalesce((select json_agg(json_build_object('id', a.id, 'role', a.role, 'unit', u.name,
          'startsOn', a.starts_on, 'endsOn', a.ends_on) order by a.starts_on, a.role)
        from appointment a left join unit u on u.owner_id = ${owner} and u.id = a.unit_id
        where a.owner_id = ${owner} and a.person_id = p.id and ${notOver('a', today)}), '[]'::json) as roles,
      coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name, 'part', s.part) order by u.sort_name)
        from membership s join unit u on u.owner_id = ${owner} and u.id = s.unit_id
        where s.owner_id = ${owner} and s.person_id = p.id and u.ended_at is null
          and ${notOver('s', today)}), '[]'::json) as units,
      coalesce((select json_agg(json_build_object('id', l.id, 'personId', b.id, 'name', b.name,
          'startsOn', l.starts_on) order by l.starts_on)
        from line_management l join person b on b.id = l.manager_id
        where l.owner_id = ${owner} and l.person_id = p.id and ${notOver('l', today)}), '[]'::json) as managers
    from member m join person p on p.id = m.person_id
    where m.owner_id = ${owner} and m.person_id = ${personId}`.execute(db);
  if (!rows[0]) throw new NotFound('Nobody of this school is at this address.');
  return rows[0];
}

export interface HistoryEntry {
  id: string;
  kind: string;
  by: string | null;
  body: Record<string, unknown>;
  at: Date;
  /** The name of the other person it is about: a line manager, a parent. */
  other: string | null;
}

/** What was done about somebody, newest first: roles, leaving, invitations. Nothing of what they wrote. */
export const selectHistory = (
  db: Db,
  owner: string,
  personId: string,
  kinds: readonly string[],
): Promise<HistoryEntry[]> =>
  db
    .selectFrom('event as v')
    .leftJoin('person as p', 'p.id', 'v.actor_id')
    .leftJoin('person as o', (join) =>
      join.on(sql<boolean>`o.id = coalesce(v.body ->> 'managerId', v.body ->> 'adultId')::uuid`),
    )
    .select(['v.id', 'v.kind', 'p.name as by', 'v.body', 'v.at', 'o.name as other'])
    .where('v.owner_id', '=', owner)
    .where('v.item_id', '=', personId)
    .where('v.kind', 'in', kinds)
    .orderBy('v.at', 'desc')
    .orderBy('v.id', 'desc')
    .limit(50)
    .$narrowType<{ body: Record<string, unknown> }>()
    .execute();

/** How many others hold a role today: so that nobody takes away the last administrator. */
export async function countOthersInRole(
  db: Db,
  owner: string,
  role: string,
  personId: string,
  today: string,
): Promise<number> {
  const row = await db
    .selectFrom('appointment as a')
    .innerJoin('member as m', (join) =>
      join.onRef('m.person_id', '=', 'a.person_id').on('m.owner_id', '=', owner).on('m.ended_at', 'is', null),
    )
    .select(sql<number>`count(distinct a.person_id)::int`.as('n'))
    .where('a.owner_id', '=', owner)
    .where('a.role', '=', role)
    .where('a.person_id', '<>', personId)
    .where(current('a', today))
    .executeTakeFirstOrThrow();
  return row.n;
}
