import { sql } from 'kysely';
import { type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { expectedOn } from './expected.ts';
import { isMine } from './registers.access.ts';

/** One of somebody's registers of a day. Times as '08:50', null where no timetable says. */
export interface OwnRegister {
  unitId: string;
  unit: string;
  slot: string;
  periodName: string;
  startsAt: string | null;
  endsAt: string | null;
  subject: string;
  taken: boolean;
  takenAt: Date | null;
  /** How many are in the class, and how many of them were marked as here. */
  pupils: number;
  here: number;
}

/** The registers of a day that are this person's own to take, in the order of the day. */
export const ownRegisters = (who: Who, { on }: Given<{ on: string }>): List<OwnRegister> => {
  const owner = who.organisationId;
  return list<OwnRegister>(
    sql`select u.id as "unitId", u.name as unit, e.slot, e.period_name as "periodName",
        to_char(e.starts_at, 'HH24:MI') as "startsAt", to_char(e.ends_at, 'HH24:MI') as "endsAt", e.subject,
        r.taken_at is not null as taken, r.taken_at as "takenAt", coalesce(k.pupils, 0) as pupils, coalesce(k.here, 0) as here
      from (${expectedOn(owner, on)}) e join unit u on u.owner_id = ${owner} and u.id = e.unit_id
      left join register r on r.owner_id = ${owner} and r.on_date = ${on} and r.unit_id = e.unit_id and r.slot = e.slot
      left join lateral (select count(*)::int as pupils, (count(*) filter (where c.category = 'present'))::int as here
        from register_mark m join attendance_code c on c.owner_id = ${owner} and c.id = m.code_id
        where m.owner_id = ${owner} and m.register_id = r.id) k on r.taken_at is not null
      where ${isMine(who, { unitId: sql.ref('e.unit_id'), lessonId: sql.ref('e.lesson_id'), slot: sql.ref('e.slot'), on })}
      order by e.starts_at nulls first, e.slot, u.sort_name, u.id limit 60`,
    { takenAt: 'moment' },
  );
};
