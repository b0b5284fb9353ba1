import type { StatementFilter } from '../frameworks/framework.ts';

/** A statement that plans can name: of the newest version of a curriculum in use. */
export interface PlannableStatement {
  id: string;
  code: string;
  words: string;
  /** What it stands under, nearest last. */
  under: string;
  framework: string;
  stages: string[];
  years: string[];
}

export const mostPlannable = 200;

/** What there is to choose from, and what was looked for. */
export interface PointChoice {
  statements: PlannableStatement[];
  more: boolean;
  subjects: string[];
  filter: StatementFilter;
  /** What it is for, before anybody looks for something else. */
  of: { subject: string; yearKey: string };
}
