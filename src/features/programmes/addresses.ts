import type { Programme, Step } from './programme.queries.ts';

/** Where a programme stands: /programmes/reading-together, and what is below it. */
export const programmeHref = (programme: Pick<Programme, 'slug'>, below = ''): string =>
  `/programmes/${programme.slug}${below && `/${below}`}`;

/** Where a group has its own pages, its first among them: /groups/fractions-year-4 */
export const groupHref = (programme: Pick<Programme, 'slug'>, below = ''): string =>
  `/groups/${programme.slug}${below && `/${below}`}`;

/** The first page of a programme or of a group. */
export const homeHref = (programme: Pick<Programme, 'slug' | 'sort'>): string =>
  programme.sort === 'group' ? groupHref(programme) : programmeHref(programme);

/** Where one takes part in a step: /programmes/reading-together/steps/3 */
export const stepHref = (programme: Pick<Programme, 'slug'>, step: Pick<Step, 'number'>): string =>
  programmeHref(programme, `steps/${step.number}`);

/** Where a step is changed by those who design the programme. */
export const stepDesignHref = (programme: Pick<Programme, 'slug'>, step: Pick<Step, 'number'>): string =>
  programmeHref(programme, `design/steps/${step.number}`);
