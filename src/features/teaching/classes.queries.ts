import { sql } from 'kysely';
import { type Given, list, type List } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { UnitKind } from '#features/people/index.ts';

export interface OwnClass {
  id: string;
  kind: UnitKind;
  name: string;
  subject: string | null;
  yearLabel: string | null;
  /** How many pupils are in it today. */
  pupils: number;
}

/** The classes and forms that somebody teaches or assists in today, by name. */
export const ownClasses = (who: Who, { today }: Given<{ today: string }>): List<OwnClass> =>
  list<OwnClass>(sql`select u.id, u.kind, u.name, u.subject, u.year_label as "yearLabel",
      (select count(*)::int from membership p where p.owner_id = ${who.organisationId} and p.unit_id = u.id
        and p.part = 'pupil' and ${current('p', today)}) as pupils
    from unit u
    where u.owner_id = ${who.organisationId} and u.ended_at is null and u.kind in ('class', 'form')
      and exists (select 1 from membership s where s.owner_id = ${who.organisationId} and s.unit_id = u.id
        and s.person_id = ${who.personId} and s.part in ('teacher', 'assistant') and ${current('s', today)})
    order by u.sort_name, u.id limit 60`);
