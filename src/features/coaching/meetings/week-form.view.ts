import { weekday } from '#platform/calendar/dates.ts';
import { formatDate, formatList, formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { form, type Option } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { usualDays, weekdays } from '#features/people/index.ts';
import { isOpen } from '#features/programmes/index.ts';
import { kindInWords as kindOfPairing, togetherHref } from '../together.ts';
import { madeFields } from './booking-form.ts';
import { mostRows } from './rows.ts';
import { daysOfWeek, type Due } from './week.ts';
import type { Week } from './week.view.ts';

/** A row for each who waits: choose day and time of as many as one likes, then book them together. */
export function weekForm(week: Week): Html {
  const shown = week.due.slice(0, mostRows);
  const days = daysOfWeek(week.monday).filter((on) => on >= week.today);
  return html`<p>
      ${t('Choose day and time for as many as you like. They are booked together: all of them, or none where something must be mended.')}
    </p>
    ${form(
      {
        action: '/coaching/week',
        button: t('Book these times'),
        values: week.form.values,
        errors: week.form.errors,
        hidden: {
          week: week.monday,
          ...Object.fromEntries(shown.map(({ id }, n) => [`with_${n}`, id])),
        },
      },
      (f) =>
        html`<div class="booking-rows">
            ${table({
              caption: t('The longest waiting first'),
              columns: [
                { label: t('With') },
                { label: t('Day') },
                { label: t('Time') },
                { label: t('Minutes'), numeric: true },
                { label: t('When they can, as far as it is known') },
              ],
              rows: shown.map((due, n) => [
                whom(due, week.me),
                f.select({
                  name: `on_${n}`,
                  label: t('Day for {name}', { name: namesOf(due, week.me) }),
                  labelHidden: true,
                  unmarked: true,
                  options: [
                    { value: '', label: t('Not this week') },
                    ...days.map((on) => dayOption(week, on)),
                  ],
                }),
                f.time({
                  name: `at_${n}`,
                  label: t('Time for {name}', { name: namesOf(due, week.me) }),
                  labelHidden: true,
                  unmarked: true,
                }),
                f.number({
                  name: `minutes_${n}`,
                  label: t('Minutes for {name}', { name: namesOf(due, week.me) }),
                  labelHidden: true,
                  unmarked: true,
                  initial: due.minutes,
                  min: 5,
                  max: 300,
                }),
                whenTheyCan(week, due, days),
              ]),
              empty: '',
            })}
          </div>
          ${madeFields(f)}`,
    )}
    ${
      week.due.length > shown.length &&
      html`<p class="meta">
        ${t('{n} more wait. They stand here once these are booked.', { n: week.due.length - shown.length })}
      </p>`
    }`;
}

const namesOf = ({ people }: Due, me: string): string =>
  formatList(people.filter(({ personId }) => personId !== me).map(({ name }) => name));

const whom = (due: Due, me: string): Value =>
  html`<a href="${togetherHref(due)}">${namesOf(due, me)}</a><br /><span class="meta"
      >${kindOfPairing(due.kind)};
      ${
        due.lastHeld === null
          ? t('you have not met yet')
          : tn(due.waiting, 'you met a day ago', 'you met {n} days ago')
      }${due.lastAt !== null && t(', at {time}', { time: due.lastAt })}</span
    >`;

const dayOption = ({ diary }: Week, on: string): Option => ({
  value: on,
  label: isOpen(on, { ...diary, withPupils: false })
    ? formatDate(on, 'weekday')
    : t('{day} (closed)', { day: formatDate(on, 'weekday') }),
});

/** The days the others work, where they wrote them down, and when they have something else. */
function whenTheyCan({ diary, me }: Week, due: Due, days: readonly string[]): string {
  const others = due.people.filter(({ personId }) => personId !== me);
  const several = others.length > 1;
  return others
    .map(({ personId, name }) => {
      const attendee = diary.attendees.find((each) => each.personId === personId);
      const worked = days.filter((on) =>
        (attendee?.days ?? usualDays).some(({ day }) => day === weekdays[weekday(on) - 1]),
      );
      // Lessons are too many to be told; what stands against a time is said when it is booked.
      const busy = diary.engagements.filter(
        (each) => each.personId === personId && days.includes(each.on) && !each.isLesson,
      );
      const says = [
        attendee?.days
          ? worked.length === days.length
            ? t('At work every day.')
            : worked.length === 0
              ? t('Not at work in the rest of this week.')
              : t('At work on {days}.', { days: formatList(worked.map((on) => formatDate(on, 'weekday'))) })
          : t('Their days are not written down.'),
        busy.length > 0 &&
          t('Has something else {times}.', {
            times: formatList(
              busy.map(({ on, startsAt, minutes }) =>
                startsAt === null
                  ? formatDate(on, 'weekday')
                  : t('{day} at {time} for {long}', {
                      day: formatDate(on, 'weekday'),
                      time: startsAt,
                      long: formatMinutes(minutes),
                    }),
              ),
            ),
          }),
      ]
        .filter(Boolean)
        .join(' ');
      return several ? t('{name}: {says}', { name, says }) : says;
    })
    .join(' ');
}
