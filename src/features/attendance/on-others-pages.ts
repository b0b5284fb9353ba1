import { type RawBuilder, sql } from 'kysely';
import { markedSessions } from '#features/registers/index.ts';
import { type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html, type Value } from '#ui/html.ts';
import { personName } from '#ui/person-name.ts';
import { awayHref, childHref, minePath, todayPath } from './attendance.ts';
import { isOffice, isOwnChild, readsWhole } from './attendance.access.ts';
import { isAttended, isPossible } from './marked-sessions.ts';
import { missingOn } from './first-day/first-day.queries.ts';
import { yearBegan } from './span.ts';
import { inDays } from './pupil/year.view.ts';

/** What Today shows of attendance: for the office how many, for a family its own child. */
export interface AttendanceToday {
  /** The child of whoever is one of the family; null for the office's count. */
  pupilId: string | null;
  name: string | null;
  unknown: number;
}

/** A part of Today: pupils not accounted for, counted for the office; a child not in the register, for its family. */
export const attendanceOnToday = (who: Who, { today }: Given<{ today: string }>): List<AttendanceToday> => {
  const owner = who.organisationId;
  const office = isOffice(who) || readsWhole(who);
  return list<AttendanceToday>(sql`
    ${
      office
        ? sql`select null::uuid as "pupilId", null::text as name, count(*)::int as unknown from (${missingOn(owner, today)}) x
          where x.standing = 'unknown' having count(*) > 0 union all`
        : sql``
    }
    select p.id as "pupilId", p.name, 1 as unknown from absence_telling f join person p on p.id = f.pupil_id
    where f.owner_id = ${owner} and f.on_date = ${today} and f.taken_back_at is null
      and ${isOwnChild(who, sql`f.pupil_id`, today)}
      and not exists (select 1 from pupil_absence a where a.owner_id = ${owner} and a.pupil_id = f.pupil_id
        and a.taken_back_at is null and ${today} between a.from_on and a.until_on)`);
};

export const attendanceTodayView = (rows: readonly AttendanceToday[]): Value =>
  rows.map(({ pupilId, name, unknown }) =>
    pupilId === null
      ? html`<p>
          <a href="${todayPath}"
            >${tn(unknown, '{n} pupil is not in the registers, and nobody has said why', '{n} pupils are not in the registers, and nobody has said why')}</a
          >
        </p>`
      : html`<p>
          ${personName({ name: name ?? '' })}:
          <a href="${awayHref(pupilId)}">${t('not in the register today. Please tell us why')}</a>
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

/** A part of a pupil's own Today; nothing for anybody else. */
export const attendanceOfMine = (who: Who, { today }: Given<{ today: string }>): List<ChildDays> =>
  list<ChildDays>(
    daysSelect(
      who.organisationId,
      sql`${who.personId}`,
      today,
      sql<boolean>`${who.standing.kind === 'pupil'}`,
    ),
  );

export const attendanceOfMineView = (rows: readonly ChildDays[]): Value =>
  rows[0] !== undefined &&
  rows[0].days > 0 &&
  html`<p>${inDays(rows[0])}. <a href="${minePath}">${t('My year at school')}</a></p>`;

/** How many pupils are away today, for the staff room: a count and nothing else. */
export const pupilsAwayToday = (
  who: Who,
  { today }: Given<{ today: string }>,
): List<{ away: number; marked: number }> =>
  list<{
    away: number;
    marked: number;
  }>(sql`select count(*) filter (where x.away)::int as away, count(*)::int as marked from (
    select s.pupil_id, bool_and(s.category in ('authorised', 'unauthorised')) as away
    from (${markedSessions(who.organisationId, { from: today, until: today })}) s group by s.pupil_id) x`);
