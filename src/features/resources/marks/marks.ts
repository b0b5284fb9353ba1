import { byIdOrNone, catalogue } from '#features/evidence/index.ts';
import { t } from '#platform/i18n/i18n.ts';

/** The sorts of marks by which a page is found. */
export type MarkSort = 'knowledge' | 'needs';

/** Marks of a sort as a form offers them. */
export const markOptions = (sort: MarkSort) =>
  catalogue().resourceMarks[sort].map(({ id, title, plain }) => ({
    value: id,
    label: t(title),
    hint: t(plain),
  }));

/** What a mark is called; one that the catalogue has no more is its id. */
export function markTitle(sort: MarkSort, id: string): string {
  const found = byIdOrNone(catalogue().resourceMarks[sort], id);
  return found ? t(found.title) : id;
}

export const isMark = (sort: MarkSort, id: string): boolean =>
  catalogue().resourceMarks[sort].some((mark) => mark.id === id);
