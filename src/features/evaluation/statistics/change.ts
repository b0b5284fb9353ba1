import { smallest } from '#platform/access/small-numbers.ts';
import { mean, standardDeviation } from './describe.ts';
import { criticalT } from './student-t.ts';

/** The same pupil before and after. */
export interface Pair {
  before: number;
  after: number;
}

/** A mean of several pupils, with the range in which the mean of many such pupils probably lies. */
export interface Estimate {
  n: number;
  mean: number;
  /** 95% confidence interval, in the unit of the measure. */
  low: number;
  high: number;
}

export interface Change extends Estimate {
  /** Standardised change: Cohen's d with the average of both standard deviations, corrected for few pupils. Null when all figures are alike. */
  effectSize: number | null;
}

/** How much more one group changed than the other. */
export interface Difference extends Estimate {
  comparedWith: number;
  effectSize: number | null;
}

/** Mean with 95% interval by Student's t. Null below five. */
export function estimate(values: readonly number[]): Estimate | null {
  if (values.length < smallest) return null;
  const margin = (criticalT(values.length - 1) * standardDeviation(values)) / Math.sqrt(values.length);
  const middle = mean(values);
  return { n: values.length, mean: middle, low: middle - margin, high: middle + margin };
}

/**
 * The mean change of pupils measured twice. Null below five pairs.
 * The effect size is d_av: mean change over the mean of the two standard deviations (Cumming 2012,
 * Understanding the New Statistics; Lakens 2013, Frontiers in Psychology 4:863), times Hedges' correction.
 */
export function pairedChange(pairs: readonly Pair[]): Change | null {
  const change = estimate(pairs.map(({ before, after }) => after - before));
  if (!change) return null;
  const spread =
    (standardDeviation(pairs.map((pair) => pair.before)) +
      standardDeviation(pairs.map((pair) => pair.after))) /
    2;
  return { ...change, effectSize: spread > 0 ? (change.mean / spread) * hedges(pairs.length - 1) : null };
}

/**
 * How much more the programme's pupils changed than the comparison group's, with Welch's interval
 * (unequal spread and numbers). Null when either has fewer than five.
 * The effect size is d_ppc2: over the pooled standard deviation before, with Hedges' correction
 * (Morris 2008, Organizational Research Methods 11:364).
 */
export function differenceOfChanges(
  programme: readonly Pair[],
  comparison: readonly Pair[],
): Difference | null {
  if (programme.length < smallest || comparison.length < smallest) return null;
  const changes = [programme, comparison].map((pairs) => pairs.map(({ before, after }) => after - before));
  const [first, second] = changes.map((values) => ({
    mean: mean(values),
    perPupil: standardDeviation(values) ** 2 / values.length,
    n: values.length,
  })) as [Part, Part];
  const difference = first.mean - second.mean;
  const error = Math.sqrt(first.perPupil + second.perPupil);
  const margin = error === 0 ? 0 : criticalT(welchFreedom(first, second)) * error;
  const spread = pooledBefore(programme, comparison);
  return {
    n: first.n,
    comparedWith: second.n,
    mean: difference,
    low: difference - margin,
    high: difference + margin,
    effectSize: spread > 0 ? (difference / spread) * hedges(first.n + second.n - 2) : null,
  };
}

interface Part {
  mean: number;
  perPupil: number;
  n: number;
}

/** Welch–Satterthwaite degrees of freedom. */
const welchFreedom = (a: Part, b: Part): number =>
  (a.perPupil + b.perPupil) ** 2 / (a.perPupil ** 2 / (a.n - 1) + b.perPupil ** 2 / (b.n - 1));

function pooledBefore(a: readonly Pair[], b: readonly Pair[]): number {
  const [first, second] = [a, b].map((pairs) => standardDeviation(pairs.map((pair) => pair.before)) ** 2);
  return Math.sqrt(((a.length - 1) * first! + (b.length - 1) * second!) / (a.length + b.length - 2));
}

/** Hedges' correction of a standardised difference that rests on few cases (Hedges 1981): 1 − 3 / (4·df − 1). */
const hedges = (degreesOfFreedom: number): number => 1 - 3 / (4 * degreesOfFreedom - 1);
