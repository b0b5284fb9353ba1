export const coursesPath = '/courses';
export const newCoursePath = `${coursesPath}/new`;
export const bringInPath = `${coursesPath}/bring-in`;

type Part =
  | 'change'
  | 'people'
  | 'publish'
  | 'close'
  | 'reopen'
  | 'template'
  | 'not-template'
  | 'end'
  | 'restore'
  | 'copy'
  | 'sections'
  | 'files'
  | 'brought'
  | 'cartridge.imscc'
  | 'copy.zip'
  | 'progress';

export const courseHref = (id: string, part?: Part): string =>
  part === undefined ? `${coursesPath}/${id}` : `${coursesPath}/${id}/${part}`;

type MovePart = 'up' | 'down' | 'end' | 'restore';

export const sectionHref = (id: string, section: string, part?: MovePart | 'activities'): string =>
  `${coursesPath}/${id}/sections/${section}${part === undefined ? '' : `/${part}`}`;

export const activityHref = (
  id: string,
  activity: string,
  part?: MovePart | 'change' | 'progress' | 'posts' | 'answers' | 'answers.csv',
): string => `${coursesPath}/${id}/activities/${activity}${part === undefined ? '' : `/${part}`}`;

/** A file of the page of the bank that an activity shows. */
export const activityFileHref = (id: string, activity: string, file: string): string =>
  `${activityHref(id, activity)}/files/${file}`;

export const postHref = (id: string, activity: string, post: string, part: 'end' | 'restore'): string =>
  `${activityHref(id, activity, 'posts')}/${post}/${part}`;
