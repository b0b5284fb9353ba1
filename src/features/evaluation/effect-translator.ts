/**
 * What an effect size may mean in months of learning, under assumptions that stand beside the result.
 * Source of the method and of the worked example: S3, "Teacher learning communities: evaluation by NIESR", on
 * Speckesser and others 2018. Pupils of fifteen gain about 0.3 standard deviations a year, lose at least a tenth of
 * it over the summer, and are examined five-sixths into the second year: 0.3 × 0.9 + 0.3 × 5/6 = 0.52, and
 * 0.13 / 0.52 = 25%.
 */
export interface Assumptions {
  /** The effect, in standard deviations. */
  effect: number;
  /** What pupils of this age gain in a year without the programme, in standard deviations. */
  yearly: number;
  /** How much of a year's gain is lost over each summer, in per cent. */
  summerLoss: number;
  /** School years from start to measurement, the last one begun included. */
  years: number;
  /** How much of the last year had passed, from 0 to 1. */
  lastYear: number;
  /** Months of teaching in a school year. */
  months: number;
}

interface Translation {
  /** What pupils gain in that time in any case, in standard deviations. */
  growth: number;
  /** How much faster they learnt: 0.25 is a quarter more. */
  faster: number;
  /** The same in months of teaching over the whole time. */
  monthsMore: number;
  /** Of 100 pupils without the programme, how many the average pupil with it stands before; 50 without effect. */
  percentile: number;
}

export const workedExample: Assumptions = {
  effect: 0.13,
  yearly: 0.3,
  summerLoss: 10,
  years: 2,
  lastYear: 0.8333,
  months: 10,
};

/** Throws RangeError when pupils would gain nothing in that time, as nothing can be compared with it. */
export function translateEffect(from: Assumptions): Translation {
  const kept = 1 - from.summerLoss / 100;
  const growth = from.yearly * kept * (from.years - 1) + from.yearly * from.lastYear;
  if (!(growth > 0)) throw new RangeError('Pupils gain something in the time between.');
  const faster = from.effect / growth;
  return {
    growth,
    faster,
    monthsMore: faster * (from.years - 1 + from.lastYear) * from.months,
    percentile: 100 * normalBelow(from.effect),
  };
}

/**
 * How much of a normal distribution lies below z, to about seven decimals
 * (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17).
 */
function normalBelow(z: number): number {
  if (z < 0) return 1 - normalBelow(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const terms = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = terms.reduceRight((rest, term) => (rest + term) * t, 0);
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
