import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, formatMinutes, formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { linkButton } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { pager } from '#ui/list.ts';
import { evidenceLabel } from '#ui/label.ts';
import { table } from '#ui/table.ts';
import {
  isRunning,
  programmeHref,
  programmeTabs,
  programmeTrail,
  tabbed,
} from '#features/programmes/index.ts';
import { attendanceHref } from './addresses.ts';
import { selectTakingPart } from './attendance.queries.ts';
import { openRegister } from './open-register.ts';
import { selectRolls } from './rolls.queries.ts';
import { markToday, rollsToMark } from './rolls.view.ts';
import { registerPolicy } from './sessions.policy.ts';

const perPage = 100;

/** Enrolment, attendance, hours and required exercises by name. Nothing that anybody wrote. */
export const attendancePage = page('/programmes/:programme/attendance', {
  purpose: 'administration',
  access: registerPolicy,
  async load(visit) {
    const { programme, register } = await openRegister(visit);
    const number = visit.pageNumber;
    const people = await selectTakingPart(visit.db, programme, {
      limit: perPage,
      offset: (number - 1) * perPage,
    });
    const marks = visit.who.may('mark', registerPolicy, register) && isRunning(programme);
    const rolls = marks ? await selectRolls(visit.db, programme, visit.today) : [];
    return { programme, register, number, people, rolls };
  },
  view({ programme, register, number, people, rolls }, visit) {
    const total = people[0]?.total ?? 0;
    return {
      title: t('Attendance and hours'),
      audience: audienceNote(register, registerPolicy, visit.who),
      trail: programmeTrail(programme),
      wide: true,
      ...markToday(programme, rolls, visit.today),
      body: html`${programmeTabs(tabbed(visit.who, { ...programme, ownerId: programme.owner_id }), 'attendance')}
        <p>
          ${t('Who takes part, when they were there, and how long it took. What people write, promise, ask or think is not here, and no role opens it.')}
          ${evidenceLabel('usage')}
        </p>
        ${rollsToMark(programme, rolls, visit.today)} ${rolls.length > 0 && html`<h2>${t('All steps')}</h2>`}
        ${total > 0 && html`<p class="count">${tn(total, 'One person', '{n} people')}</p>`}
        ${table({
          caption: t('Attendance and hours'),
          captionHidden: true,
          columns: [
            { label: t('Name') },
            { label: t('Takes part') },
            { label: t('Was there'), numeric: true },
            { label: t('In the school day'), numeric: true },
            { label: t('Outside it'), numeric: true },
            { label: t('Exercises'), numeric: true },
          ],
          rows: people.map((person) => [
            html`<bdi>${person.name}</bdi>`,
            person.until
              ? t('{from} to {until}', {
                  from: formatDate(person.since, 'short'),
                  until: formatDate(person.until, 'short'),
                })
              : t('since {day}', { day: formatDate(person.since, 'short') }),
            t('{came} of {marked}', { came: formatNumber(person.came), marked: formatNumber(person.marked) }),
            formatMinutes(person.inside),
            formatMinutes(person.outside),
            person.required === 0
              ? ''
              : t('{done} of {all}', { done: person.exercises, all: person.required }),
          ]),
          empty: empty({
            says: t('Nobody takes part yet.'),
            todo: { label: t('See the programme'), href: programmeHref(programme) },
          }),
        })}
        ${pager({ page: number, pages: Math.ceil(total / perPage), path: attendanceHref(programme) })}
        ${total > 0 && html`<p>${linkButton({ label: t('Take it as a sheet (CSV)'), href: `${attendanceHref(programme)}.csv`, icon: 'download' })}</p>`}`,
    };
  },
});
