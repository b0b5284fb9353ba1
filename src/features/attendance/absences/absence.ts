import { sql } from 'kysely';
import type { Part, SaidHow, Sort } from '../attendance.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { partInWords } from '../attendance.ts';

/** One thing that was said about one pupil, and how the school settled it. */
export interface Absence {
  id: string;
  pupilId: string;
  pupil: string;
  fromOn: string;
  untilOn: string;
  part: Part;
  sort: Sort;
  words: string;
  saidHow: SaidHow;
  /** As the office wrote it down; '' where the family said it itself. */
  saidBy: string;
  saidOn: string;
  writtenById: string;
  writtenBy: string;
  decision: 'agreed' | 'not-agreed' | null;
  codeId: string | null;
  code: string | null;
  answer: string;
  settledBy: string | null;
  settledAt: Date | null;
  takenBackAt: Date | null;
  version: number;
  createdAt: Date;
}

/** The columns of `Absence`, of a row under `a` with its pupil under `p` and writer under `w`. */
export const absenceColumns = (owner: string) => sql`a.id, a.pupil_id as "pupilId", p.name as pupil,
  a.from_on as "fromOn", a.until_on as "untilOn", a.part, a.sort, a.words, a.said_how as "saidHow", a.said_by as "saidBy",
  a.said_on as "saidOn", a.written_by as "writtenById", w.name as "writtenBy", a.decision, a.code_id as "codeId",
  (select c.symbol || ' ' || c.name from attendance_code c where c.owner_id = ${owner} and c.id = a.code_id) as code,
  a.answer, (select s.name from person s where s.id = a.settled_by) as "settledBy", a.settled_at as "settledAt",
  a.taken_back_at as "takenBackAt", a.version, a.created_at as "createdAt"`;

export const absenceMoments = { settledAt: 'moment', takenBackAt: 'moment', createdAt: 'moment' } as const;

/** On which days and for what part of them, in words. */
export const daysInWords = ({
  fromOn,
  untilOn,
  part,
}: Pick<Absence, 'fromOn' | 'untilOn' | 'part'>): string => {
  const days =
    fromOn === untilOn
      ? formatDate(fromOn, 'weekday')
      : t('{from} to {until}', {
          from: formatDate(fromOn, 'weekday'),
          until: formatDate(untilOn, 'weekday'),
        });
  return part === 'day' ? days : t('{days}, {part}', { days, part: partInWords(part).toLocaleLowerCase() });
};
