import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { isClosedTo } from '../management.ts';

/** Something of a pairing of which its people are to be reminded. */
export interface Reminder {
  subjectKey: string;
  coachingId: string;
  dueOn: string;
  personIds: string[];
}

const goesOn = sql`p.agreed_at is not null and p.ended_at is null`;

/** Of pairing `p`: those who said yes, are in it still, and to whom it has not closed. */
const itsPeople = (owner: string, today: string) => sql`array(select x.person_id::text from pairing_person x
  where x.owner_id = ${owner} and x.pairing_id = p.id and x.answer = 'yes' and x.left_at is null
    and not ${isClosedTo(owner, today)})`;

/** Booked times that are over by this day and clock, of which nobody has said whether they took place; of the last weeks. */
export async function selectUnsaid(
  db: Db,
  owner: string,
  { since, today, clock }: { since: string; today: string; clock: string },
): Promise<Reminder[]> {
  const { rows } = await sql<Reminder>`
    select m.id as "subjectKey", p.circle_id as "coachingId", m.on_date as "dueOn", ${itsPeople(owner, today)} as "personIds"
    from coaching_meeting m join pairing p on p.owner_id = m.owner_id and p.id = m.pairing_id
    where m.owner_id = ${owner} and p.owner_id = ${owner} and ${goesOn}
      and m.held_at is null and m.called_off_at is null
      and m.on_date >= ${since} and (m.on_date < ${today}
        or (m.on_date = ${today} and coalesce(m.starts_at, '16:00') <= ${clock}))`.execute(db);
  return rows;
}

/** Pairings whose rhythm has passed with nothing booked and nothing left to say of what was. */
export async function selectUnbooked(db: Db, owner: string, today: string): Promise<Reminder[]> {
  const { rows } = await sql<Reminder>`
    select due.id as "subjectKey", due.circle_id as "coachingId", due.due_on as "dueOn", due.people as "personIds"
    from (
      select p.id, p.circle_id, ${itsPeople(owner, today)} as people,
        coalesce((select max(m.on_date) from coaching_meeting m
          where m.owner_id = ${owner} and m.pairing_id = p.id and m.held_at is not null) + p.every_days, p.starts_on) as due_on
      from pairing p
      where p.owner_id = ${owner} and ${goesOn} and p.starts_on <= ${today}
        and (p.ends_on is null or p.ends_on >= ${today})
        and not exists (select 1 from coaching_meeting m where m.owner_id = ${owner} and m.pairing_id = p.id
          and m.held_at is null and m.called_off_at is null)) due
    where due.due_on < ${today}`.execute(db);
  return rows;
}

/** Whether the school is open on a day, as far as its dates are entered. */
export async function selectIsOpen(db: Db, owner: string, today: string): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`
    select (not exists (select 1 from term t where t.owner_id = ${owner} and t.kind = 'term' and t.ended_at is null)
        or exists (select 1 from term t where t.owner_id = ${owner} and t.kind = 'term' and t.ended_at is null
          and ${today} between t.starts_on and t.ends_on))
      and not exists (select 1 from closure k where k.owner_id = ${owner} and k.ended_at is null
        and k.kind <> 'training-day' and ${today} between k.starts_on and k.ends_on) as open`.execute(db);
  return rows[0]!.open;
}
