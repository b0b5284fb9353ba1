import { isCalendarDate } from '#platform/calendar/dates.ts';
import { isId } from '#platform/db/ids.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, formatNumber, t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { filters } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { yearWords } from '#features/people/index.ts';
import { behaviourPath, patternsPath } from '../addresses.ts';
import { readsWhole } from '../behaviour.access.ts';
import { settingInWords } from '../behaviour.ts';
import { spanAsked } from '../record/span.ts';
import { selectPatterns, type Sum } from './patterns.queries.ts';
import { protectedSums } from './protected-sums.ts';

/** A term, about. */
const usualDays = 90;

/** When, where and what, over a span of days: to change a place or a time of day, never to set people side by side. */
export const patternsPage = page(patternsPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const { query, today, who } = visit;
    const span = spanAsked(query, { today, days: usualDays });
    const unitId = isId(query.form ?? '') ? query.form : undefined;
    const yearLabel = (query.year ?? '').slice(0, 40) || undefined;
    const found = await selectPatterns(visit.db, who, { ...span, today, yearLabel, unitId });
    return { ...found, span, unitId, yearLabel, whole: readsWhole(who) };
  },
  view: (data) => ({
    title: t('Patterns'),
    audience: {
      icon: 'group',
      words: t('The head, senior leaders and the safeguarding lead; teachers, of the pupils they teach'),
      why: t(
        'Sums of what was noted, never by who noted it, in whose class, or by pupil. Counts below five are hidden, and nothing here reaches anybody’s appraisal.',
      ),
    },
    trail: [{ label: t('What went well, what went wrong'), href: behaviourPath }],
    wide: true,
    body: html`<p>
        ${data.whole ? t('From {from} until {until}, all pupils.', spanWords(data.span)) : t('From {from} until {until}, the pupils you teach.', spanWords(data.span))}
      </p>
      ${narrowing(data)} ${sumsTable(t('By place'), t('Place'), data.places, settingInWords)}
      ${sumsTable(t('By weekday'), t('Weekday'), data.days, weekdayInWords)}
      ${sumsTable(t('By time of day'), t('Time'), data.hours, (hour) => (hour === '' ? t('No time noted') : t('From {hour}:00', { hour })))}
      ${sumsTable(t('By what it was'), t('What'), data.categories, (name) => name)}
      ${sumsTable(t('By year group'), t('Year group'), data.years, (label) => (label === '' ? t('No year') : yearWords(label)), true)}
      <p class="meta">
        ${t('What was noted is what somebody saw and had time to write down. A place with more of it may be one where more grown-ups look.')}
      </p>`,
  }),
});

const spanWords = ({ from, until }: { from: string; until: string }) => ({
  from: isCalendarDate(from) ? formatDate(from) : from,
  until: formatDate(until),
});

interface Narrowing {
  span: { from: string; until: string };
  unitId: string | undefined;
  yearLabel: string | undefined;
  groups: readonly { label: string }[];
  forms: readonly { id: string; name: string }[];
}

const narrowing = ({ span, unitId, yearLabel, groups, forms }: Narrowing): Html =>
  filters(
    {
      action: patternsPath,
      values: { ...span, year: yearLabel, form: unitId },
      button: t('Show'),
      narrowed: unitId !== undefined || yearLabel !== undefined,
    },
    (f) =>
      html`${f.date({ name: 'from', label: t('From'), unmarked: true })}
      ${f.date({ name: 'until', label: t('Until'), unmarked: true })}
      ${f.select({ name: 'year', label: t('Year group'), unmarked: true, all: t('All years'), options: groups.map(({ label }) => ({ value: label, label: yearWords(label) })) })}
      ${forms.length > 0 && f.select({ name: 'form', label: t('Form'), unmarked: true, all: t('All forms'), options: forms.map(({ id, name }) => ({ value: id, label: name })) })}`,
  );

function sumsTable(
  title: string,
  head: string,
  sums: readonly Sum[],
  inWords: (key: string) => string,
  /** Groups of people are not set side by side by a ratio. */
  ofPeople = false,
): Html {
  const shown = (count: number | null): string =>
    count === null ? t('Too few to say') : formatNumber(count);
  return html`<section>
    <h2>${title}</h2>
    ${table({
      caption: title,
      captionHidden: true,
      columns: [
        { label: head },
        { label: t('Went well'), numeric: true },
        { label: t('Went wrong'), numeric: true },
        ...(ofPeople ? [] : [{ label: t('Went well for each that went wrong'), numeric: true }]),
      ],
      rows: protectedSums(sums).map(({ key, well, wrong, ratio }) => [
        inWords(key),
        shown(well),
        shown(wrong),
        ...(ofPeople ? [] : [ratio === null ? '–' : formatNumber(ratio, 1)]),
      ]),
      empty: t('Nothing was noted in these days.'),
    })}
  </section>`;
}

/** A weekday by its number, Monday being 1: the days of a week long ago, in the reader's language. */
const weekdayInWords = (number: string): string => {
  const days = [
    t('Monday'),
    t('Tuesday'),
    t('Wednesday'),
    t('Thursday'),
    t('Friday'),
    t('Saturday'),
    t('Sunday'),
  ];
  return days[Number(number) - 1] ?? number;
};
