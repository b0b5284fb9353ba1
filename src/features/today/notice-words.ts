import type { Feature } from '#platform/http/feature.ts';
import { formatDate, formatTime, t } from '#platform/i18n/i18n.ts';

/** What a notice of each kind says, in the reader's language. */
export type NoticeWords = Readonly<Record<string, () => string>>;

/** What the notices of all features say. None of it is anybody's writing, nor a title. */
export const noticeWords = (features: readonly Feature[]): NoticeWords =>
  Object.assign({}, ...features.map(({ notices }) => notices ?? {})) as NoticeWords;

export const noticeSays = (words: NoticeWords, kind: string): string =>
  words[kind]?.() ?? t('Something to look at');

/** A notice on a line of a letter: what waits and until when, or when it begins. */
export function noticeLine(
  words: NoticeWords,
  { kind, dueAt, beginsAt }: { kind: string; dueAt: Date | null; beginsAt: Date | null },
): string {
  const what = noticeSays(words, kind);
  if (beginsAt)
    return t('{what}, {day} at {time}', {
      what,
      day: formatDate(beginsAt, 'weekday'),
      time: formatTime(beginsAt),
    });
  return dueAt ? t('{what}, due {day}', { what, day: formatDate(dueAt, 'weekday') }) : what;
}

/**
 * Where a letter leads: to the notice, which leads its person on to the page it is about. The page's own address
 * may hold a title, and a letter is read by whoever stands beside.
 */
export const noticeHref = (id: string): string => `/today/waiting/${id}`;
