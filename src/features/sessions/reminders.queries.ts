import { type RawBuilder, sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';

/** A session or a commitment of which somebody is to be reminded, or was. */
export interface Reminder {
  /** The step or the commitment. */
  subjectKey: string;
  itemId: string;
  href: string;
  dueOn: string;
  /** '15:30', when the hour is known. */
  startsAt: string | null;
  personIds: string[];
}

/** Of `cm`: in the programme still. Whoever left it is reminded of nothing. */
const isIn = (ownerId: string) => sql`cm.owner_id = ${ownerId} and cm.ends_at is null`;

/** Of the school on that day: whoever left it is reminded of nothing either. */
const isOfSchool = (ownerId: string, personId: RawBuilder<unknown>, on: RawBuilder<unknown>) =>
  sql`exists (select 1 from member m
    where m.owner_id = ${ownerId} and m.person_id = ${personId} and ${current('m', on)})`;

/**
 * The steps of running programmes on a day, with the people who are expected: those in it and those let in for
 * the stage, less those who said that they cannot come.
 */
export async function selectSessionsOn(
  db: Db,
  ownerId: string,
  from: string,
  until: string,
): Promise<Reminder[]> {
  const { rows } = await sql<Reminder>`
    select s.id as "subjectKey", s.programme_id as "itemId", s.on_date as "dueOn", s.starts_at as "startsAt",
      '/programmes/' || p.slug || '/steps/' || s.number as href,
      array(select e.person_id::text from (
          select cm.person_id from circle_member cm
          where ${isIn(ownerId)} and cm.circle_id = p.id
            and (cm.part in ('participant', 'facilitator') or (cm.part = 'specialist' and s.lead = 'specialist'))
          union select g.person_id from stage_guest g
          where g.owner_id = ${ownerId} and g.programme_id = p.id and g.stage = s.stage and g.cycle = s.cycle
            and g.ended_at is null and g.until_on >= s.on_date) e
        where ${isOfSchool(ownerId, sql.ref('e.person_id'), sql.ref('s.on_date'))}
          and not exists (select 1 from step_apology y where y.owner_id = ${ownerId} and y.step_id = s.id
            and y.person_id = e.person_id and y.ended_at is null)) as "personIds"
    from programme_step s
    join programme p on p.owner_id = s.owner_id and p.id = s.programme_id
    where s.owner_id = ${ownerId} and s.on_date between ${from} and ${until} and s.ended_at is null
      and s.done_at is null and s.mode <> 'own-time' and s.kind not in ('on-call', 'tryout', 'survey', 'measure', 'agreement')
      and p.published_at is not null and p.closed_at is null
    order by p.title, s.number`.execute(db);
  return rows;
}

/** Promises that fall due on these days and of which nobody has heard yet. */
export async function selectCommitmentsDue(
  db: Db,
  ownerId: string,
  from: string,
  until: string,
): Promise<Reminder[]> {
  const { rows } = await sql<Reminder>`
    select c.id as "subjectKey", c.programme_id as "itemId", c.due_on as "dueOn", null as "startsAt",
      '/programmes/' || p.slug || '/steps/' || coalesce(
        (select n.number from programme_step n where n.owner_id = ${ownerId} and n.programme_id = p.id
          and n.kind = 'meeting' and n.ended_at is null and n.on_date > s.on_date order by n.on_date, n.number limit 1),
        s.number) as href,
      array[c.person_id::text] as "personIds"
    from commitment c
    join programme p on p.owner_id = c.owner_id and p.id = c.programme_id
    join programme_step s on s.owner_id = c.owner_id and s.id = c.step_id
    where c.owner_id = ${ownerId} and c.due_on between ${from} and ${until} and c.ended_at is null
      and c.outcome is null and p.closed_at is null
      and exists (select 1 from circle_member cm
        where ${isIn(ownerId)} and cm.circle_id = p.id and cm.person_id = c.person_id)
      and ${isOfSchool(ownerId, sql.ref('c.person_id'), sql.ref('c.due_on'))}`.execute(db);
  return rows;
}
