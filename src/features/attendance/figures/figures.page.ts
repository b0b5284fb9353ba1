import { page, roles } from '#platform/http/route.ts';
import { formatDate, formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { yearWords } from '#features/people/index.ts';
import { quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { html, type Html } from '#ui/html.ts';
import { addressOf, filters } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { tabs } from '#ui/tabs.ts';
import { figuresPath } from '../attendance.ts';
import { officeAudience, wholeReaders } from '../attendance.access.ts';
import type { Category } from '../marked-sessions.ts';
import { officeTabs } from '../office-tabs.view.ts';
import { dayFields, daysAsked } from '../span.ts';
import { shareOf } from './counts.ts';
import {
  type Figures,
  type GroupCounts,
  type Grouping,
  groupings,
  selectFigures,
} from './figures.queries.ts';

export const groupingAsked = (query: Readonly<Record<string, string>>): Grouping =>
  groupings.find((each) => each === query.by) ?? 'school';

/** The figures the law asks for, over the days in the address. */
export const figuresPage = page(figuresPath, {
  purpose: 'administration',
  access: roles(...wholeReaders),
  async load(visit) {
    const days = await daysAsked(visit);
    const by = groupingAsked(visit.query);
    return { days, by, figures: await selectFigures(visit.db, visit.who, days, by) };
  },
  view: ({ days, by, figures }, visit) => ({
    title: t('Attendance figures'),
    audience: officeAudience(),
    trail: [{ label: t('School'), href: '/school' }],
    wide: true,
    body: html`${officeTabs(visit.who, figuresPath)}
      <p>
        ${t('{from} to {until}, from the registers of mornings and afternoons that were taken.', {
          from: formatDate(days.from),
          until: formatDate(days.until),
        })}
      </p>
      ${filters({ action: figuresPath, values: days, keep: by === 'school' ? {} : { by }, button: t('Show') }, dayFields)}
      ${tabs(
        t('Grouped'),
        groupings.map((each) => ({
          label: groupingInWords(each),
          href: addressOf(figuresPath, { ...days, by: each === 'school' ? undefined : each }),
          current: each === by,
        })),
      )}
      ${groupsTable(figures.groups, by)} ${howGrouped(by)} ${persistent(figures)} ${codesTable(figures)}
      ${quietActions([{ label: t('These figures as a sheet'), href: addressOf(`${figuresPath}.csv`, { ...days, by }), icon: 'download' }])}
      ${details(t('What the words mean'), definitions(figures.threshold))}`,
  }),
});

const groupingInWords = (by: Grouping): string =>
  ({
    school: () => t('The school'),
    year: () => t('Years'),
    class: () => t('Classes'),
    term: () => t('Terms'),
  })[by]();

/** What a row of a grouping is called. */
export function groupInWords(group: string, by: Grouping): string {
  if (by === 'school') return t('The school');
  if (group === '')
    return by === 'term'
      ? t('Outside the terms')
      : by === 'year'
        ? t('Without a year')
        : t('Without a class');
  return by === 'year' ? yearWords(group) : group;
}

/** Hundredths with one decimal, as such figures are given. */
export const percent = (count: number, of: { possible: number }): string => {
  const share = shareOf(count, of);
  return share === null ? '–' : t('{n}%', { n: formatNumber(share * 100, 1) });
};

const groupsTable = (groups: readonly GroupCounts[], by: Grouping): Html =>
  table({
    caption: t('Sessions by group. A session is half a school day.'),
    columns: [
      { label: groupingInWords(by) },
      { label: t('Pupils'), numeric: true },
      { label: t('Possible'), numeric: true },
      { label: t('Attended'), numeric: true },
      { label: t('Attended, of 100'), numeric: true },
      { label: t('Authorised'), numeric: true },
      { label: t('Unauthorised'), numeric: true },
      { label: t('Unable to come'), numeric: true },
      { label: t('Late'), numeric: true },
      { label: t('Late after closing'), numeric: true },
    ],
    rows: groups
      .filter(({ pupils }) => pupils > 0)
      .map((row) => [
        groupInWords(row.group, by),
        formatNumber(row.pupils),
        formatNumber(row.possible),
        formatNumber(row.attended),
        percent(row.attended, row),
        withShare(row.authorised, row),
        withShare(row.unauthorised, row),
        formatNumber(row.unable),
        formatNumber(row.late),
        formatNumber(row.lateAfterClose),
      ]),
    empty: t('No register of these days has been taken.'),
  });

const withShare = (count: number, of: GroupCounts): string =>
  `${formatNumber(count)} (${percent(count, of)})`;

const howGrouped = (by: Grouping): Html | false => {
  const says =
    by === 'class'
      ? t(
          'Each half day counts in the form a pupil was in on that day; in a school without forms, in each of their classes.',
        )
      : by === 'year' && t('Pupils count in the year they are in now.');
  return says !== false && html`<p class="meta">${says}</p>`;
};

const persistent = ({ persistent: { pupils, below, half }, threshold }: Figures): Html | false =>
  pupils > 0 &&
  html`<p>
    ${tn(below, '{n} of {all} pupils has missed {missed} in a hundred sessions or more.', '{n} of {all} pupils have missed {missed} in a hundred sessions or more.', { all: formatNumber(pupils), missed: 100 - threshold })}
    ${half > 0 && tn(half, '{n} of them has missed more than half.', '{n} of them have missed more than half.')}
  </p>`;

const codesTable = ({ codes }: Figures): Html =>
  html`<h2>${t('By code')}</h2>
    ${table({
      caption: t('Sessions by code'),
      captionHidden: true,
      columns: [
        { label: t('Code') },
        { label: t('Means'), wide: true },
        { label: t('Counts as') },
        { label: t('Sessions'), numeric: true },
      ],
      rows: codes.map(({ symbol, name, category, sessions }) => [
        symbol,
        name,
        categoryInWords(category),
        formatNumber(sessions),
      ]),
      empty: t('No register of these days has been taken.'),
    })}`;

const categoryWords: Readonly<Record<Category, () => string>> = {
  present: () => t('Present'),
  approved: () => t('Approved educational activity'),
  authorised: () => t('Authorised absence'),
  unauthorised: () => t('Unauthorised absence'),
  unable: () => t('Unable to attend'),
  'not-possible': () => t('Not a possible session'),
};

export const categoryInWords = (category: Category): string => categoryWords[category]();

const definitions = (threshold: number): Html =>
  definitionList([
    {
      term: t('Possible'),
      says: t(
        'Every session that was marked, but not those marked as not possible (not of school age, closed to pupils, registered elsewhere) and not those to which the pupil was unable to come.',
      ),
    },
    {
      term: t('Attended'),
      says: t(
        'Present, late before the register closed, or at an educational activity elsewhere that the school approved.',
      ),
    },
    { term: t('Authorised'), says: t('Away with a reason that the school accepts. It counts as missed.') },
    { term: t('Unauthorised'), says: t('Away without such a reason, or late after the register closed.') },
    {
      term: t('Missed {n} in a hundred or more', { n: 100 - threshold }),
      says: t(
        'At ten in a hundred the Department for Education calls it persistent absence, over half severe absence. Only sessions of these days are counted, so early in a year one illness is enough.',
      ),
    },
    {
      term: t('Where the rules are from'),
      says: t('Department for Education, Working together to improve school attendance, August 2024.'),
    },
  ]);
