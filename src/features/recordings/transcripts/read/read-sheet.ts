import { comparable } from '#platform/i18n/comparable.ts';
import { t } from '#platform/i18n/i18n.ts';
import { readList } from '#features/imports/index.ts';
import { msOf } from '../../recording.ts';
import { asTyped } from '../../formats/sheet-text.ts';
import type { LineProblem, ReadUtterance } from './read-transcript.ts';

/** What the first row may call the columns; in any order, others are passed over. */
const columns: Readonly<Record<string, string>> = {
  from: 'from',
  start: 'from',
  begin: 'from',
  at: 'from',
  time: 'from',
  starttime: 'from',
  to: 'to',
  until: 'to',
  end: 'to',
  endtime: 'to',
  speaker: 'speaker',
  who: 'speaker',
  name: 'speaker',
  text: 'text',
  words: 'text',
  said: 'text',
  utterance: 'text',
  transcript: 'text',
  tags: 'tags',
};
const columnName = (header: string): string => columns[comparable(header).replaceAll(' ', '')] ?? '';

/** Whether the first line names the columns of a sheet. */
export function looksLikeSheet(text: string): boolean {
  const head =
    text
      .trimStart()
      .replace(/^sep=.\n/i, '')
      .split('\n', 1)[0] ?? '';
  const found = new Set(head.split(/[,;\t]/).map((cell) => columnName(cell.replaceAll('"', ''))));
  return found.has('from') && found.has('text');
}

/**
 * A sheet saved as CSV: From, To, Speaker, Text and, where there are any, Tags ('set/tag', a space between two). Times
 * as 1:02.5 or in seconds. Without an end, an utterance lasts until the next row begins.
 */
export function readSheet(text: string): { utterances: ReadUtterance[]; problems: LineProblem[] } {
  const sheet = readList({ name: 'transcript.csv', bytes: Buffer.from(text) }, columnName, []);
  const problems: LineProblem[] = sheet.problems
    .filter(({ effect }) => effect !== 'noted')
    .map(({ line, value, message, advice }) => ({
      line: line ?? 1,
      said: value ?? '',
      why: `${message} ${advice}`,
    }));
  const utterances = sheet.rows.flatMap((row, index): ReadUtterance[] => {
    const cell = (column: string): string => asTyped(sheet.cell(row, column));
    const next = sheet.rows[index + 1];
    const until = cell('to') || (next ? sheet.cell(next, 'from') : '');
    const [fromMs, toMs] = [msOf(cell('from')), msOf(until)];
    if (fromMs === null || toMs === null) {
      const said = [cell('from'), cell('to'), cell('text')].filter(Boolean).join(' ');
      problems.push({ line: row.line, said, why: t('Write its times as 1:02.5, or in seconds.') });
      return [];
    }
    const tags = cell('tags')
      .split(/\s+/)
      .filter((tag) => /^[\w-]{1,60}\/[\w-]{1,60}$/.test(tag));
    return [{ line: row.line, fromMs, toMs, speaker: cell('speaker'), text: cell('text'), tags }];
  });
  return { utterances, problems };
}
