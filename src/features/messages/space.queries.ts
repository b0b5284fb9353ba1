import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { role } from '#features/people/index.ts';
import { watchersOf } from './principals.ts';

export interface UnitChoice {
  id: string;
  kind: string;
  name: string;
  /** It has pupils today, and this person may open a space for them. */
  mine: boolean;
}

export interface SpaceChoices {
  units: UnitChoice[];
  /** Those who can be asked to watch a space as well. */
  staff: { personId: string; name: string }[];
  /** Roles that somebody of the staff holds today. */
  roles: { role: string }[];
  watchers: { name: string }[];
}

const ask = composed((who, { today }: Given<{ today: string }>) => {
  const owner = who.organisationId;
  const everyClass = who.hasAny([role.head, role.seniorLeader]);
  return {
    units: list<UnitChoice>(
      sql`select u.id, u.kind, u.name, (exists (select 1 from membership p where p.owner_id = ${owner}
            and p.unit_id = u.id and p.part = 'pupil' and ${current('p', today)})
          and (${everyClass ? sql`true` : sql`false`} or exists (select 1 from membership mine
            where mine.owner_id = ${owner} and mine.unit_id = u.id and mine.person_id = ${who.personId}
              and mine.part = 'teacher' and ${current('mine', today)}))) as mine
        from unit u where u.owner_id = ${owner} and u.ended_at is null order by u.sort_name, u.id limit 500`,
    ),
    staff: list<{ personId: string; name: string }>(
      sql`select p.id as "personId", p.name from member m join person p on p.id = m.person_id
        where m.owner_id = ${owner} and m.kind = 'staff' and ${current('m', today)} and p.id <> ${who.personId}
        order by m.sort_name, p.id limit 500`,
    ),
    roles: list<{ role: string }>(
      sql`select distinct a.role from appointment a
        join member m on m.owner_id = ${owner} and m.person_id = a.person_id and m.kind = 'staff' and ${current('m', today)}
        where a.owner_id = ${owner} and ${current('a', today)} order by a.role limit 60`,
    ),
    watchers: list<{ name: string }>(
      sql`select p.name from ${watchersOf(owner, today)} w join person p on p.id = w.person_id order by p.sort_name`,
    ),
  };
});

/** For whom this person may open a space, and who could watch it. */
export const selectSpaceChoices = (db: Db, who: Who, today: string): Promise<SpaceChoices> =>
  ask(db, who, { today });
