import { comparable } from '#platform/i18n/comparable.ts';
import { t } from '#platform/i18n/i18n.ts';
import { readList, type ReadProblem } from '#features/imports/index.ts';
import { type Answer, answers, type How, howInWords, hows } from '../consent.ts';
import { consentPurposes } from '../purposes.ts';

/** A row of a list, as far as it could be read by itself; which pupil it is of is found later. */
export interface ListedAnswer {
  line: number;
  number: string;
  name: string;
  className: string;
  purpose: string;
  answer: Answer;
  givenBy: string;
  how: How;
  givenOn: string;
  until: string | null;
}

/** A row that is left out, and why. */
export interface LeftOut {
  line: number;
  who: string;
  why: string;
}

export interface ReadAnswers {
  rows: ListedAnswer[];
  leftOut: LeftOut[];
  /** Rows that say nothing: no answer yet, or one that is no longer given. */
  silent: number;
  /** Why nothing of the file could be read; null where it could. */
  unreadable: string | null;
}

/** The most rows one list may have. */
export const mostRows = 6000;

const columns: Readonly<Record<string, string>> = {
  pupilnumber: 'number',
  number: 'number',
  upn: 'number',
  admissionnumber: 'number',
  admissionno: 'number',
  name: 'name',
  pupil: 'name',
  pupilname: 'name',
  fullname: 'name',
  forename: 'forename',
  firstname: 'forename',
  givenname: 'forename',
  surname: 'surname',
  lastname: 'surname',
  familyname: 'surname',
  class: 'class',
  form: 'class',
  purpose: 'purpose',
  consent: 'purpose',
  answer: 'answer',
  givenby: 'by',
  saidby: 'by',
  how: 'how',
  on: 'on',
  givenon: 'on',
  date: 'on',
  until: 'until',
};

const columnName = (header: string): string => columns[comparable(header).replaceAll(' ', '')] ?? '';

const yes = new Set(['given', 'yes', 'y', 'true', '1']);
const no = new Set(['refused', 'no', 'n', 'false', '0']);
/** What our own sheet says of an answer that does not stand: there is nothing to write down. */
const nothing = new Set(['', 'none', 'no answer', 'no answer yet', 'ran out', 'lapsed', 'taken back']);

/** Reads a list of answers saved as CSV. Columns in any order; what cannot be read is named with its row. */
export function readAnswers(file: { name: string; bytes: Uint8Array }): ReadAnswers {
  const list = readList(file, columnName, ['on', 'until']);
  const result: ReadAnswers = { rows: [], leftOut: [], silent: 0, unreadable: null };
  const fatal = list.problems.find(({ effect }) => effect === 'nothing-read');
  const missing = ['purpose', 'answer'].filter((column) => !list.has(column));
  if (fatal) return { ...result, unreadable: `${fatal.message} ${fatal.advice}` };
  if (missing.length > 0 || !(list.has('number') || list.has('name') || list.has('surname')))
    return {
      ...result,
      unreadable: t('The first row must name the columns: Pupil number or Name, Purpose, Answer.'),
    };
  if (list.rows.length > mostRows)
    return { ...result, unreadable: t('The list is too long: {n} rows at most.', { n: mostRows }) };
  const badRows = new Map<number, ReadProblem>();
  for (const problem of list.problems)
    if (problem.line !== undefined && problem.effect !== 'noted') badRows.set(problem.line, problem);
  for (const row of list.rows) {
    const cell = (column: string): string => list.cell(row, column);
    const name = cell('name') || `${cell('forename')} ${cell('surname')}`.trim();
    const who = name || cell('number');
    const leaveOut = (why: string) => result.leftOut.push({ line: row.line, who, why });
    const said = comparable(cell('answer'));
    const problem = badRows.get(row.line);
    badRows.delete(row.line);
    if (nothing.has(said)) {
      result.silent++;
      continue;
    }
    const purpose = purposeOf(cell('purpose'));
    const answer = yes.has(said) ? answers[0] : no.has(said) ? answers[1] : null;
    const givenOn = list.date(row, 'on');
    if (problem) leaveOut(`${problem.message} ${problem.advice}`);
    else if (who === '') leaveOut(t('It names no pupil.'));
    else if (purpose === null)
      leaveOut(t('“{purpose}” is none of the purposes.', { purpose: cell('purpose') }));
    else if (answer === null)
      leaveOut(t('“{answer}” is neither given nor refused.', { answer: cell('answer') }));
    else if (cell('by') === '') leaveOut(t('It does not say who gave it (column Given by).'));
    else if (givenOn === null) leaveOut(t('It does not say on which day (column On).'));
    else
      result.rows.push({
        line: row.line,
        number: cell('number'),
        name,
        className: cell('class'),
        purpose,
        answer,
        givenBy: cell('by').slice(0, 120),
        how: howOf(cell('how')),
        givenOn,
        until: answer === 'given' ? list.date(row, 'until') : null,
      });
  }
  for (const [line, { message, advice }] of badRows)
    result.leftOut.push({ line, who: '', why: `${message} ${advice}` });
  result.leftOut.sort((a, b) => a.line - b.line);
  return result;
}

function purposeOf(text: string): string | null {
  const wanted = comparable(text);
  return (
    consentPurposes().find(({ id, title, short }) =>
      [id, title, t(title), short, t(short)].some((each) => comparable(each) === wanted),
    )?.id ?? null
  );
}

/** As people and our own sheet write it; a list that does not say was made from paper. */
const howOf = (text: string): How =>
  hows.find(
    (how) => comparable(how) === comparable(text) || comparable(howInWords(how)) === comparable(text),
  ) ?? 'paper';
