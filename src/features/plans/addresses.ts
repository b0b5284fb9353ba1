import { addressOf, type Query } from '#ui/list.ts';

export const plansPath = '/plans';
export const newPlanPath = `${plansPath}/new`;
export const mapPath = `${plansPath}/map`;
export const coveragePath = `${plansPath}/coverage`;
export const togetherPath = `${plansPath}/together`;
export const waitingPath = `${plansPath}/waiting`;
export const templatesPath = `${plansPath}/templates`;
export const newTemplatePath = `${templatesPath}/new`;

type Part =
  | 'change'
  | 'teachers'
  | 'ready'
  | 'not-ready'
  | 'end'
  | 'restore'
  | 'copy'
  | 'points'
  | 'newer'
  | 'lessons'
  | 'files'
  | 'suggest'
  | 'ask'
  | 'versions';

export const planHref = (id: string, part?: Part, query: Query = {}): string =>
  addressOf(part === undefined ? `${plansPath}/${id}` : `${plansPath}/${id}/${part}`, query);

export const partHref = (id: string, key: string): string => `${plansPath}/${id}/parts/${key}`;

type LessonPart = 'change' | 'up' | 'down' | 'end' | 'restore' | 'points' | 'resources';

export const lessonHref = (id: string, lesson: string, part?: LessonPart): string =>
  `${plansPath}/${id}/lessons/${lesson}${part === undefined ? '' : `/${part}`}`;

export const resourceOfLessonHref = (
  id: string,
  lesson: string,
  resource: string,
  part: 'add' | 'remove',
): string => `${lessonHref(id, lesson, 'resources')}/${resource}/${part}`;

type SuggestionPart = 'answer' | 'open' | 'need' | 'take-back' | 'restore';

export const suggestionHref = (id: string, suggestion: string, part: SuggestionPart): string =>
  `${plansPath}/${id}/suggestions/${suggestion}/${part}`;

export const lookHref = (
  id: string,
  look: string,
  part: 'looked' | 'not-looked' | 'take-back' | 'restore',
): string => `${plansPath}/${id}/looks/${look}/${part}`;

export const pointHref = (statement: string): string => `${plansPath}/points/${statement}`;

export const templateHref = (id: string, part?: 'end' | 'restore'): string =>
  `${templatesPath}/${id}${part === undefined ? '' : `/${part}`}`;
