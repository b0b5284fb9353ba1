import { comparable } from '#platform/i18n/comparable.ts';

/** A person's names. One of the first two may be '': not everybody has a family name. */
export interface Names {
  givenName: string;
  familyName: string;
  /** What they are called, when that is not the two together. */
  calledName?: string | undefined;
}

/** The name as it stands on pages. */
export const wholeName = ({ givenName, familyName, calledName }: Names): string =>
  calledName || [givenName, familyName].filter(Boolean).join(' ');

/**
 * By what people are sorted and found: family name, given name, and whatever else they are called.
 * A name of signs alone is sorted by itself.
 */
export function sortName(names: Names): string {
  const key = comparable(names.familyName, names.givenName);
  const known = new Set(key.split(' '));
  const more = comparable(names.calledName ?? '')
    .split(' ')
    .filter((word) => !known.has(word));
  return [key, ...more].join(' ').trim() || wholeName(names).toLowerCase();
}
