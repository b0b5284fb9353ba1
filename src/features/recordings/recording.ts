import { t } from '#platform/i18n/i18n.ts';

/**
 *   described   nothing has arrived yet
 *   arrived     it lies in the vault as it was sent
 *   making      it is being made ready to be played everywhere
 *   ready       it was made ready
 *   as-sent     it is played as it was sent: there is nothing here to make another of it
 *   unreadable  what arrived is no film and no sound; `trouble` says more
 *   erased      its media are gone for good
 */
export type RecordingState =
  | 'described'
  | 'arrived'
  | 'making'
  | 'ready'
  | 'as-sent'
  | 'unreadable'
  | 'erased';

/** What was done to a film on the device, before it was sent. */
export interface Prepared {
  trimmed?: boolean;
  blurred?: boolean;
  muted?: boolean;
  rotated?: boolean;
  soundOnly?: boolean;
}

export type MediumPart = 'sent' | 'playable' | 'poster';

export interface Medium {
  /** Of the sealed file in the vault. */
  id: string;
  part: MediumPart;
  mediaType: string;
  bytes: number;
  sha256: string;
}

export interface Recording {
  ownerId: string;
  id: string;
  authorId: string;
  author: string;
  title: string;
  /** What went on in the lesson. */
  lesson: string;
  /** Who else may be seen or heard, in words. */
  others: string;
  filmedOn: string;
  kind: 'video' | 'audio' | null;
  unitId: string | null;
  unit: string | null;
  /** The pairing, partnership, group or programme it is worked on in. */
  circleId: string | null;
  circle: string | null;
  circleKind: string | null;
  stepId: string | null;
  consentPurpose: string;
  blurNeeded: boolean;
  prepared: Prepared;
  state: RecordingState;
  trouble: string | null;
  durationMs: number | null;
  width: number | null;
  height: number | null;
  keepUntil: string;
  notesAfter: 'go' | 'stay';
  tagSets: string[];
  clipForm: string | null;
  /** The language of its captions, as BCP 47 names it, where it has a transcript. */
  captions: string | null;
  watchedAt: Date | null;
  debriefAt: Date | null;
  copiedFrom: string | null;
  isExemplar: boolean;
  /** Somebody's consent was taken back, so it is closed to all but its author. */
  closed: boolean;
  version: number;
  createdAt: Date;
  changedAt: Date;
  arrivedAt: Date | null;
  erasedAt: Date | null;
  erasedWhy: string | null;
  endedAt: Date | null;
  media: Medium[];
  /** From when the reader's own notes may stand beside the others'. */
  readyAt: Date | null;
}

/** `recordingHref(recording, 'share')` is the page of that name. */
export const recordingHref = ({ id }: { id: string }, part = ''): string =>
  `/recordings/${id}${part && `/${part}`}`;

/** Whether it can be played now. */
export const isPlayable = ({ state }: Pick<Recording, 'state'>): boolean =>
  ['arrived', 'making', 'ready', 'as-sent'].includes(state);

/** What is played: what was made for it, or what was sent. */
export const playedOf = ({ media }: Pick<Recording, 'media'>): Medium | undefined =>
  media.find(({ part }) => part === 'playable') ?? media.find(({ part }) => part === 'sent');

/** A moment of a recording as people say it: '3:07', '1:03:07'. */
export function clockOf(ms: number): string {
  const whole = Math.floor(ms / 1000);
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** The same to the thousandth where it is not whole: '3:07.5'. */
export const preciseClockOf = (ms: number): string =>
  ms % 1000 === 0
    ? clockOf(ms)
    : `${clockOf(ms)}.${String(ms % 1000)
        .padStart(3, '0')
        .replace(/0+$/, '')}`;

/** Milliseconds of '3:07', '3:07.5', '1:03:07' or '187'; null where it is none of these. */
export function msOf(clock: string): number | null {
  const parts = /^(?:(?:(\d{1,2}):)?(\d{1,2}):)?(\d{1,5}(?:[.,]\d{1,3})?)$/.exec(clock.trim());
  if (!parts) return null;
  const [hours, minutes, seconds] = [parts[1], parts[2], parts[3]!.replace(',', '.')].map((part) =>
    Number(part ?? 0),
  ) as [number, number, number];
  if (parts[2] !== undefined && seconds >= 60) return null;
  if (parts[1] !== undefined && minutes >= 60) return null;
  return Math.round((hours * 3600 + minutes * 60 + seconds) * 1000);
}

export const stateInWords = (state: RecordingState): string =>
  ({
    described: t('Nothing sent yet'),
    arrived: t('Arrived'),
    making: t('Being made ready'),
    ready: t('Ready'),
    'as-sent': t('Ready'),
    unreadable: t('Could not be read'),
    erased: t('Erased'),
  })[state];
