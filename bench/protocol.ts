/** What the bench asks of the server it measures, and what comes back. */
export type Question = { ask: 'port' | 'cpu' | 'queries' | 'memory' } | { ask: 'sign-in'; name: string };
export type Answer = { value: number | string } | { error: string };

export const constantPath = '/bench/constant';

/** The seeded school's day: a Wednesday in term. It stands still, so that every run measures the same pages. */
export const measuredDay = new Date('2026-11-18T16:30:00Z');
