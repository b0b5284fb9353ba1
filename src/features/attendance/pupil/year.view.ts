import { formatDate, formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { addDays, isWeekend, weekOf } from '#platform/calendar/dates.ts';
import { html, type Html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import type { Category } from '../marked-sessions.ts';
import { categoryInWords, percent } from '../figures/figures.page.ts';
import type { DayCounts, DaySession, PupilYear } from './year.queries.ts';

/** How many days there were, and on how many of them the pupil was in school for at least half. */
export function dayCounts(sessions: readonly DaySession[]): DayCounts {
  const days = Map.groupBy(
    sessions.filter(({ category }) => category !== 'unable' && category !== 'not-possible'),
    ({ onDate }) => onDate,
  );
  const inSchool = [...days.values()].filter((of) => of.some(isIn)).length;
  return { days: days.size, inSchool };
}

const isIn = ({ category }: Pick<DaySession, 'category'>): boolean =>
  category === 'present' || category === 'approved';

/** What went well first: "In school on 58 of 61 days". */
export const inDays = ({ days, inSchool }: DayCounts): string =>
  days === 0
    ? t('No register of this school year yet.')
    : tn(days, 'In school on {in} of {n} day', 'In school on {in} of {n} days', {
        in: formatNumber(inSchool),
      });

/** Each half day has a sign of its own that can be told without colour. */
const looks: Readonly<Record<Category, string>> = {
  present: 'in',
  approved: 'in',
  authorised: 'away',
  unauthorised: 'out',
  unable: 'none',
  'not-possible': 'none',
};

/** The year as a calm picture: a row of weeks for each month, a square a day with its morning above its afternoon. */
export function yearPicture({ sessions }: Pick<PupilYear, 'sessions'>): Html | false {
  if (sessions.length === 0) return false;
  const byDay = Map.groupBy(sessions, ({ onDate }) => onDate);
  const months = Map.groupBy(byDay.keys(), (day) => day.slice(0, 7));
  return html`<div class="attendance-year" aria-hidden="true">
      ${[...months.keys()].map(
        (month) =>
          html`<div class="attendance-month">
            <p>${formatDate(`${month}-01`, 'month')}</p>
            <div class="attendance-days">${daysOf(month).map((day) => dayCell(day, byDay.get(day)))}</div>
          </div>`,
      )}
    </div>
    <p class="meta attendance-key">
      ${key('in', t('in school'))} ${key('away', t('away with a reason'))}
      ${key('out', t('away without a reason'))} ${key('none', t('does not count'))}
      ${t('Above the morning, below the afternoon.')}
    </p>`;
}

const key = (look: string, words: string): Html =>
  html`<span class="attendance-half ${look}"></span> ${words}`;

/** Monday to Friday of the weeks that hold the month, so that weekdays stand under one another. */
function daysOf(month: string): string[] {
  const days: string[] = [];
  for (let day = weekOf(`${month}-01`); day.slice(0, 7) <= month; day = addDays(day, 1))
    if (!isWeekend(day)) days.push(day);
  return days.map((day) => (day.slice(0, 7) === month ? day : ''));
}

const dayCell = (day: string, of: readonly DaySession[] | undefined): Html => {
  if (day === '') return html`<span class="attendance-day"></span>`;
  const half = (session: 'am' | 'pm'): Html => {
    const found = of?.find((each) => each.session === session);
    return html`<span class="attendance-half ${found ? looks[found.category] : 'no-mark'}"></span>`;
  };
  return html`<span class="attendance-day"
    >${half('am')}${half('pm')}<small>${Number(day.slice(8))}</small></span
  >`;
};

/** The same by month, in words and figures. */
export function monthsTable({ sessions }: Pick<PupilYear, 'sessions'>): Html {
  const months = Map.groupBy(sessions, ({ onDate }) => onDate.slice(0, 7));
  const count = (of: readonly DaySession[], ...wanted: Category[]): string =>
    formatNumber(of.filter(({ category }) => wanted.includes(category)).length);
  return table({
    caption: t('By month, in half days'),
    columns: [
      { label: t('Month') },
      { label: t('In school'), numeric: true },
      { label: t('Away with a reason'), numeric: true },
      { label: t('Away without a reason'), numeric: true },
      { label: t('Late'), numeric: true },
    ],
    rows: [...months].map(([month, of]) => [
      formatDate(`${month}-01`, 'month'),
      count(of, 'present', 'approved'),
      count(of, 'authorised'),
      count(of, 'unauthorised'),
      formatNumber(of.filter(isLateMark).length),
    ]),
    empty: t('No register of this school year yet.'),
  });
}

const isLateMark = ({ national, minutes }: DaySession): boolean =>
  national === 'L' || national === 'U' || (minutes !== null && minutes > 0);

/** The half days that were not simply attended: when, what the register says, what it counts as. A day alike all day is one row. */
export const otherDays = ({ sessions }: Pick<PupilYear, 'sessions'>): Html =>
  table({
    caption: t('Days away or late'),
    columns: [{ label: t('Day') }, { label: t('In the register') }, { label: t('Counts as') }],
    rows: otherRows(sessions).map(({ onDate, half, mark }) => [
      t('{day}, {half}', { day: formatDate(onDate, 'weekday'), half }),
      mark.minutes === null ? mark.code : t('{code}, {n} minutes', { code: mark.code, n: mark.minutes }),
      categoryInWords(mark.category),
    ]),
    empty: t('None this school year.'),
  });

/** Newest first. */
function otherRows(sessions: readonly DaySession[]): { onDate: string; half: string; mark: DaySession }[] {
  const days = Map.groupBy(sessions, ({ onDate }) => onDate);
  return [...days].toReversed().flatMap(([onDate, of]) => {
    const [first, second] = of;
    if (
      first &&
      second &&
      isOther(first) &&
      first.symbol === second.symbol &&
      first.minutes === second.minutes
    )
      return [{ onDate, half: t('the whole day'), mark: first }];
    return of
      .filter(isOther)
      .map((mark) => ({ onDate, half: mark.session === 'am' ? t('morning') : t('afternoon'), mark }));
  });
}

const isOther = (mark: DaySession): boolean => mark.category !== 'present' || isLateMark(mark);

/** The sum in one line, as the school counts it. */
export const sumInWords = ({ counts, from }: PupilYear): string =>
  counts.possible === 0
    ? ''
    : t('{attended} of {possible} half days since {day}: {share}.', {
        attended: formatNumber(counts.attended),
        possible: formatNumber(counts.possible),
        day: formatDate(from),
        share: percent(counts.attended, counts),
      });
