import { sql } from 'kysely';
import type { Given, List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { attendanceOnToday } from '#features/attendance/index.ts';
import { behaviourOnToday } from '#features/behaviour/index.ts';
import { bookingsOnToday } from '#features/bookings/index.ts';
import { childrenOnToday } from '#features/children/index.ts';
import { coursesOnToday } from '#features/courses/index.ts';
import { coverOnToday } from '#features/cover/index.ts';
import { messagesOnToday } from '#features/messages/index.ts';
import { boardOnToday } from '#features/notice-board/index.ts';
import { registersOfSchool, registersOnTeaching } from '#features/registers/index.ts';
import { rotasOnToday } from '#features/rotas/index.ts';
import { visitorsOnToday } from '#features/visitors/index.ts';

/** A list without a row, for whom a part is not. */
const none = <Row>(): List<Row> => ({ select: sql`select 1 as n where false`, moments: [] });

/**
 * What the rooms of the school day give to Today: registers, cover and bookings to staff; what went well to pupils; what
 * their courses ask to both; their children to grown-ups of a family; messages and the notice board to all who belong
 * to the school.
 */
export function dayParts(who: Who, given: Given<{ today: string; now: Date; by: string }>) {
  const { kind } = who.standing;
  const isStaff = kind === 'staff';
  return {
    ...(kind === 'staff' || kind === 'family'
      ? childrenOnToday(who, given)
      : { children: none<never>(), said: none<never>() }),
    school: registersOfSchool(who, given),
    registers: isStaff ? registersOnTeaching(who, given) : none<never>(),
    cover: coverOnToday(who, given),
    courses: kind === 'staff' || kind === 'pupil' ? coursesOnToday(who, given) : none<never>(),
    board: boardOnToday(who, given),
    attendance: attendanceOnToday(who, given),
    behaviour: kind === 'pupil' ? behaviourOnToday(who, given) : none<never>(),
    bookings: isStaff ? bookingsOnToday(who, given) : none<never>(),
    rotas: isStaff ? rotasOnToday(who, given) : none<never>(),
    visitors: visitorsOnToday(who, given),
    messages: kind === null || kind === 'guest' ? none<never>() : messagesOnToday(who, given),
  };
}
