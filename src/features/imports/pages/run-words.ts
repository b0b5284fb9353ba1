import { formatDate, formatList, formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { roleTitle } from '#features/people/index.ts';
import type { PersonKind, ProblemEffect } from '../read/index.ts';
import type { FieldValue } from '../plan/index.ts';
import type { PreviewPart, PreviewSummary } from '../preview/preview.ts';
import type { Run, RunState } from '../run.queries.ts';

/** Where an import stands, in a word or two. */
const stateWords = (state: RunState): string =>
  ({
    reading: t('Being read'),
    asking: t('A question is open'),
    ready: t('To be looked at'),
    applying: t('Under way'),
    done: t('Done'),
    undoing: t('Being taken back'),
    undone: t('Taken back'),
    dropped: t('Dropped'),
    failed: t('Could not be read'),
  })[state];

/** The same of one import: a preview in which nothing would happen asks nobody to look at it. */
export const whereItStands = ({ state, summary }: Pick<Run, 'state' | 'summary'>): string =>
  state === 'ready' && (summary as PreviewSummary).nothingToDo ? t('Nothing to do') : stateWords(state);

const kindOfPeople = (kind: string, n: number): string =>
  ({
    staff: tn(n, '{n} member of staff', '{n} members of staff'),
    pupil: tn(n, '{n} pupil', '{n} pupils'),
    family: tn(n, '{n} parent or carer', '{n} parents and carers'),
    guest: tn(n, '{n} guest', '{n} guests'),
  })[kind] ?? String(n);

export const kindWord = (kind: string | null): string =>
  ({ staff: t('Staff'), pupil: t('Pupil'), family: t('Family'), guest: t('Guest') })[kind ?? ''] ?? '';

export const listWords = (part: PreviewPart): string =>
  ({
    duplicate: t('Perhaps the same'),
    problem: t('Rows to look at'),
    back: t('Left, and in the files'),
    role: t('Roles to give'),
    ended: t('Ended'),
    changed: t('Changed'),
    added: t('Added'),
    unit: t('Classes'),
    join: t('Classes with comings and goings'),
    thing: t('Schools and terms'),
  })[part];

export const fieldWord = (field: string): string =>
  ({
    kind: t('Kind'),
    givenName: t('Given name'),
    familyName: t('Family name'),
    preferredName: t('Called'),
    jobTitle: t('Post'),
    yearLabel: t('Year'),
    yearLabels: t('Years'),
    grades: t('Grades'),
    dateOfBirth: t('Date of birth'),
    upn: t('UPN'),
    admissionNumber: t('Admission number'),
    staffCode: t('Staff code'),
    payrollNumber: t('Payroll number'),
    startsOn: t('First day'),
    endsOn: t('Last day'),
    emails: t('E-mail'),
    roles: t('Roles'),
    organisations: t('Schools'),
    ended: t('Here'),
    name: t('Name'),
    subject: t('Subject'),
  })[field] ?? field;

const dates = new Set(['dateOfBirth', 'startsOn', 'endsOn']);

/** A value as it is read; "nothing" where there is none. */
export function valueWords(field: string, value: FieldValue | null): string {
  if (field === 'ended') return value === true ? t('has left') : t('is here');
  if (value === undefined || value === null || value === '') return t('nothing');
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  if (typeof value !== 'string') {
    if (value.length === 0) return t('nothing');
    return formatList(field === 'roles' ? value.map(roleTitle) : value);
  }
  if (field === 'kind') return kindWord(value) || value;
  return dates.has(field) ? formatDate(value, 'short') : value;
}

export const effectWords = (effect: ProblemEffect): string =>
  ({
    'nothing-read': t('Nothing of this file is read'),
    'row-left-out': t('The row is left out'),
    'value-left-out': t('The row is read without this'),
    noted: t('For you to know'),
  })[effect];

/** What an import does or did, in a line: "430 added, 2 changed"; nothing while a question about it is open. */
export function sumInWords({ state, summary }: Pick<Run, 'state' | 'summary'>): string {
  if (state === 'asking') return '';
  const { counts } = summary as PreviewSummary;
  if (!counts) return '';
  const sums = [
    counts.added ? t('{n} added', { n: formatNumber(counts.added) }) : '',
    counts.changed ? t('{n} changed', { n: formatNumber(counts.changed) }) : '',
    counts.ended ? t('{n} ended', { n: formatNumber(counts.ended) }) : '',
    counts.problem ? tn(counts.problem, '{n} row to look at', '{n} rows to look at') : '',
  ].filter(Boolean);
  return sums.length > 0 ? formatList(sums) : t('Nothing to do');
}

/**
 * Places are counted one for each person in each class, form or department; the list of them has one line a
 * class: "5 new and 1 ended, in 4 classes, forms or departments".
 */
export function placesInWords({ joins, leavings, counts }: PreviewSummary): string {
  const sums = [
    joins > 0 ? t('{n} new', { n: formatNumber(joins) }) : '',
    leavings > 0 ? t('{n} ended', { n: formatNumber(leavings) }) : '',
  ].filter(Boolean);
  return tn(
    counts.join ?? 0,
    '{sums}, in one class, form or department',
    '{sums}, in {n} classes, forms or departments',
    { sums: formatList(sums) },
  );
}

/** How many people come, by kind: "10 members of staff and 420 pupils". */
export const addedInWords = ({ added }: PreviewSummary): string =>
  formatList(
    (['staff', 'pupil', 'family', 'guest'] as const satisfies readonly PersonKind[])
      .filter((kind) => (added[kind] ?? 0) > 0)
      .map((kind) => kindOfPeople(kind, added[kind]!)),
  );
