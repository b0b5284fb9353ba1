import { comparable } from '#platform/i18n/comparable.ts';
import { t } from '#platform/i18n/i18n.ts';
import { readList } from '#features/imports/index.ts';
import { slug } from '#ui/attributes.ts';
import { yearKey } from '../year-key.ts';
import type { CurriculumFile, FrameworkDocument, LeftOut, ReadStatement } from './framework-document.ts';
import { putInOrder } from './put-in-order.ts';

/** What headings mean. */
const columns: Readonly<Record<string, string>> = {
  code: 'code',
  id: 'code',
  identifier: 'code',
  reference: 'code',
  statement: 'statement',
  text: 'statement',
  objective: 'statement',
  description: 'statement',
  outcome: 'statement',
  parent: 'parent',
  parentcode: 'parent',
  subject: 'subject',
  stage: 'stage',
  keystage: 'stage',
  phase: 'stage',
  year: 'years',
  years: 'years',
  yeargroup: 'years',
  grade: 'years',
  kind: 'kind',
  type: 'kind',
  note: 'note',
  notes: 'note',
  guidance: 'note',
};

const columnName = (header: string): string => columns[comparable(header).replaceAll(' ', '')] ?? '';

/** A curriculum as a table saved as CSV: a row a statement, under the row whose code stands in “Parent”. */
export function readTable(file: CurriculumFile): FrameworkDocument | { unreadable: string } {
  const list = readList(file, columnName, []);
  const fatal = list.problems.find(({ effect }) => effect === 'nothing-read');
  if (fatal) return { unreadable: `${fatal.message} ${fatal.advice}` };
  if (!list.has('statement'))
    return {
      unreadable: t(
        'The first row must name the columns: Code, Statement, Parent, Subject, Stage, Years, Note.',
      ),
    };
  const title =
    file.name
      .replace(/\.[^.]*$/, '')
      .replaceAll(/[_-]+/g, ' ')
      .trim() || t('A curriculum');
  const left: LeftOut[] = list.problems
    .filter(({ effect }) => effect === 'row-left-out')
    .map(({ message }) => ({ what: message, why: 'unknown-kind' }));
  const statements = list.rows.map((row): ReadStatement => {
    const cell = (column: string): string => list.cell(row, column).trim();
    return {
      // Without a code a statement is known by its words, so that a later version finds it again.
      address:
        cell('code') || comparable(cell('subject'), cell('statement')).slice(0, 300) || String(row.line),
      parent: cell('parent') || null,
      code: cell('code'),
      kind: cell('kind'),
      words: cell('statement'),
      note: cell('note'),
      subject: cell('subject'),
      stages: cell('stage') === '' ? [] : [cell('stage')],
      years: cell('years').split(/[;,/]/).map(yearKey).filter(Boolean),
    };
  });
  return {
    address: `list:${slug(title)}`,
    title,
    version: '',
    publisher: '',
    licence: '',
    source: '',
    format: 'list',
    statements: putInOrder(statements, left),
    left,
  };
}
