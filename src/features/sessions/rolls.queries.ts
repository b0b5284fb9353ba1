import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Programme } from '#features/programmes/index.ts';
import { gathers } from './kinds-of-step.ts';

/** The roll of one session, as whoever marks it looks for it. */
export interface Roll {
  number: number;
  title: string;
  on_date: string;
  /** Of those who took part by that day and do so still, how many have no mark. */
  unmarked: number;
  /** Somebody has a mark. */
  marked: boolean;
}

/**
 * The rolls up to today that wait to be marked or hold nobody, and the next one to come. Oldest first.
 * @param today '2026-11-22' at the school
 */
export async function selectRolls(db: Db, programme: Programme, today: string): Promise<Roll[]> {
  const { rows } = await sql<Roll>`
    select * from (
      select s.number, s.title, s.on_date, (select count(distinct cm.person_id)::integer from circle_member cm
          where cm.owner_id = s.owner_id and cm.circle_id = s.programme_id and cm.part = 'participant'
            and cm.ends_at is null and cm.starts_at::date <= s.on_date
            and not exists (select 1 from attendance a where a.owner_id = s.owner_id and a.step_id = s.id
              and a.person_id = cm.person_id)) as unmarked,
        exists (select 1 from attendance k where k.owner_id = s.owner_id and k.step_id = s.id) as marked
      from programme_step s
      where s.owner_id = ${programme.owner_id} and s.programme_id = ${programme.id} and s.ended_at is null
        and ${gathers('s')}) roll
    where (on_date <= ${today} and (unmarked > 0 or not marked))
      or (on_date > ${today} and on_date = (select min(n.on_date) from programme_step n
        where n.owner_id = ${programme.owner_id} and n.programme_id = ${programme.id} and n.ended_at is null
          and n.on_date > ${today} and ${gathers('n')}))
    order by on_date, number limit 30`.execute(db);
  return rows;
}
