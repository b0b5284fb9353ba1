import { t, tn } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { weekdayName, type Timetable, timetableHref, weekInWords } from '../timetable.ts';
import { type Clash, clashSorts, type ClashSort, mostOfEach } from './clashes.queries.ts';

interface ClashesData {
  timetable: Timetable;
  withDays: boolean;
  clashes: readonly Clash[];
  counts: Partial<Record<ClashSort, number>>;
}

const titles: Readonly<Record<ClashSort, () => string>> = {
  teacher: () => t('A colleague in two places'),
  room: () => t('A room used twice'),
  class: () => t('A class with two lessons'),
  pupils: () => t('Pupils in two lessons'),
  'working-days': () => t('A colleague outside their days and hours'),
  'no-teacher': () => t('Lessons without a teacher'),
  'no-room': () => t('Lessons without a room'),
};

export function clashesView({ timetable, withDays, clashes, counts }: ClashesData): Html {
  const bySort = Map.groupBy(clashes, ({ sort }) => sort);
  const sorts = clashSorts.filter((sort) => withDays || sort !== 'working-days');
  return html`<p>
      ${t('What cannot be so, and what is not whole yet. Some of it may be meant: two classes taught together, a lesson outdoors.')}
    </p>
    <ul class="items dense">
      ${sorts.map((sort) => html`<li>${t('{what}: {n}', { what: titles[sort](), n: counts[sort] ?? 0 })}</li> `)}
    </ul>
    ${sorts.map((sort) => oneSort(timetable, sort, bySort.get(sort) ?? [], counts[sort] ?? 0))}`;
}

const oneSort = (
  timetable: Timetable,
  sort: ClashSort,
  those: readonly Clash[],
  total: number,
): Html | false =>
  those.length > 0 &&
  html`<section>
    <h2>${titles[sort]()}</h2>
    ${table({
      caption:
        total > mostOfEach
          ? t('The first {n} of {all}', { n: mostOfEach, all: total })
          : tn(total, '{n} place', '{n} places'),
      columns: [{ label: t('When') }, { label: t('Who or what') }, { label: t('Lessons'), wide: true }],
      rows: those.map((clash) => [
        t('{day}, {period}, {week}', {
          day: weekdayName[clash.weekday](),
          period: clash.period,
          week: weekInWords(clash.week),
        }),
        whoInWords(clash),
        html`<div>
          ${clash.lessons.map(
            ({ id, unit, subject }, index) =>
              html`${index > 0 && html`<br />`}<a href="${timetableHref(timetable.id)}/lessons/${id}"
                  >${[unit, subject].filter(Boolean).join(', ')}</a
                >`,
          )}
        </div>`,
      ]),
      empty: '',
    })}
  </section>`;

function whoInWords({ sort, who }: Clash): string {
  if (sort === 'no-teacher') return t('No teacher');
  if (sort === 'no-room') return t('No room');
  return sort === 'pupils' ? tn(Number(who), '{n} pupil in both', '{n} pupils in both') : who;
}
