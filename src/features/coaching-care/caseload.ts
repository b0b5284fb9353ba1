import { formatDate, formatList, t } from '#platform/i18n/i18n.ts';
import { type Kind, kindInWords, partInWords, type Part } from '#features/coaching/index.ts';
import { carePath } from './care.ts';

export type PairingState = 'asked' | 'goes-on' | 'ended';
export type Waits = 'wish' | 'asked' | 'overdue';
export const waitsFor = ['wish', 'asked', 'overdue'] as const;

/** A pairing as whoever looks after it sees it: activity alone. */
export interface CasePairing {
  id: string;
  kind: Kind;
  state: PairingState;
  people: { personId: string; name: string; part: Part; answer: 'yes' | 'no' | null }[];
  askedAt: Date;
  startsOn: string | null;
  endedAt: Date | null;
  /** Days from one time to the next, as they mean it. */
  everyDays: number;
  times: number;
  protectedTimes: number;
  lastOn: string | null;
  nextOn: string | null;
  /** Everybody who supports in it has finished what this kind asks. */
  prepared: boolean;
  /** A quiet word that waits. */
  wishId: string | null;
  waits: Waits | null;
  /** Their rhythm asks for a time by now, and nothing is booked. */
  isDue: boolean;
  /** Since when. */
  since: string | null;
  total: number;
}

/** A time together, as activity. */
export interface CaseMeeting {
  id: string;
  kind: 'conversation' | 'planning' | 'lesson' | 'rehearsal' | 'review';
  on: string;
  startsAt: string | null;
  minutes: number;
  inSchoolDay: boolean;
  isProtected: boolean;
  coverMinutes: number;
  isHeld: boolean;
  isOff: boolean;
  ownLesson: boolean;
  practised: boolean;
}

/** That somebody had a quiet word; what it says stands on its own page. */
export interface CaseWish {
  id: string;
  saidAt: Date;
  by: string;
  isSettled: boolean;
}

/** How many pairings go on, and in how many something waits. */
export interface CaseCounts {
  goesOn: number;
  wishes: number;
  asked: number;
  overdue: number;
}

export const pairingHref = ({ id }: { id: string }, below = ''): string =>
  `${carePath}/pairings/${id}${below && `/${below}`}`;

/** 'Ann Puw (learner) and Tomos Bevan (mentor)' */
export const peopleInWords = ({ people }: Pick<CasePairing, 'people'>): string =>
  formatList(people.map(({ name, part }) => t('{name} ({part})', { name, part: partInWords(part) })));

export const titleOfPairing = (pairing: Pick<CasePairing, 'kind' | 'people'>): string =>
  t('{kind}: {names}', {
    kind: kindInWords(pairing.kind),
    names: formatList(pairing.people.map(({ name }) => name)),
  });

/** What waits in a pairing, with since when; '' where nothing does. */
export function waitsInWords({ waits, since }: Pick<CasePairing, 'waits' | 'since'>): string {
  const day = since === null ? '' : formatDate(since);
  switch (waits) {
    case 'wish':
      return t('A quiet word since {day}', { day });
    case 'asked':
      return t('Asked on {day}, not answered', { day });
    case 'overdue':
      return t('Nothing is booked, and no meeting noted since {day}', { day });
    case null:
      return '';
  }
}

export const waitsLabel = (waits: Waits): string =>
  ({
    wish: t('A quiet word'),
    asked: t('An unanswered question'),
    overdue: t('Nothing booked for a good while'),
  })[waits];

export const protectedInWords = ({
  times,
  protectedTimes,
}: Pick<CasePairing, 'times' | 'protectedTimes'>): string =>
  times === 0 ? '' : t('{n} of {all}', { n: protectedTimes, all: times });
