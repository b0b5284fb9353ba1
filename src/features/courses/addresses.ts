export const coursesPath = '/courses';
export const newCoursePath = `${coursesPath}/new`;
export const bringInPath = `${coursesPath}/bring-in`;
export const readyHref = (id: string): string => `${coursesPath}/ready/${id}`;

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
  | 'groups'
  | 'group-members'
  | 'deal'
  | 'head'
  | 'brought'
  | 'cartridge.imscc'
  | 'copy.zip'
  | 'progress';

export const courseHref = (id: string, part?: Part): string =>
  part === undefined ? `${coursesPath}/${id}` : `${coursesPath}/${id}/${part}`;

type MovePart = 'up' | 'down' | 'end' | 'restore';

export const sectionHref = (id: string, section: string, part?: MovePart | 'activities'): string =>
  `${coursesPath}/${id}/sections/${section}${part === undefined ? '' : `/${part}`}`;

export const groupHref = (id: string, group: string, part?: 'end' | 'restore'): string =>
  `${coursesPath}/${id}/groups/${group}${part === undefined ? '' : `/${part}`}`;

export const activityHref = (
  id: string,
  activity: string,
  part?: MovePart | 'change' | 'versions' | 'put-back' | 'progress' | 'posts' | 'answers' | 'answers.csv',
): string => `${coursesPath}/${id}/activities/${activity}${part === undefined ? '' : `/${part}`}`;

/** A file of the page of the bank that an activity shows. */
export const activityFileHref = (id: string, activity: string, file: string): string =>
  `${activityHref(id, activity)}/files/${file}`;

export const postHref = (id: string, activity: string, post: string, part: 'end' | 'restore'): string =>
  `${activityHref(id, activity, 'posts')}/${post}/${part}`;
