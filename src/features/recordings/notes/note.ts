import { t } from '#platform/i18n/i18n.ts';
import { clockOf, recordingHref } from '../recording.ts';

/** 'describe': what happened; 'judge': what the writer makes of it, read by others only once the talk is open. */
export type NoteSort = 'describe' | 'judge';

/** A note on a moment or a stretch of a recording. Moments are milliseconds from its beginning. */
export interface Note {
  id: string;
  recordingId: string;
  personId: string;
  writer: string;
  fromMs: number;
  /** Null where it is about a moment. */
  toMs: number | null;
  sort: NoteSort;
  text: string;
  /** 'set/tag', as `usedTags` names them. */
  tags: string[];
  utteranceId: string | null;
  sharedAt: Date | null;
  version: number;
  createdAt: Date;
  changedAt: Date;
}

/** An answer to a note. */
export interface Reply {
  id: string;
  noteId: string;
  personId: string;
  writer: string;
  text: string;
  createdAt: Date;
}

/** In characters. */
export const longestNote = 4000;
export const longestReply = 4000;
/** As many tags as a note may carry. */
export const mostTags = 12;

export const noteHref = (note: { id: string; recordingId: string }, part = ''): string =>
  recordingHref({ id: note.recordingId }, `notes/${note.id}${part && `/${part}`}`);

/** Where a note plays from, on the page of its recording: seconds, as media fragments say them. */
export const playHref = (recordingId: string, { fromMs, toMs }: { fromMs: number; toMs?: number | null }) =>
  `${recordingHref({ id: recordingId })}?t=${fromMs / 1000}${toMs == null ? '' : `,${toMs / 1000}`}#player`;

/** '3:07', or '3:07–3:20' of a stretch. */
export const timeInWords = ({ fromMs, toMs }: { fromMs: number; toMs: number | null }): string =>
  toMs === null ? clockOf(fromMs) : `${clockOf(fromMs)}–${clockOf(toMs)}`;

export const sortInWords = (sort: NoteSort): string =>
  sort === 'describe' ? t('What I see') : t('What I make of it');

/** The same of somebody else's note. */
export const sortOfOther = (sort: NoteSort): string => (sort === 'describe' ? t('Seen') : t('Made of it'));
