import { formatDate, t } from '#platform/i18n/i18n.ts';
import { addressOf } from '#ui/list.ts';

/** Why somebody is away; read by few. */
export const absenceKinds = ['ill', 'training', 'visit', 'leave', 'other'] as const;
export type AbsenceKind = (typeof absenceKinds)[number];

export const kindInWords: Readonly<Record<AbsenceKind, () => string>> = {
  ill: () => t('Ill'),
  training: () => t('Training'),
  visit: () => t('A trip or a visit'),
  leave: () => t('Leave'),
  other: () => t('Something else'),
};

/** Kinds of which colleagues may know, where the person lets them. */
export const kindsToShow: readonly AbsenceKind[] = ['training', 'visit'];

/** How a class is looked after. */
export const hows = ['colleague', 'supply', 'combined', 'not-needed'] as const;
export type How = (typeof hows)[number];

/** Days on which somebody is away; times as '10:00', null for whole days. */
export interface Away {
  fromOn: string;
  untilOn: string;
  fromTime: string | null;
  untilTime: string | null;
}

/** One class at one time whose teacher is away. It is known by these four; a lesson's id would go with an import. */
export interface Slot {
  personId: string;
  on: string;
  unitId: string;
  /** '09:00'. */
  startsAt: string;
}

export const slotKey = ({ personId, on, unitId, startsAt }: Slot): string =>
  `${on} ${startsAt} ${unitId} ${personId}`;

/** What was arranged for a slot. */
export interface Arranged {
  id: string;
  how: How;
  coveredBy: string | null;
  /** The name of whoever covers. */
  name: string | null;
  words: string;
  accepted: boolean;
}

/** A class without its teacher, as those see it who look at the day. */
export interface Gap extends Slot {
  absenceId: string;
  /** Whose class it is. */
  name: string;
  periodId: string | null;
  period: string;
  endsAt: string;
  unit: string;
  subject: string;
  room: string;
  /** Other teachers of the lesson. */
  others: string[];
  /** What the class is to do; '' where nothing is written. */
  work: string;
  arranged: Arranged | null;
}

export const coverPath = '/cover';
export const awayPath = '/cover/away';
export const absencesPath = '/cover/absences';
export const termPath = '/cover/term';
export const planPath = '/cover/plan';
export const dayHref = (day: string, today?: string): string =>
  addressOf(coverPath, { day: day === today ? undefined : day });
export const absenceHref = (id: string, rest?: string): string =>
  `${absencesPath}/${id}${rest === undefined ? '' : `/${rest}`}`;
/** Where one class is arranged by hand: the time without its colon. */
export const slotHref = (absenceId: string, { on, startsAt, unitId }: Omit<Slot, 'personId'>): string =>
  absenceHref(absenceId, `${on}/${startsAt.replace(':', '')}/${unitId}`);
export const askedHref = (id: string, rest?: string): string =>
  `/cover/asked/${id}${rest === undefined ? '' : `/${rest}`}`;
export const personHref = (id: string, rest?: string): string =>
  `/cover/people/${id}${rest === undefined ? '' : `/${rest}`}`;

/** "9B, Physics, Period 2", or what of it is known. */
export const lessonInWords = ({ unit, subject, period }: Pick<Gap, 'unit' | 'subject' | 'period'>): string =>
  [unit, subject, period].filter(Boolean).join(', ');

export const timesInWords = ({ startsAt, endsAt }: Pick<Gap, 'startsAt' | 'endsAt'>): string =>
  t('{from} to {until}', { from: startsAt, until: endsAt });

/** "Monday 23 November", "from Monday 23 to Friday 27 November", with the times of the first and last day. */
export function daysInWords({ fromOn, untilOn, fromTime, untilTime }: Away): string {
  const from = formatDate(fromOn, 'weekday');
  const until = formatDate(untilOn, 'weekday');
  const begins = fromTime === null ? from : t('{day}, {time}', { day: from, time: fromTime });
  if (fromOn !== untilOn || untilTime !== null)
    return t('{from} until {until}', {
      from: begins,
      until:
        untilTime === null
          ? until
          : fromOn === untilOn
            ? untilTime
            : t('{day}, {time}', { day: until, time: untilTime }),
    });
  return fromTime === null ? from : t('{from} on', { from: begins });
}

/** How a class is looked after, in words for everybody on the staff. */
export function arrangedInWords({ how, name, words }: Pick<Arranged, 'how' | 'name' | 'words'>): string {
  switch (how) {
    case 'colleague':
      return name ?? '';
    case 'supply':
      return words === '' ? t('Supply teacher') : t('Supply: {name}', { name: words });
    case 'combined': {
      const what =
        words === '' ? t('Combined with another class') : t('Combined with {what}', { what: words });
      return name === null ? what : t('{what}, taken by {name}', { what, name });
    }
    case 'not-needed':
      return words === '' ? t('No cover needed') : t('No cover needed: {words}', { words });
  }
}
