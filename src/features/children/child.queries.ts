import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { linkStands, type Matter } from '#features/people/index.ts';

export interface Child {
  id: string;
  name: string;
  yearLabel: string | null;
  /** The names of the classes and forms that the child is in today; none for who may not be told of notices there. */
  classes: string[];
  /** Of what this grown-up may be told about the child. */
  told: Matter[];
}

/** The children of somebody who are at this school today; with a `child`, that one alone. */
export const ownChildren = (
  who: Who,
  { today, child }: Given<{ today: string; child?: string }>,
): List<Child> =>
  list<Child>(sql`select p.id, p.name, c.year_label as "yearLabel",
      f.told, case when 'notices' = any(f.told) then array(select u.name from membership s join unit u on u.owner_id = ${who.organisationId} and u.id = s.unit_id
          and u.ended_at is null
        where s.owner_id = ${who.organisationId} and s.person_id = p.id and s.part = 'pupil' and ${current('s', today)}
        order by u.sort_name) else '{}' end as classes
    from family_relation f
    join member c on c.owner_id = ${who.organisationId} and c.person_id = f.pupil_id and c.kind = 'pupil'
      and ${current('c', today)}
    join person p on p.id = c.person_id
    where f.owner_id = ${who.organisationId} and f.adult_id = ${who.personId} and ${linkStands(who.organisationId, today)}
      and f.told <> '{}' and ${child === undefined ? sql`true` : sql`f.pupil_id = ${child}`}
    order by c.sort_name, p.id`);
