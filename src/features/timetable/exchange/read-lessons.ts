import { comparable } from '#platform/i18n/comparable.ts';
import { t } from '#platform/i18n/i18n.ts';
import { readList } from '#features/imports/index.ts';
import type { CycleWeek, Weekday } from '../timetable.ts';
import { readDay, readSlot, readWeek } from './slot.ts';

/** A row of a list, as far as it could be read by itself; what it means here is found later. */
export interface ListedLesson {
  line: number;
  day: Weekday;
  week: CycleWeek;
  period: string;
  className: string;
  subject: string;
  room: string;
  teachers: string[];
  support: string[];
}

/** A row that is wrong, and why; the class it is of where that is known. */
export interface WrongRow {
  line: number;
  className: string;
  why: string;
}

export interface ReadLessons {
  rows: ListedLesson[];
  wrong: WrongRow[];
  /** Why nothing of the file could be read; null where it could. */
  unreadable: string | null;
}

/** The most rows one list may have. */
export const mostRows = 6000;

/** The longest value that is read. */
const longest = 200;

/** What headings mean: our own first, then those that exports of school systems give. */
const columns: Readonly<Record<string, string>> = {
  day: 'day',
  dayname: 'day',
  weekday: 'day',
  dayofweek: 'day',
  week: 'week',
  timetableweek: 'week',
  cycleweek: 'week',
  period: 'period',
  periodname: 'period',
  slot: 'period',
  lesson: 'period',
  session: 'period',
  dayperiod: 'period',
  class: 'class',
  classname: 'class',
  classcode: 'class',
  teachinggroup: 'class',
  group: 'class',
  set: 'class',
  course: 'class',
  form: 'class',
  subject: 'subject',
  subjectname: 'subject',
  room: 'room',
  roomname: 'room',
  roomcode: 'room',
  location: 'room',
  site: 'room',
  teacher: 'teacher',
  teachers: 'teacher',
  teachername: 'teacher',
  teachercode: 'teacher',
  mainteacher: 'teacher',
  staff: 'teacher',
  staffcode: 'teacher',
  staffname: 'teacher',
  support: 'support',
  supportstaff: 'support',
  assistant: 'support',
  assistants: 'support',
  teachingassistant: 'support',
};

const columnName = (header: string): string => columns[comparable(header).replaceAll(' ', '')] ?? '';

/** Reads a list of lessons saved as CSV. Columns in any order; what is wrong is named with its row. */
export function readLessons(file: { name: string; bytes: Uint8Array }): ReadLessons {
  const list = readList(file, columnName, []);
  const result: ReadLessons = { rows: [], wrong: [], unreadable: null };
  const fatal = list.problems.find(({ effect }) => effect === 'nothing-read');
  if (fatal) return { ...result, unreadable: `${fatal.message} ${fatal.advice}` };
  if (!list.has('period') || !list.has('class'))
    return {
      ...result,
      unreadable: t(
        'The first row must name the columns: Day, Week, Period, Class, Subject, Room, Teacher, Support.',
      ),
    };
  if (list.rows.length > mostRows)
    return { ...result, unreadable: t('The list is too long: {n} rows at most.', { n: mostRows }) };
  for (const { line, effect, message, advice } of list.problems)
    if (line !== undefined && effect === 'row-left-out')
      result.wrong.push({ line, className: '', why: `${message} ${advice}` });
  const left = new Set(result.wrong.map(({ line }) => line));
  for (const row of list.rows) {
    if (left.has(row.line)) continue;
    const cell = (column: string): string => list.cell(row, column).slice(0, longest);
    const className = cell('class');
    const wrong = (why: string) => result.wrong.push({ line: row.line, className, why });
    const slot = readSlot(cell('period'));
    const day = cell('day') === '' ? slot.day : readDay(cell('day'));
    const week = cell('week') === '' ? (slot.week ?? 'both') : readWeek(cell('week'));
    if (className === '') wrong(t('It names no class.'));
    else if (day === null)
      wrong(
        cell('day') === ''
          ? t('It names no day.')
          : t('“{day}” is no day of the week.', { day: cell('day') }),
      );
    else if (week === null) wrong(t('“{week}” is neither week A nor week B.', { week: cell('week') }));
    else if (slot.period === '') wrong(t('It names no period.'));
    else
      result.rows.push({
        line: row.line,
        day,
        week,
        period: slot.period,
        className,
        subject: cell('subject').slice(0, 80),
        room: cell('room').slice(0, 40),
        teachers: names(cell('teacher')),
        support: names(cell('support')),
      });
  }
  return result;
}

const names = (text: string): string[] =>
  text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
