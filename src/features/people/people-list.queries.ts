import { type RawBuilder, sql } from 'kysely';
import { current, notOver } from '#platform/access/current.ts';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { MemberKind, Who } from '#platform/access/who.ts';
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

/** One page of people, how many there are in all, by name; and the units to filter by. */
export async function selectPeople(
  db: Db,
  who: Who,
  filter: PeopleFilter,
  today: string,
): Promise<{ people: ListedPerson[]; total: number; units: UnitChoice[] }> {
  const parts = comparable(filter.search).split(' ').filter(Boolean);
  const { people, units } = await ask(db, who, {
    today,
    kind: filter.kind,
    offset: (filter.page - 1) * pageSize,
    left: filter.left || undefined,
    parts: parts.length > 0 ? parts.map((part) => `%${part}%`) : undefined,
    role: filter.role || undefined,
    unitId: filter.unitId ?? undefined,
    withoutAccount: filter.withoutAccount || undefined,
  });
  return { people, total: people[0]?.total ?? 0, units };
}

interface Asked {
  today: string;
  kind: MemberKind;
  offset: number;
  left: true | undefined;
  /** Patterns that the name must all match. */
  parts: string[] | undefined;
  role: string | undefined;
  unitId: string | undefined;
  withoutAccount: true | undefined;
}

const ask = composed((who, given: Given<Asked>) => {
  const owner = who.organisationId;
  const { today } = given;
  return {
    people: list<ListedPerson & { total: number }>(sql`
      select p.id as "personId", p.name, m.kind, m.job_title as "jobTitle", m.year_label as "yearLabel",
        m.comes_from as "comesFrom", m.ends_on as "endsOn",
        array(select distinct a.role from appointment a where a.owner_id = ${owner} and a.person_id = m.person_id
          and ${current('a', today)}
          order by a.role) as roles,
        exists (select 1 from credential c where c.person_id = m.person_id) as "hasAccount",
        exists (select 1 from person_email e where e.person_id = m.person_id) as "hasEmail",
        exists (select 1 from event v where v.owner_id = ${owner} and v.item_id = m.person_id
          and v.kind in ('person.invited', 'person.link-made')) as invited,
        count(*) over ()::int as total
      from member m join person p on p.id = m.person_id
      where m.owner_id = ${owner} and m.kind = ${given.kind} and ${sql.join(conditions(owner, given), sql` and `)}
      order by m.sort_name, p.id
      limit ${pageSize} offset ${given.offset}`),
    units: list<UnitChoice>(unitChoices(owner)),
  };
});

function conditions(owner: string, given: Given<Asked>): RawBuilder<unknown>[] {
  const { today } = given;
  const here = notOver('m', today);
  return [
    given.left ? sql`not ${here}` : here,
    ...(given.parts ? [sql`m.sort_name like all(${given.parts}::text[])`] : []),
    ...(given.role
      ? [
          sql`exists (select 1 from appointment r where r.owner_id = ${owner} and r.person_id = m.person_id
            and r.role = ${given.role} and ${current('r', today)})`,
        ]
      : []),
    ...(given.unitId
      ? [
          sql`exists (select 1 from membership u where u.owner_id = ${owner} and u.person_id = m.person_id
            and u.unit_id = ${given.unitId} and ${notOver('u', today)})`,
        ]
      : []),
    ...(given.withoutAccount
      ? [sql`not exists (select 1 from credential n where n.person_id = m.person_id)`]
      : []),
  ];
}

interface UnitChoice {
  id: string;
  name: string;
}

/** Units to choose from. */
/** Classes and forms, for saying where a pupil is. */
export const selectClassChoices = async (db: Db, owner: string): Promise<UnitChoice[]> =>
  (
    await sql<UnitChoice>`select u.id, u.name from unit u
      where u.owner_id = ${owner} and u.ended_at is null and u.kind in ('class', 'form')
      order by u.kind desc, u.sort_name limit 500`.execute(db)
  ).rows;

export const selectUnitChoices = async (db: Db, owner: string): Promise<UnitChoice[]> =>
  (await unitChoices(owner).execute(db)).rows;

const unitChoices = (owner: string) => sql<UnitChoice>`
  select u.id, u.name from unit u where u.owner_id = ${owner} and u.ended_at is null
  order by u.sort_name limit 500`;
