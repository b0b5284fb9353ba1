import { type RawBuilder, sql } from 'kysely';
import type { MemberKind } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { comparable } from '#platform/i18n/comparable.ts';

/** Which people are asked for. */
export interface PeopleFilter {
  kind: MemberKind;
  /** Those who have left, instead of those who are here. */
  left: boolean;
  /** Parts of names, in any order. */
  search: string;
  role: string;
  unitId: string | null;
  /** Only those without an account. */
  withoutAccount: boolean;
  page: number;
}

export interface ListedPerson {
  personId: string;
  name: string;
  kind: MemberKind;
  jobTitle: string | null;
  yearLabel: string | null;
  comesFrom: string | null;
  endsOn: string | null;
  roles: string[];
  hasAccount: boolean;
  hasEmail: boolean;
  invited: boolean;
}

export const pageSize = 30;

/** One page of people and how many there are in all, by name. One statement, whatever is asked. */
export async function selectPeople(
  db: Db,
  owner: string,
  filter: PeopleFilter,
  today: string,
): Promise<{ people: ListedPerson[]; total: number }> {
  const { rows } = await sql<ListedPerson & { total: number }>`
    select p.id as "personId", p.name, m.kind, m.job_title as "jobTitle", m.year_label as "yearLabel",
      m.comes_from as "comesFrom", m.ends_on as "endsOn",
      array(select distinct a.role from appointment a where a.owner_id = ${owner} and a.person_id = m.person_id
        and a.ended_at is null and a.starts_on <= ${today} and (a.ends_on is null or a.ends_on >= ${today})
        order by a.role) as roles,
      exists (select 1 from credential c where c.person_id = m.person_id) as "hasAccount",
      exists (select 1 from person_email e where e.person_id = m.person_id) as "hasEmail",
      exists (select 1 from event v where v.owner_id = ${owner} and v.item_id = m.person_id
        and v.kind in ('person.invited', 'person.link-made')) as invited,
      count(*) over ()::int as total
    from member m join person p on p.id = m.person_id
    where m.owner_id = ${owner} and m.kind = ${filter.kind} and ${sql.join(conditions(owner, filter, today), sql` and `)}
    order by m.sort_name, p.id
    limit ${pageSize} offset ${(filter.page - 1) * pageSize}`.execute(db);
  return { people: rows, total: rows[0]?.total ?? 0 };
}

function conditions(owner: string, filter: PeopleFilter, today: string): RawBuilder<unknown>[] {
  const here = sql`m.ended_at is null and (m.ends_on is null or m.ends_on >= ${today})`;
  const parts = comparable(filter.search).split(' ').filter(Boolean);
  return [
    filter.left ? sql`not (${here})` : sql`(${here})`,
    ...parts.map((part) => sql`m.sort_name like ${`%${part}%`}`),
    ...(filter.role
      ? [
          sql`exists (select 1 from appointment r where r.owner_id = ${owner} and r.person_id = m.person_id
            and r.role = ${filter.role} and r.ended_at is null and r.starts_on <= ${today}
            and (r.ends_on is null or r.ends_on >= ${today}))`,
        ]
      : []),
    ...(filter.unitId
      ? [
          sql`exists (select 1 from membership u where u.owner_id = ${owner} and u.person_id = m.person_id
            and u.unit_id = ${filter.unitId} and u.ended_at is null and (u.ends_on is null or u.ends_on >= ${today}))`,
        ]
      : []),
    ...(filter.withoutAccount
      ? [sql`not exists (select 1 from credential n where n.person_id = m.person_id)`]
      : []),
  ];
}

/** Units to filter by and to choose from. */
export const selectUnitChoices = (db: Db, owner: string): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('owner_id', '=', owner)
    .where('ended_at', 'is', null)
    .orderBy('sort_name')
    .limit(500)
    .execute();
