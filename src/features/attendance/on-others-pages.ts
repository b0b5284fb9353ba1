import { type RawBuilder, sql } from 'kysely';
import { markedSessions } from '#features/registers/index.ts';
import { type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html, type Value } from '#ui/html.ts';
import { awayHref, childHref, todayPath } from './attendance.ts';
import { isOffice, isOwnChild, readsWhole } from './attendance.access.ts';
import { isAttended, isPossible } from './marked-sessions.ts';
import { missingOn } from './first-day/first-day.queries.ts';
import { yearBegan } from './span.ts';
import { inDays } from './pupil/year.view.ts';

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

/** Days of a child's year: how many, and on how many of them it was in school. */
export interface ChildDays {
  days: number;
  inSchool: number;
}

const daysSelect = (
  owner: string,
  pupil: RawBuilder<unknown>,
  today: Given<{ today: string }>['today'],
  readable: RawBuilder<boolean>,
) =>
  sql`select count(*)::int as days, count(*) filter (where d.attended)::int as "inSchool" from (
    select s.on_date, bool_or(${isAttended('s')}) as attended
    from (${markedSessions(owner, { from: yearBegan(owner, today), until: today, pupil })}) s
    where ${isPossible('s')} and ${readable} group by s.on_date) d`;

/** A part of a child's page for its family. */
export const attendanceOfChild = (
  who: Who,
  { today, child }: Given<{ today: string; child: string }>,
): List<ChildDays> =>
  list<ChildDays>(
    daysSelect(who.organisationId, sql`${child}`, today, isOwnChild(who, sql`s.pupil_id`, today)),
  );

/** How the year goes, what went well first, and the one thing one comes for in the morning. */
export const attendanceOfChildView = (
  rows: readonly ChildDays[],
  child: { id: string; name: string },
): Value =>
  html`<section>
    <h2>${t('At school')}</h2>
    <p>${inDays(rows[0] ?? { days: 0, inSchool: 0 })}</p>
    <p>
      <a class="button secondary" href="${awayHref(child.id)}"
        >${t('{name} is away', { name: child.name })}</a
      >
    </p>
    ${quietActions([{ label: t('The year so far'), href: childHref(child.id), icon: 'calendar' }])}
  </section>`;
