import { sql } from 'kysely';
import { notOver } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import type { Answer } from '../consent.ts';

/** A pupil whom a row of a list may mean. */
export interface KnownPupil {
  personId: string;
  name: string;
  number: string | null;
  classes: string[];
}

/** The answer that stands for a pupil and a purpose. */
export interface StandingAnswer {
  id: string;
  personId: string;
  purpose: string;
  answer: Answer;
  givenBy: string;
  givenOn: string;
  until: string | null;
  /** The day on which it was taken back. */
  takenBackOn: string | null;
}

/** The pupils of a school and what stands for them, for comparing with a list. */
export async function selectExisting(
  db: Db,
  owner: string,
  { today, zone }: { today: string; zone: string },
): Promise<{ pupils: KnownPupil[]; standing: StandingAnswer[] }> {
  const pupils = await sql<KnownPupil>`
    select m.person_id as "personId", p.name, m.pupil_number as number,
      array(select u.name from membership s join unit u on u.owner_id = ${owner} and u.id = s.unit_id and u.ended_at is null
        where s.owner_id = ${owner} and s.person_id = m.person_id and s.part = 'pupil' and ${notOver('s', today)}) as classes
    from member m join person p on p.id = m.person_id
    where m.owner_id = ${owner} and m.kind = 'pupil' and ${notOver('m', today)}`.execute(db);
  const standing = await sql<StandingAnswer>`
    select c.id, c.person_id as "personId", c.purpose, c.answer, c.given_by as "givenBy", c.given_on as "givenOn",
      c.until, (c.withdrawn_at at time zone ${zone})::date as "takenBackOn"
    from consent c where c.owner_id = ${owner} and c.ended_at is null`.execute(db);
  return { pupils: pupils.rows, standing: standing.rows };
}
