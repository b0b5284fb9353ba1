import { sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { keepsCover } from './cover.access.ts';
import type { How, Slot } from './cover.ts';

/** What somebody is asked to take, as they and those who keep cover see it. */
export interface Asked extends Slot {
  id: string;
  absenceId: string;
  endsAt: string;
  period: string;
  unit: string;
  subject: string;
  room: string;
  /** Whose class it is. */
  name: string;
  how: How;
  words: string;
  work: string;
  coveredBy: string;
  coveredByName: string;
  arrangedBy: string;
  acceptedAt: Date | null;
  declinedAt: Date | null;
  declinedWhy: string;
  endedAt: Date | null;
}

/** For whoever takes it and those who keep cover. Throws `NotFound`. */
export async function selectAsked(db: Db, who: Who, id: string): Promise<Asked> {
  if (!isId(id)) throw new NotFound();
  const owner = who.organisationId;
  const { rows } = await sql<Asked>`
    select c.id, c.absence_id as "absenceId", c.person_id as "personId", c.on_date as "on", c.unit_id as "unitId",
      to_char(c.starts_at, 'HH24:MI') as "startsAt", to_char(c.ends_at, 'HH24:MI') as "endsAt", c.period, u.name as unit,
      c.subject, c.room, n.name, c.how, c.words, coalesce(k.text, '') as work, c.covered_by as "coveredBy",
      b.name as "coveredByName", y.name as "arrangedBy", c.accepted_at as "acceptedAt", c.declined_at as "declinedAt",
      c.declined_why as "declinedWhy", c.ended_at as "endedAt"
    from cover c join unit u on u.owner_id = ${owner} and u.id = c.unit_id
    join person n on n.id = c.person_id join person b on b.id = c.covered_by join person y on y.id = c.arranged_by
    left join cover_work k on k.owner_id = ${owner} and k.person_id = c.person_id and k.on_date = c.on_date
      and k.unit_id = c.unit_id and k.starts_at = c.starts_at
    where c.owner_id = ${owner} and c.id = ${id}
      and ${keepsCover(who) ? sql`true` : sql`c.covered_by = ${who.personId}`}`.execute(db);
  if (!rows[0]) throw new NotFound();
  return rows[0];
}
