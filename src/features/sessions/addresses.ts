import { programmeHref, stepHref, type Programme, type Step } from '#features/programmes/index.ts';

type Slug = Pick<Programme, 'slug'>;

/** What is below a step: its form addresses and its reflections. */
export const belowStep = (programme: Slug, step: Pick<Step, 'number'>, below: string): string =>
  `${stepHref(programme, step)}/${below}`;

export const exercisesHref = (programme: Slug): string => programmeHref(programme, 'exercises');
export const exerciseHref = (programme: Slug, exercise: { number: number }, below = ''): string =>
  programmeHref(programme, `exercises/${exercise.number}${below && `/${below}`}`);
export const attendanceHref = (programme: Slug): string => programmeHref(programme, 'attendance');
