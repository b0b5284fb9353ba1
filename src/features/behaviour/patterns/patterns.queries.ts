import { type RawBuilder, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import { readsPupil } from '../behaviour.access.ts';

/** How much went well and how much went wrong of one sort. */
export interface Sum {
  /** A weekday from 1, an hour of the day, a place, the name of a category, a year group. */
  key: string;
  well: number;
  wrong: number;
}

interface Asked {
  from: string;
  until: string;
  today: string;
  yearLabel: string | undefined;
  unitId: string | undefined;
}

/**
 * Sums of what was noted between two days about the pupils this person reads of: all of a school, or those one teaches.
 * Who noted it is asked nowhere, and neither is the class in which it was: of a class there is one teacher, and a sum by
 * class would be a sum by teacher.
 */
export const selectPatterns = composed((who, given: Given<Asked>) => {
  const owner = who.organisationId;
  const { from, until, today, yearLabel, unitId } = given;
  const sums = (key: RawBuilder<unknown>): List<Sum> =>
    list<Sum>(sql`select ${key} as key, count(*) filter (where e.tone = 'positive')::int as well,
        count(*) filter (where e.tone = 'negative')::int as wrong
      from behaviour_event e
      join behaviour_category c on c.owner_id = ${owner} and c.id = e.category_id
      join member m on m.owner_id = ${owner} and m.person_id = e.pupil_id
      where e.owner_id = ${owner} and e.ended_at is null and e.happened_on between ${from} and ${until}
        and ${readsPupil(who, sql.ref('e.pupil_id'), today)}
        ${yearLabel === undefined ? sql`` : sql`and m.year_label = ${yearLabel}`}
        ${
          unitId === undefined
            ? sql``
            : sql`and exists (select 1 from membership s where s.owner_id = ${owner} and s.unit_id = ${unitId}
              and s.person_id = e.pupil_id and s.part = 'pupil' and ${current('s', today)})`
        }
      group by 1 order by 1`);
  return {
    days: sums(sql`extract(isodow from e.happened_on)::text`),
    hours: sums(sql`coalesce(to_char(e.happened_at, 'HH24'), '')`),
    places: sums(sql`e.place`),
    categories: sums(sql`c.name`),
    years: sums(sql`coalesce(m.year_label, '')`),
    /** The years of pupils this person reads of. */
    groups: list<{ label: string }>(sql`select distinct m.year_label as label from member m
      where m.owner_id = ${owner} and m.kind = 'pupil' and m.year_label is not null and ${current('m', today)}
        and ${readsPupil(who, sql.ref('m.person_id'), today)} order by 1 limit 30`),
    /** Forms, which are groups of pupils and not of lessons. */
    forms: list<{ id: string; name: string }>(sql`select u.id, u.name from unit u
      where u.owner_id = ${owner} and u.kind = 'form' and u.ended_at is null
        and exists (select 1 from membership s where s.owner_id = ${owner} and s.unit_id = u.id and s.part = 'pupil'
          and ${current('s', today)} and ${readsPupil(who, sql.ref('s.person_id'), today)})
      order by u.sort_name limit 100`),
  };
});
