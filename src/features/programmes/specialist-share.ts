import { daysBetween } from '#platform/calendar/dates.ts';
import type { DesignStep } from './design.ts';

/**
 * How much of the first and of the last third of the time a specialist leads, from 0 to 1, by minutes.
 * Thirds are of the days from the first step to the last; a third in which nothing happens has no share.
 */
export function specialistShares(steps: readonly Pick<DesignStep, 'on_date' | 'minutes' | 'lead'>[]): {
  first: number | null;
  last: number | null;
} {
  const [first, last] = [steps[0]?.on_date, steps.at(-1)?.on_date];
  if (first === undefined || last === undefined) return { first: null, last: null };
  const whole = daysBetween(first, last) + 1;
  const third = (on: string) => Math.min(Math.floor((daysBetween(first, on) * 3) / whole), 2);
  const share = (wanted: number): number | null => {
    const inside = steps.filter((step) => third(step.on_date) === wanted);
    const all = inside.reduce((sum, step) => sum + step.minutes, 0);
    const led = inside.reduce((sum, step) => sum + (step.lead === 'specialist' ? step.minutes : 0), 0);
    return all === 0 ? null : led / all;
  };
  return { first: share(0), last: share(2) };
}
