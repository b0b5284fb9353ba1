import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { byAge } from '#features/curriculum/index.ts';
import { yearWords } from '#features/people/index.ts';
import { quietActions } from '#ui/actions.ts';
import { chartFigure } from '#ui/chart/chart-figure.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { addressOf, countedList, filters } from '#ui/list.ts';
import { coveragePath, mapPath, newPlanPath, planHref } from '../addresses.ts';
import type { MapData, Strand } from './map.queries.ts';
import type { Gap, MapRow } from './map-rows.ts';
import { dayWords } from './day-words.ts';
import { mapDrawing } from './map-drawing.ts';

interface Drawn extends MapData {
  filter: { when: string; subject: string; year: string };
  rows: readonly MapRow[];
}

export function mapView({ chosen, years, terms, plans, strands, filter, rows }: Drawn): Html {
  if (!chosen)
    return empty({
      says: t(
        'The school has no school year yet. Whoever keeps the dates adds one, and plans find their place in it.',
      ),
    });
  const subjects = [...new Set(strands.map(({ subject }) => subject))];
  const groups = [...new Set(strands.map(({ yearKey }) => yearKey))].filter(Boolean).toSorted(byAge);
  const between = betweenWords();
  const title = t('What is taught in {year}', { year: chosen.name });
  return html`${filters(
    { action: mapPath, values: filter, narrowed: Object.values(filter).some(Boolean) },
    (f) => [
      years.length > 1 &&
        f.select({
          name: 'when',
          label: t('School year'),
          all: t('This year'),
          options: years.map(({ id, name }) => ({ value: id, label: name })),
        }),
      f.select({ name: 'subject', label: t('Subject'), all: t('All subjects'), options: subjects }),
      f.select({
        name: 'year',
        label: t('Year'),
        all: t('All years'),
        options: groups.map((value) => ({ value, label: yearWords(value) })),
      }),
    ],
  )}
  ${
    rows.length === 0
      ? empty({ says: t('Nothing is planned for {year} yet.', { year: chosen.name }) })
      : html`${chartFigure({
          title,
          note: t(
            'Each bar is a scheme of work and leads to it; a broken edge is one that is being written. A broken line is time in term with nothing planned.',
          ),
          drawing: mapDrawing({ title, year: chosen, terms, rows }),
          columns: [
            { label: t('Subject') },
            { label: t('Year') },
            { label: t('What'), wide: true },
            { label: t('When') },
          ],
          rows: plans.map((plan) => [
            html`<bdi>${plan.subject}</bdi>`,
            plan.yearKey === '' ? '' : yearWords(plan.yearKey),
            html`<a href="${planHref(plan.id)}"><bdi>${plan.title}</bdi></a>`,
            between(plan),
          ]),
        })}
        ${gapList(rows, between)} ${overlapList(rows)}`
  }
  ${quietActions([{ label: t('Which points are taught'), href: coveragePath, icon: 'check' }])}`;
}

type Between = (gap: Gap) => string;

function betweenWords(): Between {
  const inWords = dayWords('short');
  return ({ startsOn, endsOn }) =>
    t('{from} to {until}', { from: inWords(startsOn), until: inWords(endsOn) });
}

const strandWords = ({ subject, yearKey }: Strand): string =>
  yearKey === '' ? subject : t('{subject}, {year}', { subject, year: yearWords(yearKey) });

/** Each gap leads to a new plan that fills it. */
function gapList(rows: readonly MapRow[], between: Between): Html | false {
  const gaps = rows.flatMap((row) => row.gaps.map((gap) => ({ row, gap })));
  return (
    gaps.length > 0 &&
    details(
      tn(
        gaps.length,
        '{n} stretch of term has nothing planned',
        '{n} stretches of term have nothing planned',
      ),
      countedList({
        says: tn(gaps.length, '{n} stretch', '{n} stretches'),
        items: gaps.map(
          ({ row, gap }) =>
            html`<bdi>${strandWords(row)}</bdi>: ${between(gap)}
              <a
                href="${addressOf(newPlanPath, { subject: row.subject, year: row.yearKey, from: gap.startsOn, until: gap.endsOn })}"
                >${t('Plan it')}<span class="hidden"> ${strandWords(row)} ${between(gap)}</span></a
              >`,
        ),
        empty: '',
        dense: true,
      }),
      gaps.length <= 5,
    )
  );
}

function overlapList(rows: readonly MapRow[]): Html | false {
  const meeting = rows.filter(({ overlapping }) => overlapping.length > 0);
  return (
    meeting.length > 0 &&
    details(
      tn(
        meeting.length,
        'In one place two are taught at the same time',
        'In {n} places two are taught at the same time',
      ),
      countedList({
        says: tn(meeting.length, '{n} place', '{n} places'),
        items: meeting.map(
          (row) =>
            html`<bdi>${strandWords(row)}</bdi>: ${formatList(row.overlapping.map(({ title }) => title))}`,
        ),
        empty: '',
        dense: true,
      }),
      meeting.length <= 5,
    )
  );
}
