import { formatNumber, t } from '#platform/i18n/i18n.ts';
import type { MeasureReport } from './report.ts';
import type { Change, Estimate } from './statistics/change.ts';
import { rounded } from './statistics/describe.ts';

type Measured = Pick<MeasureReport, 'kind' | 'unit'>;

const inTenths = (figure: number): string => formatNumber(rounded(figure, 1));
const unitOf = ({ kind, unit }: Measured): string => (kind === 'rubric' ? t('levels') : unit);
const sizeOf = (change: Estimate, measure: Measured): string =>
  [inTenths(Math.abs(change.mean)), unitOf(measure)].filter(Boolean).join(' ');

/** "on average 3 words higher" */
export function amount(change: Estimate, measure: Measured): string {
  const size = sizeOf(change, measure);
  if (Math.abs(change.mean) < 0.05) return t('on average the same');
  return change.mean > 0 ? t('on average {size} higher', { size }) : t('on average {size} lower', { size });
}

/** "95% interval 1.2 to 4.8" */
export const intervalWords = ({ low, high }: Pick<Estimate, 'low' | 'high'>): string =>
  t('95% interval {low} to {high}', { low: inTenths(low), high: inTenths(high) });

/** The same in one line, where it is said beside it what stands in brackets: "3 words higher (1.2 to 4.8), 11 pupils" */
export function shortChange(change: Change, measure: Measured): string {
  const pupils = {
    size: sizeOf(change, measure),
    low: inTenths(change.low),
    high: inTenths(change.high),
    n: formatNumber(change.n),
  };
  if (Math.abs(change.mean) < 0.05) return t('the same ({low} to {high}), {n} pupils', pupils);
  return change.mean > 0
    ? t('{size} higher ({low} to {high}), {n} pupils', pupils)
    : t('{size} lower ({low} to {high}), {n} pupils', pupils);
}
