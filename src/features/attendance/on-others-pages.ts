import { sql } from 'kysely';
import { type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { tn } from '#platform/i18n/i18n.ts';
import { html, type Value } from '#ui/html.ts';
import { todayPath } from './attendance.ts';
import { isOffice, readsWhole } from './attendance.access.ts';
import { missingOn } from './first-day/first-day.queries.ts';

/** Pupils who are not in the registers of the day while nobody has said why. */
export interface AttendanceToday {
  unknown: number;
}

/** A part of Today for the office and those who read all of attendance; a list without a row for others. */
export const attendanceOnToday = (who: Who, { today }: Given<{ today: string }>): List<AttendanceToday> =>
  isOffice(who) || readsWhole(who)
    ? list<AttendanceToday>(sql`select count(*)::int as unknown from (${missingOn(who.organisationId, today)}) x
        where x.standing = 'unknown' having count(*) > 0`)
    : list<AttendanceToday>(sql`select 1 as n where false`);

export const attendanceTodayView = (rows: readonly AttendanceToday[]): Value =>
  rows.map(
    ({ unknown }) =>
      html`<p>
        <a href="${todayPath}"
          >${tn(unknown, '{n} pupil is not in the registers, and nobody has said why', '{n} pupils are not in the registers, and nobody has said why')}</a
        >
      </p>`,
  );
