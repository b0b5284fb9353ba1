import type { Visit } from '#platform/http/context.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import type { SchoolYear } from '../school-year.ts';
import { type CycleLine, type CyclePoint, inOrder, lineHref } from './audit.ts';
import { weekWords } from './cycle-ring.view.ts';

/** Placing specialist input and peer support in the year: in a week, over some weeks, or in a whole term. */
export function pointForms({ line, year }: { line: CycleLine; year: SchoolYear }, visit: Visit): Html {
  const action = lineHref(year.year, line, 'points');
  const state = visit.formAt(action);
  return details(
    t('Place something in the year'),
    html`${form({ ...state, button: t('Place it') }, (f) => [
      f.radios({
        name: 'strand',
        label: t('What it is'),
        required: true,
        options: [
          { value: 'specialist', label: t('Specialist input') },
          { value: 'peer', label: t('Peer support') },
        ],
      }),
      f.text({ name: 'words', label: t('In words'), maxlength: 200, required: true }),
      f.select({
        name: 'term',
        label: t('A whole term'),
        options: year.terms.map(({ name }, index) => ({ value: index + 1, label: name })),
      }),
      f.number({
        name: 'from_week',
        label: t('Or a week of the year'),
        hint: t('Teaching weeks, counted from 1 to {n}. Holidays are not counted.', { n: year.weeks }),
        min: 1,
        max: year.weeks,
        step: 1,
      }),
      f.number({
        name: 'until_week',
        label: t('Until week'),
        hint: t('Leave it empty for a single week.'),
        min: 1,
        max: year.weeks,
        step: 1,
      }),
    ])}
    ${line.points.length > 0 && pointList(line, year)}`,
    state.errors !== undefined,
  );
}

const pointList = (line: CycleLine, year: SchoolYear): Html =>
  countedList({
    says: tn(line.points.length, '{n} point', '{n} points'),
    items: inOrder(line.points).map(
      (point) =>
        html`<span>${pointWords(point, year)}</span>
          ${form({ action: lineHref(year.year, line, `points/${point.id}/remove`), button: t('Take away'), describe: t('Take away: {what}', { what: pointWords(point, year) }), quiet: true, prefix: `point-${point.id}` })}`,
    ),
    withEnd: true,
    dense: true,
    empty: '',
  });

const pointWords = (point: CyclePoint, { terms }: SchoolYear): string =>
  t('{when}: {what}', {
    when: weekWords(point, terms),
    what: point.words || (point.strand === 'specialist' ? t('Specialist input') : t('Peer support')),
  });
