import { formatNumber, t } from '#platform/i18n/i18n.ts';
import { linePlot } from '#ui/chart/line-plot.ts';
import { html, type Html } from '#ui/html.ts';
import { amount, intervalWords } from './change-words.ts';
import { betterWords } from './evaluation.ts';
import { moments, momentWords } from './moments.ts';
import type { MeasureReport, Point, Report, SeriesReport } from './report.ts';
import type { Change } from './statistics/change.ts';

/** Every measure over all groups together; never class by class. */
export const pupilsSection = ({ measures }: Report): Html =>
  measures.length === 0
    ? html`<p>${t('No measure has been chosen yet.')}</p>`
    : html`${measures.map((measure) => html`<section class="measure">${measureView(measure)}</section>`)}`;

function measureView(measure: MeasureReport): Html {
  const drawn = measure.series.filter(({ points }) => Object.values(points).some(({ is }) => is === 'shown'));
  return html`${
    drawn.length > 0
      ? linePlot({
          title: measure.unit
            ? t('{measure}, {unit}', { measure: measure.title, unit: measure.unit })
            : measure.title,
          note: noteOn(measure),
          moments: moments.map(momentWords),
          series: drawn.map((series) => ({
            name: seriesName(series),
            measured: moments.map((moment) => asMeasurement(series.points[moment])),
          })),
          ...(measure.scale && { scale: measure.scale }),
          levels: measure.kind === 'rubric',
          ...(measure.unit && { unit: measure.unit }),
        })
      : html`<h3>${measure.title}</h3>
          <p>${whyNothing(measure)}</p>`
  }
  ${drawn.map((series) => html`<p>${changeInWords(series, measure)}</p>`)} ${differenceInWords(measure)}`;
}

export function seriesName({ arm, keeps }: Pick<SeriesReport, 'arm' | 'keeps'>): string {
  if (arm === 'comparison') return keeps === 'pupils' ? t('Comparison') : t('Comparison, whole groups');
  return keeps === 'pupils' ? t('Programme') : t('Programme, whole groups');
}

const asMeasurement = (point: Point) => {
  if (point.is !== 'shown') return { value: point.is === 'few' ? ('hidden' as const) : null };
  const range = point.low !== null && point.high !== null && { low: point.low, high: point.high };
  return { value: point.mean, n: point.n, ...range };
};

const noteOn = (measure: MeasureReport): string =>
  [
    t('Mean of the pupils measured at both the start and the end; the band is the 95% interval.'),
    measure.kind === 'rubric'
      ? t('Levels count as if the steps between them were equal: {levels}.', { levels: levelsOf(measure) })
      : '',
    measure.kind === 'tally' && measure.minutes ? t('Counted for {n} minutes.', { n: measure.minutes }) : '',
    t('{better}.', { better: betterWords(measure.better) }),
  ]
    .filter(Boolean)
    .join(' ');

const levelsOf = ({ levels }: MeasureReport): string =>
  levels.map((name, index) => t('{n} {level}', { n: index + 1, level: name })).join(', ');

/** Why there is no figure, in a few words. */
export function nothingOf({ series }: MeasureReport): string {
  const points = series.flatMap((each) => Object.values(each.points));
  if (points.some(({ is }) => is === 'shown')) return t('one figure for each group, below');
  if (points.some(({ is }) => is === 'few')) return t('not shown, fewer than five pupils');
  return points.some(({ is }) => is === 'waiting') ? t('not complete yet') : t('not measured yet');
}

function whyNothing({ series }: MeasureReport): string {
  const points = series.flatMap((each) => Object.values(each.points));
  if (points.some(({ is }) => is === 'few'))
    return t(
      'Measured, and not shown: fewer than five pupils stand behind the figures, or they could be worked out from what you see already.',
    );
  if (points.some(({ is }) => is === 'waiting'))
    return t('Shown once every group that takes this measure has handed in its start and its end.');
  return t('Nothing has been measured yet.');
}

function changeInWords(series: SeriesReport, measure: MeasureReport): string {
  const { change, lasting, of } = series;
  const parts = [`${seriesName(series)}:`];
  if (!change)
    return [
      ...parts,
      series.keeps === 'group'
        ? t('one figure for each group, so no interval can be given.')
        : t('no change can be given.'),
    ].join(' ');
  parts.push(
    t('{n} pupils measured at the start and the end, {amount} at the end ({interval}).', {
      n: formatNumber(change.n),
      amount: amount(change, measure),
      interval: intervalWords(change),
    }),
  );
  if (change.low <= 0 && change.high >= 0) parts.push(t('No change at all lies within that interval.'));
  if (change.effectSize !== null && measure.kind !== 'rubric')
    parts.push(
      t('Effect size of the change {d}; it holds what pupils would have learnt in any case.', {
        d: formatNumber(change.effectSize, 2),
      }),
    );
  if (lasting) parts.push(lastingWords(lasting, measure));
  if (of !== null && of > change.n)
    parts.push(
      t('Of {of} pupils in these groups, {n} have both figures.', {
        of: formatNumber(of),
        n: formatNumber(change.n),
      }),
    );
  for (const { reason, count } of series.missing)
    parts.push(t('Missing at the end, “{reason}”: {n}.', { reason, n: formatNumber(count) }));
  return parts.join(' ');
}

const lastingWords = (lasting: Change, measure: MeasureReport): string =>
  t('Later, {n} of them were {amount} than at the start ({interval}).', {
    n: formatNumber(lasting.n),
    amount: amount(lasting, measure),
    interval: intervalWords(lasting),
  });

const differenceInWords = (measure: MeasureReport): Html | false => {
  const { difference } = measure;
  if (!difference) return false;
  const more = amount(difference, measure);
  return html`<p>
    ${t(
      'Compared with {m} pupils who did not take part, the change of the {n} who did was {amount} ({interval}).',
      {
        m: formatNumber(difference.comparedWith),
        n: formatNumber(difference.n),
        amount: more,
        interval: intervalWords(difference),
      },
    )}
    ${difference.low <= 0 && difference.high >= 0 && t('No difference at all lies within that interval.')}
    ${
      difference.effectSize !== null &&
      measure.kind !== 'rubric' &&
      html`<a href="/evidence/effect-translator?effect=${difference.effectSize.toFixed(2)}"
        >${t('Effect size {d}: what that may mean', { d: formatNumber(difference.effectSize, 2) })}</a
      >`
    }
  </p>`;
};
