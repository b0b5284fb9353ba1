import { sql } from 'kysely';
import { notOver } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import type { How, Standing } from './consent.ts';
import type { RegisterFilter } from './register.queries.ts';
import { standingIn } from './standing.ts';

interface SheetRow {
  number: string | null;
  name: string;
  /** The classes and forms of the pupil. */
  classes: string[];
  purpose: string;
  standing: Standing;
  takenBack: boolean;
  givenBy: string | null;
  how: How | null;
  givenOn: string | null;
  until: string | null;
}

/** More than a large school has pupils and purposes. */
const most = 20_000;

/** Each pupil of the school who fits and each purpose shown, with what stands; for those who read the whole register. */
export async function selectSheet(
  db: Db,
  owner: string,
  filter: RegisterFilter,
  { today, soon }: { today: string; soon: string },
): Promise<SheetRow[]> {
  const parts = comparable(filter.search).split(' ').filter(Boolean);
  const purposes = [...filter.purposes];
  const standing = standingIn('c', today);
  const { rows } = await sql<SheetRow>`
    select m.pupil_number as number, p.name, each.purpose, ${standing} as standing,
      coalesce(c.withdrawn_at is not null, false) as "takenBack",
      array(select u.name from membership s join unit u on u.owner_id = ${owner} and u.id = s.unit_id
          and u.kind in ('class', 'form') and u.ended_at is null
        where s.owner_id = ${owner} and s.person_id = m.person_id and s.part = 'pupil' and ${notOver('s', today)}
        order by u.sort_name) as classes,
      c.given_by as "givenBy", c.how, c.given_on as "givenOn", c.until
    from member m join person p on p.id = m.person_id
    cross join unnest(${purposes}::text[]) with ordinality as each(purpose, place)
    left join consent c on c.owner_id = ${owner} and c.person_id = m.person_id
      and c.purpose = each.purpose and c.ended_at is null
    where m.owner_id = ${owner} and m.kind = 'pupil' and ${notOver('m', today)}
      ${
        filter.unitId === null
          ? sql``
          : sql`and exists (select 1 from membership s where s.owner_id = ${owner} and s.unit_id = ${filter.unitId}
            and s.person_id = m.person_id and s.part = 'pupil' and ${notOver('s', today)})`
      }
      and m.sort_name like all(${parts.map((part) => `%${part}%`)}::text[])
      ${
        filter.standing === null
          ? sql``
          : filter.standing === 'soon'
            ? sql`and ${standing} = 'given' and c.until <= ${soon}`
            : sql`and ${standing} = ${filter.standing}`
      }
    order by m.sort_name, m.person_id, each.place limit ${most}`.execute(db);
  return rows;
}
