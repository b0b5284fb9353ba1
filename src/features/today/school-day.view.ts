import type { Visit } from '#platform/http/context.ts';
import { attendanceTodayView } from '#features/attendance/index.ts';
import { behaviourPartOfToday } from '#features/behaviour/index.ts';
import { bookingsTodayView } from '#features/bookings/index.ts';
import { type ChildrenToday, childrenTodayView } from '#features/children/index.ts';
import { coursesTodayView } from '#features/courses/index.ts';
import { coverOnTodayView } from '#features/cover/index.ts';
import { messagesToday } from '#features/messages/index.ts';
import { ownRegistersView, registersOfSchoolView } from '#features/registers/index.ts';
import { rotasTodayView } from '#features/rotas/index.ts';
import { visitorsTodayView } from '#features/visitors/index.ts';
import { t } from '#platform/i18n/i18n.ts';
import { html, type Value } from '#ui/html.ts';

type Drawn<View extends (rows: never, visit: Visit) => Value> = Parameters<View>[0];

/** What the rooms of the school day found for Today. */
export interface SchoolDay extends ChildrenToday {
  school: Parameters<typeof registersOfSchoolView>[0];
  registers: Drawn<typeof ownRegistersView>;
  cover: Parameters<typeof coverOnTodayView>[0];
  attendance: Parameters<typeof attendanceTodayView>[0];
  behaviour: Drawn<typeof behaviourPartOfToday>;
  courses: Drawn<typeof coursesTodayView>;
  bookings: Parameters<typeof bookingsTodayView>[0];
  rotas: Drawn<typeof rotasTodayView>;
  visitors: Parameters<typeof visitorsTodayView>[0];
  messages: Drawn<typeof messagesToday>;
}

/** Their places on the page: what is done first thing, what belongs to the day's entries, what can wait. */
export function schoolDay(day: SchoolDay, visit: Visit) {
  const away = day.cover[0];
  const own = childrenTodayView(day);
  const isFamily = visit.who.standing.kind === 'family';
  const isPupil = visit.who.standing.kind === 'pupil';
  const due = coursesTodayView(day.courses, visit);
  const duties = rotasTodayView(day.rotas, visit);
  return {
    /** A pupil’s day begins with what went well. */
    best: behaviourPartOfToday(day.behaviour, visit),
    first: html`${isFamily && own} ${isPupil && due} ${ownRegistersView(day.registers, visit)} ${whoIsIn(day)}
    ${coverOnTodayView(day.cover)}`,
    booked: html`${duties} ${visitorsTodayView(day.visitors)} ${bookingsTodayView(day.bookings)}`,
    later: html`${!isPupil && due} ${!isFamily && own} ${messagesToday(day.messages, visit)}`,
    /** Whether there is anything of it today; what only leads to rooms does not count. */
    isBusy:
      [
        day.children,
        day.school,
        day.registers,
        day.attendance,
        day.behaviour,
        day.courses,
        day.bookings,
        day.visitors,
        day.messages,
      ].some(({ length }) => length > 0) ||
      duties !== null ||
      (away !== undefined && (away.away.length > 0 || (away.open ?? 0) > 0)),
  };
}

/** The school's registers for those who watch over them; pupils not in them, for the office. */
const whoIsIn = ({ school, attendance }: SchoolDay): Value =>
  school.length === 0
    ? attendanceTodayView(attendance)
    : html`<h2>${t('Who is in school')}</h2>
        ${registersOfSchoolView(school)} ${attendanceTodayView(attendance)}`;
