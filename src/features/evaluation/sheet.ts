import { Refused } from '#platform/errors.ts';
import { formatNumber, t } from '#platform/i18n/i18n.ts';
import { type Measure, rangeOf } from './evaluation.ts';
import { type Missing, missingReasons, type StoredValue } from './group.ts';
import type { GroupWithFigures } from './group.queries.ts';
import type { Moment } from './moments.ts';

/** Whose figure stands in a row of the sheet: a pupil, or the whole group. */
export interface Subject {
  id: string;
  label: string;
  leftOn: string | null;
}

/** One place on the sheet. Nothing written and no reason given: it is still open. */
export interface SheetCell {
  measure: Measure;
  subject: Subject;
  value: number | null;
  missing: Missing | null;
  pupils: number | null;
}

export const figureField = (measure: Measure, subject: Subject): string =>
  `figure-${measure.number}-${subject.id}`;
export const missingField = (measure: Measure, subject: Subject): string =>
  `missing-${measure.number}-${subject.id}`;
export const pupilsField = (measure: Measure): string => `pupils-${measure.number}`;
export const columnField = (measure: Measure): string => `column-${measure.number}`;

export const subjectsOf = (group: GroupWithFigures): Subject[] =>
  group.keeps === 'group'
    ? [{ id: group.id, label: t('Whole group'), leftOn: null }]
    : group.pupils.map(({ id, code, leftOn }) => ({ id, label: code, leftOn }));

export const storedAt = (
  group: GroupWithFigures,
  measure: Measure,
  subject: Subject,
  moment: Moment,
): StoredValue | undefined =>
  group.values.find(
    (value) => value.measureId === measure.id && value.subjectId === subject.id && value.moment === moment,
  );

type Sent = Readonly<Record<string, unknown>>;
const textOf = (sent: Sent, name: string): string => {
  const value = sent[name];
  return typeof value === 'string' ? value.trim() : '';
};

/**
 * What a sheet says, cell by cell. A pasted column fills the rows in order and wins over what stands in them.
 * Throws `Refused` with a sentence beside each figure that could not be read.
 */
export function readSheet(sent: Sent, group: GroupWithFigures, measures: readonly Measure[]): SheetCell[] {
  const wrong: Record<string, string> = {};
  const subjects = subjectsOf(group);
  const cells = measures.flatMap((measure) => {
    const column = pasted(textOf(sent, columnField(measure)));
    if (column.length > subjects.length)
      wrong[columnField(measure)] = t(
        'There are {lines} lines and {rows} rows. Paste one line for each row.',
        {
          lines: column.length,
          rows: subjects.length,
        },
      );
    return subjects.map((subject, row): SheetCell => {
      const field = figureField(measure, subject);
      const written = column[row] || textOf(sent, field);
      const value = written === '' || written === '-' ? null : readFigure(written);
      const reason =
        missingReasons.find((each) => each === textOf(sent, missingField(measure, subject))) ?? null;
      const trouble = value === null ? null : troubleWith(value, measure);
      if (trouble) wrong[field] = t('{subject}: {trouble}', { subject: subject.label, trouble });
      const pupils = group.keeps === 'group' ? readFigure(textOf(sent, pupilsField(measure))) : null;
      if (
        group.keeps === 'group' &&
        value !== null &&
        !(Number.isInteger(pupils) && pupils! > 0 && pupils! < 1000)
      )
        wrong[pupilsField(measure)] = t('Say how many pupils stand behind the figure.');
      return {
        measure,
        subject,
        value,
        missing: value === null ? reason : null,
        pupils: value === null ? null : pupils,
      };
    });
  });
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  return cells;
}

/** Lines of a pasted column; an empty line leaves its row as it is. */
const pasted = (text: string): string[] =>
  text === ''
    ? []
    : text
        .replace(/\r\n?/g, '\n')
        .split('\n')
        .map((line) => line.trim());

/** A figure as people write it: 12, 12.5, 12,5. NaN when it is none. */
const readFigure = (text: string): number => (text === '' ? Number.NaN : Number(text.replace(',', '.')));

function troubleWith(value: number, measure: Measure): string | null {
  if (!Number.isFinite(value) || Math.abs(value) > 1_000_000) return t('We could not read this as a number.');
  if (measure.kind === 'rubric' && !Number.isInteger(value)) return t('Choose one of the levels.');
  const [low, high] = rangeOf(measure);
  if ((low !== null && value < low) || (high !== null && value > high))
    return low !== null && high !== null
      ? t('This lies outside {low} to {high}.', { low: formatNumber(low), high: formatNumber(high) })
      : low !== null
        ? t('This is less than {low}.', { low: formatNumber(low) })
        : t('This is more than {high}.', { high: formatNumber(high!) });
  return null;
}

/** The cells that have neither a figure nor a reason. */
export const openCells = (cells: readonly SheetCell[]): SheetCell[] =>
  cells.filter((cell) => cell.value === null && cell.missing === null);

/** Whether the sheet says something else than what is stored. */
export const differs = (cell: SheetCell, stored: StoredValue | undefined): boolean =>
  cell.value !== (stored?.value ?? null) ||
  cell.missing !== (stored?.missing ?? null) ||
  cell.pupils !== (stored?.pupils ?? null);

/** What is stored, as cells. */
export const storedCells = (
  group: GroupWithFigures,
  measures: readonly Measure[],
  moment: Moment,
): SheetCell[] =>
  measures.flatMap((measure) =>
    subjectsOf(group).map((subject) => {
      const stored = storedAt(group, measure, subject, moment);
      return {
        measure,
        subject,
        value: stored?.value ?? null,
        missing: stored?.missing ?? null,
        pupils: stored?.pupils ?? null,
      };
    }),
  );
