import { protectFigure } from '#platform/access/small-numbers.ts';
import { isId } from '#platform/db/ids.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, formatNumber, t } from '#platform/i18n/i18n.ts';
import { weekdayName, weekdays, yearWords } from '#features/people/index.ts';
import { html, type Html } from '#ui/html.ts';
import { filters } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { patternsPath } from '../attendance.ts';
import { readsWhole, teachersAudience } from '../attendance.access.ts';
import { percent } from '../figures/figures.page.ts';
import { officeTabs } from '../office-tabs.view.ts';
import { dayFields, daysAsked } from '../span.ts';
import { type GroupPattern, type Pattern, selectPatterns } from './patterns.queries.ts';

/** When and where attendance is thin: by weekday, lesson, year and class. Groups, never pupils. */
export const patternsPage = page(patternsPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const days = await daysAsked(visit);
    const unit = visit.query.unit && isId(visit.query.unit) ? visit.query.unit : undefined;
    const found = await selectPatterns(visit.db, visit.who, { ...days, today: visit.today, unit });
    return { days, unit: found.units.find(({ id }) => id === unit), ...found };
  },
  view: ({ days, unit, weekdays: byWeekday, periods, years, classes, units }, visit) => {
    // Whoever teaches them knows each of them; a leader sees groups.
    const mine = unit?.mine ?? !readsWhole(visit.who);
    return {
      title: t('Patterns of attendance'),
      audience: teachersAudience(),
      ...(readsWhole(visit.who) && { trail: [{ label: t('School'), href: '/school' }] }),
      body: html`${officeTabs(visit.who, patternsPath)}
        <p>
          ${t('{from} to {until}.', { from: formatDate(days.from), until: formatDate(days.until) })}
          ${unit ? t('Pupils of {unit}.', { unit: unit.name }) : readsWhole(visit.who) ? t('All pupils.') : t('The pupils you teach.')}
        </p>
        ${filters(
          {
            action: patternsPath,
            values: { ...days, unit: unit?.id },
            button: t('Show'),
            narrowed: unit !== undefined,
          },
          (f) =>
            html`${dayFields(f)}
            ${f.select({ name: 'unit', label: t('Class'), unmarked: true, all: t('All classes'), options: units.map(({ id, name }) => ({ value: id, label: name })) })}`,
        )}
        ${patternTable(
          t('By weekday'),
          t('Weekday'),
          byWeekday,
          (key) => weekdayOf(key),
          () => mine,
        )}
        ${patternTable(
          t('By lesson'),
          t('Lesson or registration'),
          periods,
          (key) => key,
          () => mine,
        )}
        ${patternTable(
          t('By year'),
          t('Year'),
          years,
          (key) => (key === '' ? t('Without a year') : yearWords(key)),
          () => mine,
        )}
        ${patternTable(
          t('By class'),
          t('Class'),
          classes,
          (key) => key,
          (each) => (each as GroupPattern).mine,
        )}
        <p class="meta">
          ${t('Shares of the half days or lessons that could be attended. Groups of fewer than five pupils are hidden from whoever does not teach them.')}
        </p>`,
    };
  },
});

const weekdayOf = (key: string): string => {
  const day = weekdays[Number(key) - 1];
  return day === undefined ? key : weekdayName[day]();
};

function patternTable(
  title: string,
  label: string,
  rows: readonly Pattern[],
  name: (key: string) => string,
  mine: (row: Pattern) => boolean,
): Html {
  const hidden = t('hidden');
  return html`<section>
    <h2>${title}</h2>
    ${table({
      caption: title,
      captionHidden: true,
      columns: [
        { label },
        { label: t('Pupils'), numeric: true },
        { label: t('Attended, of 100'), numeric: true },
        { label: t('Late'), numeric: true },
      ],
      rows: rows.map((row) => {
        const size = mine(row) ? Infinity : row.pupils;
        return [
          name(row.key),
          protectFigure(formatNumber(row.pupils), size) ?? t('fewer than 5'),
          protectFigure(percent(row.attended, row), size) ?? hidden,
          protectFigure(formatNumber(row.late), size) ?? hidden,
        ];
      }),
      empty: t('No register of these days has been taken.'),
    })}
  </section>`;
}
