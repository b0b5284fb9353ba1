import { isId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Cell } from '#platform/http/sheet.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { t } from '#platform/i18n/i18n.ts';
import { readList } from '#features/imports/index.ts';
import type { Thread } from '../notes/note.queries.ts';
import type { NoteSort } from '../notes/note.ts';
import { msOf, preciseClockOf } from '../recording.ts';
import {
  type About,
  answerStays,
  type CarriedNote,
  type LeftOut,
  momentOf,
  type ReadNotes,
  tidyText,
  whyNot,
} from './carried-note.ts';
import { type At, collectNotes } from './collect-notes.ts';
import { asTyped } from './sheet-text.ts';

/** Of a row that holds an answer to the note above it. */
const answered = 'answer';

/** Notes as a sheet, in the shape that is read as well: each with the answers to it in the rows below. */
export const noteRows = (notes: readonly Thread[]): Cell[][] => [
  ['From', 'To', 'Sort', 'Text', 'Tags', 'Writer', 'Written', 'Id'],
  ...notes.flatMap(({ fromMs, toMs, sort, text, tags, replies, ...note }) => {
    const row = (
      sortInFile: string,
      words: string,
      inTags: string,
      { writer, createdAt, id }: { writer: string; createdAt: Date; id: string },
    ): Cell[] => [
      preciseClockOf(fromMs),
      toMs === null ? '' : preciseClockOf(toMs),
      sortInFile,
      words,
      inTags,
      writer,
      createdAt.toISOString(),
      id,
    ];
    return [
      row(sort, text, tags.join(' '), note),
      ...replies.map((reply) => row(answered, reply.text, '', reply)),
    ];
  }),
];

const columns: Readonly<Record<string, string>> = {
  from: 'from',
  at: 'from',
  start: 'from',
  time: 'from',
  to: 'to',
  until: 'to',
  end: 'to',
  sort: 'sort',
  text: 'text',
  note: 'text',
  words: 'text',
  tags: 'tags',
  writer: 'writer',
  written: 'written',
  id: 'id',
};

/** Reads a sheet of notes, saved as CSV: columns in any order, times as 3:07.5 or in seconds. Throws as the other does. */
export function readNotesSheet(text: string, about: About): ReadNotes {
  const name = (header: string): string => columns[comparable(header).replaceAll(' ', '')] ?? '';
  const sheet = readList({ name: 'notes.csv', bytes: Buffer.from(text) }, name, []);
  if (!sheet.has('from') || !(sheet.has('text') || sheet.has('tags')))
    throw new Refused({ file: t('The first row must name the columns: From, To, Sort, Text, Tags.') });
  const row = (line: number): string => t('row {n}', { n: line });
  const leftOut: LeftOut[] = sheet.problems
    .filter(({ effect }) => effect !== 'noted')
    .map(({ line, message, advice }) => ({
      where: row(line ?? 1),
      why: `${message} ${advice}`,
      whole: true,
    }));
  const notes = collectNotes(
    sheet.rows,
    ({ line }) => row(line),
    (each, at) => readRow((column) => asTyped(sheet.cell(each, column)), at),
    { about, leftOut },
  );
  return { format: 'CSV', notes, leftOut };
}

function readRow(
  cell: (column: string) => string,
  { where, about, keys, leftOut }: At,
): CarriedNote | string {
  if (comparable(cell('sort')) === answered) return answerStays();
  const fromMs = msOf(cell('from'));
  const toMs = cell('to') === '' ? null : msOf(cell('to'));
  if (fromMs === null || (toMs === null && cell('to') !== ''))
    return t('Write its times as 3:07.5, or in seconds.');
  const written = cell('tags').split(/\s+/).filter(Boolean);
  const tags = [...new Set(written.flatMap((each) => about.tagOf(each) ?? []))];
  const words = { fromMs, toMs, sort: sortOf(cell('sort')), text: tidyText(cell('text')), tags };
  const why = whyNot(words, about);
  if (why !== null) return why;
  for (const each of written.filter((tag) => about.tagOf(tag) === null))
    leftOut.push({
      where,
      why: t('There is no tag “{tag}” here; it was left out.', { tag: each.slice(0, 60) }),
      whole: false,
    });
  const id = cell('id').toLowerCase();
  return {
    where,
    id: isId(id) ? id : null,
    key: id === '' ? keys.of(words) : id.slice(0, 500),
    ...words,
    createdAt: momentOf(cell('written'), about.now),
    writer: cell('writer').slice(0, 120),
  };
}

/** What is not said to describe is taken for a judgement, which stays closed for longer. */
const sortOf = (text: string): NoteSort =>
  ['describe', 'describing', 'seen', 'what i see'].includes(comparable(text)) ? 'describe' : 'judge';
