import { t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import {
  weekdayName,
  type Period,
  timesInWords,
  type Timetable,
  timetableHref,
  weekdays,
} from '../timetable.ts';
import type { Lesson } from './lesson.queries.ts';

interface Grid {
  timetable: Timetable;
  periods: readonly Period[];
  lessons: readonly Lesson[];
  /** What the page is about is not said in every cell. */
  of: 'class' | 'teacher' | 'room';
  keeps: boolean;
  /** Where a lesson is added to an empty period; for the page of a class. */
  addAt?: string | undefined;
}

/** Days down, periods across; on a phone each day is a list of its periods. */
export function grid(data: Grid): Html {
  const { periods, keeps } = data;
  const shown = periods.filter(
    (period) => period.kind !== 'break' || data.lessons.some(({ periodId }) => periodId === period.id),
  );
  const names = [...Map.groupBy(shown, ({ name }) => name)].toSorted(([, a], [, b]) =>
    earliest(a).localeCompare(earliest(b)),
  );
  const days = weekdays.filter((weekday) => shown.some((period) => period.weekday === weekday));
  return html`<div class="lesson-grid">
    ${table({
      caption: t('Lessons by day and period'),
      captionHidden: true,
      columns: [{ label: t('Day') }, ...names.map(([label]) => ({ label }))],
      rows: days.map((weekday) => [
        weekdayName[weekday](),
        ...names.map(([, those]) => {
          const period = those.find((each) => each.weekday === weekday);
          return period && cell(data, period);
        }),
      ]),
      empty: keeps
        ? t('The days have no periods yet. Begin with the shape of the days.')
        : t('The days have no periods yet.'),
    })}
  </div>`;
}

const earliest = (periods: readonly Period[]): string =>
  periods.map(({ startsAt }) => startsAt).toSorted()[0] ?? '';

function cell({ timetable, lessons, of, keeps, addAt }: Grid, period: Period): Html {
  const those = lessons.filter(({ periodId }) => periodId === period.id);
  return html`<div>
    <span class="meta">${timesInWords(period)}</span>
    ${those.map((lesson) => html`<br />${oneLesson(timetable, lesson, of, keeps)}`)}
    ${
      addAt !== undefined &&
      those.every(({ week }) => week !== 'both') &&
      html`<br /><a class="meta" href="${addAt}?period=${period.id}"
          >${t('Add')}<span class="hidden">
            ${t('{day}, {period}', { day: weekdayName[period.weekday](), period: period.name })}</span
          ></a
        >`
    }
  </div>`;
}

function oneLesson(timetable: Timetable, lesson: Lesson, of: Grid['of'], keeps: boolean): Html {
  const label =
    of === 'class' ? lesson.subject || lesson.unit : [lesson.unit, lesson.subject].filter(Boolean).join(', ');
  const more = [
    lesson.week !== 'both' && t('week {letter}', { letter: lesson.week }),
    of !== 'room' && lesson.room,
    of !== 'teacher' && lesson.people.map(({ name }) => name).join(', '),
  ].filter(Boolean);
  return html`${
    keeps
      ? html`<a href="${timetableHref(timetable.id)}/lessons/${lesson.id}">${label}</a>`
      : html`<strong>${label}</strong>`
  }${more.length > 0 && html` <span class="meta">${more.join('; ')}</span>`}`;
}
