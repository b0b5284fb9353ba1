import { addressOf } from '#ui/list.ts';

export const resourcesPath = '/resources';
/** The bank, narrowed. */
export const bankHref = (query: Readonly<Record<string, string | undefined>>): string =>
  addressOf(resourcesPath, query);

export const newResourcePath = `${resourcesPath}/new`;
export const newPreviewPath = `${newResourcePath}/preview`;

type Part =
  | 'change'
  | 'share'
  | 'take-out'
  | 'end'
  | 'restore'
  | 'versions'
  | 'put-back'
  | 'adapt'
  | 'marks'
  | 'points'
  | 'steps'
  | 'mat'
  | 'files'
  | 'preview';

export const resourceHref = (id: string, part?: Part): string =>
  part === undefined ? `${resourcesPath}/${id}` : `${resourcesPath}/${id}/${part}`;

/** Puts one of a page's files into its text. */
export const shownFileHref = (id: string, file: string): string =>
  `${resourcesPath}/${id}/files/${file}/show`;

/** What colleagues say of a page whom its author asked to read it. */
export const readingsHref = (id: string): string => `${resourcesPath}/${id}/readings`;

export const readingHref = (
  id: string,
  reading: string,
  part?: 'reply' | 'unread' | 'take-back' | 'restore',
): string => (part ? `${readingsHref(id)}/${reading}/${part}` : `${readingsHref(id)}/${reading}`);
