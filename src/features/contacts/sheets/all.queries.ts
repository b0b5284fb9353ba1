import { sql } from 'kysely';
import { current, notOver } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { readsPupilContacts } from '../contacts.access.ts';
import { carerColumns } from '../carers/carers.queries.ts';
import type { Carer } from '../carers/carer.ts';

/** One pupil with one of those to call; without where nobody is written down. */
export interface ContactRow {
  pupilId: string;
  pupil: string;
  yearLabel: string | null;
  /** Names of the classes and forms of today, in one text. */
  classes: string;
  carer: Pick<Carer, 'name' | 'relationship' | 'phones' | 'askFirst' | 'calledIn' | 'livesWith'> | null;
}

/**
 * Every pupil whose contacts this person reads with whom to call, in the order of calling; whoever is not to be called
 * is left out.
 */
export async function selectAllContacts(db: Db, who: Who, today: string): Promise<ContactRow[]> {
  const owner = who.organisationId;
  const { rows } = await sql<ContactRow>`
    select m.person_id as "pupilId", c.name as pupil, m.year_label as "yearLabel",
      coalesce((select string_agg(u.name, ', ' order by u.sort_name) from membership s
        join unit u on u.owner_id = ${owner} and u.id = s.unit_id and u.kind in ('class', 'form') and u.ended_at is null
        where s.owner_id = ${owner} and s.person_id = m.person_id and s.part = 'pupil' and ${current('s', today)}), '')
        as classes, to_json(k) as carer
    from member m join person c on c.id = m.person_id
    left join lateral (select ${carerColumns(who, today)}
      from family_relation f join person p on p.id = f.adult_id
      join member a on a.owner_id = ${owner} and a.person_id = f.adult_id and ${notOver('a', today)}
      left join person w on w.id = f.restriction_by
      where f.owner_id = ${owner} and f.pupil_id = m.person_id and f.ended_at is null and not f.not_called
    ) k on true
    where m.owner_id = ${owner} and m.kind = 'pupil' and ${notOver('m', today)} and ${readsPupilContacts(who, 'm', today)}
    order by m.sort_name, m.person_id, k."calledIn" nulls last, k.name`.execute(db);
  return rows;
}
