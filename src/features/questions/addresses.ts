import { programmeHref, type Programme } from '#features/programmes/index.ts';

export const questionsHref = (programme: Pick<Programme, 'slug'>): string =>
  programmeHref(programme, 'questions');
export const questionHref = (programme: Pick<Programme, 'slug'>, id: string, below = ''): string =>
  `${questionsHref(programme)}/${id}${below && `/${below}`}`;
