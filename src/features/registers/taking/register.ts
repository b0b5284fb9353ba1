import { formatDate, t } from '#platform/i18n/i18n.ts';
import type { Session } from '../codes/code.ts';

/** A register, taken or not. Times as '08:50', null where nobody knows them. */
export interface RegisterHead {
  unitId: string;
  unit: string;
  slot: string;
  session: Session | null;
  periodName: string;
  startsAt: string | null;
  endsAt: string | null;
  subject: string;
  /** Null until it was saved for the first time. */
  id: string | null;
  version: number;
  takenAt: Date | null;
  takenBy: string | null;
}

/** A pupil who is on it, with what was marked and what is known beforehand. */
export interface RegisterPupil {
  pupilId: string;
  name: string;
  symbol: string | null;
  /** The code as it was when it was marked: its letter may stand for something else by now. */
  codeId: string | null;
  codeName: string | null;
  minutes: number | null;
  note: string;
  /** The kind of reason that a family or the school gave before; null for none. */
  known: string | null;
  knownSymbol: string | null;
  /** What was marked last on the same day in another register, where that was an absence; null otherwise. */
  earlier: string | null;
  earlierSymbol: string | null;
}

/** "Morning", "Period 3". */
export const slotInWords = ({ slot, periodName }: Pick<RegisterHead, 'slot' | 'periodName'>): string =>
  periodName !== ''
    ? periodName
    : slot === 'am'
      ? t('Morning')
      : slot === 'pm'
        ? t('Afternoon')
        : t('Lesson');

/** "Period 3, Maths, 11:20 to 12:20" */
export const whenInWords = (
  head: Pick<RegisterHead, 'slot' | 'periodName' | 'subject' | 'startsAt' | 'endsAt'>,
): string =>
  [
    slotInWords(head),
    head.subject,
    head.startsAt !== null &&
      head.endsAt !== null &&
      t('{from} to {until}', { from: head.startsAt, until: head.endsAt }),
  ]
    .filter(Boolean)
    .join(', ');

export const dayInWords = (on: string): string => formatDate(on, 'weekday');
