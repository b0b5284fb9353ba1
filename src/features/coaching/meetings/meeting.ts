import { formatDate, formatMinutes, t } from '#platform/i18n/i18n.ts';
import { clockAfter } from '#features/programmes/index.ts';
import { togetherHref } from '../together.ts';

export const meetingKinds = ['conversation', 'planning', 'lesson', 'rehearsal', 'review'] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** A time together: activity, and nothing of what was said. */
export interface Meeting {
  ownerId: string;
  id: string;
  pairingId: string;
  kind: MeetingKind;
  on: string;
  /** '15:45', or null where only the day is known. */
  startsAt: string | null;
  minutes: number;
  place: string;
  inSchoolDay: boolean;
  /** Time was given for it: a lesson covered, a period kept free. */
  isProtected: boolean;
  /** Minutes of lessons that somebody else takes meanwhile. */
  coverMinutes: number;
  bookedBy: string;
  changedAt: Date;
  heldAt: Date | null;
  heldMinutes: number | null;
  /** It was about the learner's own lesson or pupils; null until it was held. */
  ownLesson: boolean | null;
  practised: boolean | null;
  calledOffAt: Date | null;
  version: number;
}

export type MeetingState = 'booked' | 'held' | 'called-off';

export const stateOf = ({ heldAt, calledOffAt }: Pick<Meeting, 'heldAt' | 'calledOffAt'>): MeetingState =>
  heldAt ? 'held' : calledOffAt ? 'called-off' : 'booked';

/** Where a time together is found; `below` is the rest of the address. */
export const meetingHref = (together: { id: string }, { id }: { id: string }, below = ''): string =>
  togetherHref(together, `times/${id}${below && `/${below}`}`);

export const kindInWords = (kind: MeetingKind): string =>
  ({
    conversation: t('Conversation'),
    planning: t('Planning together'),
    lesson: t('A lesson watched'),
    rehearsal: t('Rehearsal'),
    review: t('Looking back'),
  })[kind];

export const kindOptions = (): { value: MeetingKind; label: string }[] =>
  meetingKinds.map((kind) => ({ value: kind, label: kindInWords(kind) }));

type When = Pick<Meeting, 'on' | 'startsAt' | 'minutes'>;

/** "Thursday 26 November, 15:45 to 16:30". */
export function whenInWords({ on, startsAt, minutes }: When): string {
  const day = formatDate(on, 'weekday');
  if (startsAt === null) return t('{day}, {long}', { day, long: formatMinutes(minutes) });
  const until = clockAfter(startsAt, minutes);
  return until === null
    ? t('{day}, {time}', { day, time: startsAt })
    : t('{day}, {from} to {until}', { day, from: startsAt, until });
}

/** How its time was made, in a few words. */
export function timeGiven({
  inSchoolDay,
  isProtected,
  coverMinutes,
}: Pick<Meeting, 'inSchoolDay' | 'isProtected' | 'coverMinutes'>): string {
  const where = inSchoolDay ? t('in the school day') : t('outside the school day');
  if (coverMinutes > 0)
    return t('{where}, protected, {long} of cover', { where, long: formatMinutes(coverMinutes) });
  return isProtected ? t('{where}, protected', { where }) : t('{where}, not protected', { where });
}
