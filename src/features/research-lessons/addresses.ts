import { stepHref, type Programme, type Step } from '#features/programmes/index.ts';

/** Where a research lesson stands, and what is below it: /programmes/fractions/steps/3/lesson */
export const lessonHref = (
  programme: Pick<Programme, 'slug'>,
  step: Pick<Step, 'number'>,
  below = '',
): string => `${stepHref(programme, step)}/lesson${below && `/${below}`}`;

/** What a draft of a lesson's forms is kept under. */
export const lessonDraftKey = (
  programme: Pick<Programme, 'slug'>,
  step: Pick<Step, 'number'>,
  what: string,
): string => `research-lesson:${programme.slug}:${step.number}:${what}`;
