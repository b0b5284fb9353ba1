import type { MemberKind } from '#platform/access/who.ts';
import { addDays, weekday, weekOf } from '#platform/calendar/dates.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { html, type Html } from '#ui/html.ts';
import { icon } from '#ui/icons.ts';
import { label } from '#ui/label.ts';
import { timetablesPath } from '../timetable.ts';
import type { WeekLesson } from './week.queries.ts';

interface WeekData {
  monday: string;
  lessons: readonly WeekLesson[];
  kind: MemberKind | null;
  today: string;
}

/** Today stands first: days of this week that are over are folded away. */
export function weekView({ monday, lessons, kind, today }: WeekData): Html {
  const byDay = Map.groupBy(lessons, ({ on }) => on);
  const isThisWeek = weekOf(today) === monday;
  const days = Array.from({ length: 7 }, (_, n) => addDays(monday, n)).filter(
    (day) => weekday(day) < 6 || byDay.get(day)?.some(({ lessonId }) => lessonId !== null),
  );
  const over = isThisWeek ? days.filter((day) => day < today) : [];
  const toCome = days.filter((day) => !over.includes(day));
  const one = (day: string): Html => oneDay(day, byDay.get(day) ?? [], today);
  const first = lessons[0];
  return html`${first?.weeks === 2 && html`<p>${t('Week {letter}', { letter: first.letter })}</p>`}
    ${lessons.every(({ lessonId }) => lessonId === null) ? html`<p>${nothingInWords(lessons, kind)}</p>` : [html`<div class="lesson-days">${toCome.map(one)}</div>`, over.length > 0 && details(t('Earlier this week'), html`<div class="lesson-days">${over.map(one)}</div>`, toCome.length === 0)]}
    <nav class="pager" aria-label="${t('Weeks')}">
      <a href="/week?on=${addDays(monday, -7)}" rel="prev">${icon('back')} ${t('The week before')}</a>
      ${isThisWeek ? html`<span></span>` : html`<a href="/week">${t('This week')}</a>`}
      <a href="/week?on=${addDays(monday, 7)}" rel="next">${t('The week after')} ${icon('next')}</a>
    </nav>
    ${kind === 'staff' && quietActions([{ label: t('The timetable of the school'), href: timetablesPath, icon: 'calendar' }])}`;
}

function nothingInWords(lessons: readonly WeekLesson[], kind: MemberKind | null): string {
  if (lessons.length === 0)
    return t('There are no timetabled days in this week: it is a holiday, or no timetable holds in it.');
  return kind === 'pupil'
    ? t('None of your classes has a lesson in the timetable this week.')
    : t('You have no lessons in the timetable this week.');
}

const oneDay = (day: string, lessons: readonly WeekLesson[], today: string): Html => {
  const held = lessons.filter(({ lessonId }) => lessonId !== null);
  return html`<section>
    <h2>${formatDate(day, 'weekday')}${day === today && html` <strong>${t('(today)')}</strong>`}</h2>
    ${
      held.length > 0
        ? html`<ul class="items dense">
            ${held.map(oneLesson)}
          </ul>`
        : html`<p class="empty">${lessons.length > 0 ? t('No lessons.') : t('No timetabled day.')}</p>`
    }
  </section>`;
};

const oneLesson = (lesson: WeekLesson): Html => {
  const { startsAt, endsAt, period, room, people, instead, lessonId } = lesson;
  const name = [lesson.unit, lesson.subject].filter(Boolean).join(', ');
  const facts = [
    t('{from} to {until}', { from: startsAt, until: endsAt }),
    period,
    room,
    people.join(', '),
    instead !== null && t('for {name}', { name: instead }),
  ];
  return html`<li>
    ${instead === null ? html`<strong>${name}</strong>` : html`${label(t('Cover'))} <a href="/cover/asked/${lessonId}"><strong>${name}</strong></a>`}<br />
    <span class="meta">${facts.filter(Boolean).join('; ')}</span>
  </li> `;
};
