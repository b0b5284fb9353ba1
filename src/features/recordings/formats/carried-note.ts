import { t } from '#platform/i18n/i18n.ts';
import { tooLongBy } from '#platform/http/input.ts';
import { longestNote, mostTags, type NoteSort } from '../notes/note.ts';
import { plainText } from '../plain-text.ts';
import { clockOf, recordingHref } from '../recording.ts';

/** A note as it stands in a file. */
export interface CarriedNote {
  /** Where in the file, for whoever looks: 'items[3]', or a row. */
  where: string;
  /** The id it has there, if it is one that a note can have. */
  id: string | null;
  /** What tells it from all others in the file, so that it is the same note when it is sent again. */
  key: string;
  fromMs: number;
  toMs: number | null;
  sort: NoteSort;
  text: string;
  tags: string[];
  createdAt: Date | null;
  /** Who wrote it, as the file says; ''. */
  writer: string;
}

/** What could not be carried: a whole note, or a part of one. */
export interface LeftOut {
  where: string;
  why: string;
  whole: boolean;
}

export interface ReadNotes {
  format: 'Web Annotation' | 'CSV';
  notes: CarriedNote[];
  leftOut: LeftOut[];
}

/** What a reader of notes has to know of the recording they are about. */
export interface About {
  recordingId: string;
  durationMs: number | null;
  now: Date;
  /** The value of a tag, 'set/tag', by its value or its title; null where there is none. */
  tagOf(words: string): string | null;
}

export const mostCarried = 10_000;
/** The most a file may weigh, in bytes. */
export const largestNoteFile = 8 * 1_048_576;

/** The page of the recording where its notes are taken out and brought in. */
export const noteFilesHref = (recording: { id: string }, part = ''): string =>
  recordingHref(recording, `note-files${part && `/${part}`}`);

/** What a note says, and when. */
export type Words = Pick<CarriedNote, 'fromMs' | 'toMs' | 'text' | 'tags'>;

/** Why a note cannot stand on this recording; null where it can. */
export function whyNot({ fromMs, toMs, text, tags }: Words, { durationMs }: About): string | null {
  if (text === '' && tags.length === 0) return t('It has neither words nor a tag.');
  if (text.length > longestNote) return tooLongBy(longestNote, text);
  if (tags.length > mostTags) return t('It has more than {n} tags.', { n: mostTags });
  if (toMs !== null && toMs <= fromMs) return t('It ends before it begins.');
  const last = Math.max(fromMs, toMs ?? 0);
  if (durationMs !== null && last > durationMs)
    return t('It is at {time}, and this recording ends at {end}.', {
      time: clockOf(last),
      end: clockOf(durationMs),
    });
  return null;
}

/** The day and time a text names, if it is one that can have been; null otherwise. */
export function momentOf(text: unknown, now: Date): Date | null {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) || moment > now || moment.getUTCFullYear() < 1970 ? null : moment;
}

/** Text as a note keeps it. */
export const tidyText = (text: string): string => plainText(text).trim();

/** Why an answer is not brought in: under one's own name it would say what somebody else said. */
export const answerStays = (): string =>
  t('It is an answer to a note. Answers stay with whoever gave them, and are not brought in.');
