import type { Visit } from '#platform/http/context.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { activityHref } from '../addresses.ts';
import type { DueActivity } from './due.queries.ts';

/** What one's courses ask of these days; nothing where they ask nothing. */
export const coursesTodayView = (due: readonly DueActivity[], visit: Visit): Value =>
  due.length > 0 &&
  html`<h2>${t('For your courses')}</h2>
    <ul class="items dense">
      ${due.map((each) => html`<li>${dueLine(each, visit.today)}</li>`)}
    </ul>`;

const dueLine = ({ courseId, course, id, title, minutes, dueOn }: DueActivity, today: string): Html =>
  html`<a href="${activityHref(courseId, id)}"><bdi>${title}</bdi></a>
    <span class="meta"
      ><bdi>${course}</bdi>,
      ${dueOn < today ? t('was due on {day}', { day: formatDate(dueOn, 'weekday') }) : t('by {day}', { day: formatDate(dueOn, 'weekday') })}${minutes !== null && `, ${tn(minutes, 'about {n} minute', 'about {n} minutes')}`}</span
    >`;

/** How much the week asks over all courses, in words; nothing where nobody said how long anything takes. */
export function weekInWords(due: readonly DueActivity[]): string {
  const minutes = due.reduce((sum, each) => sum + (each.minutes ?? 0), 0);
  if (due.length === 0) return '';
  const things = tn(due.length, '{n} thing is due this week', '{n} things are due this week');
  return minutes === 0
    ? t('{things}.', { things })
    : t('{things}, {time} in all.', { things, time: tn(minutes, 'about {n} minute', 'about {n} minutes') });
}
