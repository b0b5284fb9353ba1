import { formatDate, formatList, t, tn } from '#platform/i18n/i18n.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import type { Column } from '#ui/table.ts';
import { roleTitle, yearWords } from '#features/people/index.ts';
import type { FieldChange } from '../plan/index.ts';
import type { JoinsBody } from '../preview/join-rows.ts';
import type { Bodies, PreviewPart, ThingBody } from '../preview/preview.ts';
import { effectWords, fieldWord, kindWord, valueWords } from './run-words.ts';

export interface Row<Part extends PreviewPart> {
  position: number;
  personKind: string | null;
  body: Bodies[Part];
}

interface Shown<Part extends PreviewPart> {
  columns: readonly Column[];
  cells(body: Bodies[Part], kind: string | null): readonly Value[];
}

const changes = (fields: readonly FieldChange[]): Html =>
  html`${fields.map(
    ({ field, before, after }) =>
      html`<div>
        ${fieldWord(field)}: <bdi>${valueWords(field, before)}</bdi> → <bdi>${valueWords(field, after)}</bdi>
      </div>`,
  )}`;

const place = (file: string, line?: number): string =>
  line === undefined ? file : t('{file}, line {line}', { file, line });

const changed = (): Shown<'changed'> & Shown<'back'> => ({
  columns: [{ label: t('Name') }, { label: t('Kind') }, { label: t('From → to') }],
  cells: ({ id, name, fields }, kind) => [
    html`<a href="/people/${id}"><bdi>${name}</bdi></a>`,
    kindWord(kind),
    changes(fields),
  ],
});

const happened = ({ change, fields, about }: Pick<ThingBody, 'change' | 'fields' | 'about'>): Value =>
  change === 'changed'
    ? changes(fields ?? [])
    : {
        added: about ? t('New: {about}', { about }) : t('New'),
        ended: t('Ends'),
        known: t('Is the one of this name in the files'),
      }[change];

const count = (n: number, one: string, many: string): string => (n > 0 ? tn(n, one, many) : '');

const comesAndGoes = (joins: JoinsBody): Value =>
  [
    formatJoined(t('In'), joins.staffIn, joins.pupilsIn),
    formatJoined(t('Out'), joins.staffOut, joins.pupilsOut),
    count(joins.changed, '{n} with other days', '{n} with other days'),
  ]
    .filter(Boolean)
    .join('; ');

function formatJoined(label: string, staff: number, pupils: number): string {
  const who = [count(staff, '{n} adult', '{n} adults'), count(pupils, '{n} pupil', '{n} pupils')].filter(
    Boolean,
  );
  return who.length > 0 ? t('{label}: {who}', { label, who: formatList(who) }) : '';
}

const shown = (): { [Part in Exclude<PreviewPart, 'duplicate'>]: Shown<Part> } => ({
  problem: {
    columns: [
      { label: t('Where') },
      { label: t('Column and value') },
      { label: t('What it says, and what to do'), wide: true },
      { label: t('What happens then') },
    ],
    cells: ({ file, line, column, value, message, advice, effect }) => [
      html`<bdi>${place(file, line)}</bdi>`,
      html`<span>${column}${column && value ? ': ' : ''}<bdi>${value}</bdi></span>`,
      html`${message} ${advice}`,
      effectWords(effect),
    ],
  },
  back: changed(),
  changed: changed(),
  role: {
    columns: [{ label: t('Name') }, { label: t('Roles that the files name') }],
    cells: ({ name, roles }) => [html`<bdi>${name}</bdi>`, formatList(roles.map(roleTitle))],
  },
  ended: {
    columns: [{ label: t('Name') }, { label: t('Kind') }, { label: t('Last day') }, { label: t('Why') }],
    cells: ({ id, name, on, reason }, kind) => [
      html`<a href="/people/${id}"><bdi>${name}</bdi></a>`,
      kindWord(kind),
      formatDate(on, 'short'),
      reason === 'absent' ? t('Missing from files that hold everyone') : t('The file says so'),
    ],
  },
  added: {
    columns: [{ label: t('Name') }, { label: t('Does here') }, { label: t('E-mail') }, { label: t('Where') }],
    cells: ({ name, kind, roles, jobTitle, yearLabel, emails, organisations, file, line }) => [
      html`<bdi>${name}</bdi>`,
      [
        kindWord(kind),
        jobTitle,
        yearLabel && yearWords(yearLabel),
        roles.length > 0 && formatList(roles.map(roleTitle)),
        organisations.join(', '),
      ]
        .filter(Boolean)
        .join('; '),
      emails.join(', '),
      html`<bdi>${place(file, line)}</bdi>`,
    ],
  },
  unit: {
    columns: [{ label: t('Class, form or department') }, { label: t('What happens') }],
    cells: (unit) => [
      html`<bdi>${unit.name}</bdi>`,
      happened({
        ...unit,
        about: [unit.years && yearWords(unit.years), unit.about].filter(Boolean).join('; '),
      }),
    ],
  },
  join: {
    columns: [{ label: t('Class, form or department') }, { label: t('Who comes and goes') }],
    cells: (joins) => [
      html`<bdi>${joins.unit}</bdi
        >${joins.school !== undefined && html`<br /><span class="meta">${joins.school}</span>`}`,
      comesAndGoes(joins),
    ],
  },
  thing: {
    columns: [{ label: t('Name') }, { label: t('What happens') }],
    cells: (thing) => [html`<bdi>${thing.name}</bdi>`, happened(thing)],
  },
});

/** The columns and cells of one list. */
export function columnsOf(
  part: Exclude<PreviewPart, 'duplicate'>,
  rows: readonly Row<PreviewPart>[],
): { columns: readonly Column[]; rows: (readonly Value[])[] } {
  const { columns, cells } = shown()[part] as Shown<PreviewPart>;
  return { columns, rows: rows.map(({ body, personKind }) => cells(body, personKind)) };
}
