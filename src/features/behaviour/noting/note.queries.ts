import { type Expression, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import { isId } from '#platform/db/ids.ts';
import type { Db } from '#platform/db/database.ts';
import { NotFound } from '#platform/errors.ts';
import { categoriesList, type Category } from '../settings/category.queries.ts';
import { type Settled, settledList } from '../settings/settled.queries.ts';

/** A pupil as any of the staff may choose one: a name, and nothing of what was noted. */
export interface NotedPupil {
  personId: string;
  name: string;
  yearLabel: string | null;
}

/** Those about whom something is noted: a class, or one pupil met in a corridor. */
export interface Noting {
  /** Of a class. */
  unit: { id: string; name: string; wentWell: number | null } | null;
  pupils: NotedPupil[];
  categories: Category[];
  settled: Settled[];
}

/** Every pupil of a class today. Throws `NotFound` for no class. */
export async function selectClassToNote(
  db: Db,
  who: Who,
  unitId: string,
  today: string,
): Promise<Noting & { unit: NonNullable<Noting['unit']> }> {
  if (!isId(unitId)) throw new NotFound();
  const { units, ...rest } = await askClass(db, who, { unitId, today });
  if (!units[0]) throw new NotFound();
  return { ...rest, unit: units[0] };
}

/** One pupil who is here today. Throws `NotFound` for none. */
export async function selectPupilToNote(db: Db, who: Who, pupilId: string, today: string): Promise<Noting> {
  if (!isId(pupilId)) throw new NotFound();
  const found = await askPupil(db, who, { pupilId, today });
  if (!found.pupils[0]) throw new NotFound();
  return { ...found, unit: null };
}

const askClass = composed((who, { unitId, today }: Given<{ unitId: string; today: string }>) => {
  const owner = who.organisationId;
  return {
    units: list<NonNullable<Noting['unit']>>(sql`
      select u.id, u.name, ${classTotal(owner, unitId, today)} as "wentWell"
      from unit u where u.owner_id = ${owner} and u.id = ${unitId} and u.ended_at is null`),
    pupils: list<NotedPupil>(sql`select m.person_id as "personId", p.name, m.year_label as "yearLabel"
      from membership s
      join member m on m.owner_id = ${owner} and m.person_id = s.person_id and m.kind = 'pupil' and ${current('m', today)}
      join person p on p.id = m.person_id
      where s.owner_id = ${owner} and s.unit_id = ${unitId} and s.part = 'pupil' and ${current('s', today)}
      order by m.sort_name, m.person_id limit 500`),
    categories: categoriesList(who, 'open'),
    settled: settledList(who),
  };
});

/** How much went well this term with those who are in the class today, where the school shows it; from five pupils on. */
const classTotal = (owner: string, unitId: Expression<string>, today: Expression<string>) => sql<
  number | null
>`(
  select count(*)::int from behaviour_event e
  join membership s on s.owner_id = ${owner} and s.unit_id = ${unitId} and s.person_id = e.pupil_id
    and s.part = 'pupil' and ${current('s', today)}
  where e.owner_id = ${owner} and e.ended_at is null and e.tone = 'positive' and e.happened_on >= (
      select max(m.starts_on) from term m where m.owner_id = ${owner} and m.kind = 'term' and m.ended_at is null
        and m.starts_on <= ${today})
    and exists (select 1 from behaviour_settings g where g.owner_id = ${owner} and g.class_totals)
  having count(distinct e.pupil_id) >= 5)`;

const askPupil = composed((who, { pupilId, today }: Given<{ pupilId: string; today: string }>) => ({
  pupils: list<NotedPupil>(sql`select m.person_id as "personId", p.name, m.year_label as "yearLabel"
    from member m join person p on p.id = m.person_id
    where m.owner_id = ${who.organisationId} and m.person_id = ${pupilId} and m.kind = 'pupil'
      and ${current('m', today)}`),
  categories: categoriesList(who, 'open'),
  settled: settledList(who),
}));

/** Pupils found by any part of their name: any of the staff may note something about any of them. */
export const foundPupils = (
  owner: string,
  { parts, today }: { parts: Expression<string[]>; today: Expression<string> },
): List<NotedPupil> =>
  list<NotedPupil>(sql`select m.person_id as "personId", p.name, m.year_label as "yearLabel"
    from member m join person p on p.id = m.person_id
    where m.owner_id = ${owner} and m.kind = 'pupil' and ${current('m', today)}
      and m.sort_name like all(${parts}::text[])
    order by m.sort_name, m.person_id limit 30`);
