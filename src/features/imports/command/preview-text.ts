import { t } from '#platform/i18n/i18n.ts';
import type { FieldChange } from '../plan/index.ts';
import {
  addedInWords,
  effectWords,
  fieldWord,
  listWords,
  placesInWords,
  valueWords,
} from '../pages/run-words.ts';
import { parts, type PreviewRow, type PreviewSummary } from '../preview/preview.ts';

/** How many lines of a list the terminal shows; the page shows all. */
const most = 20;

/** A preview as text: the sums, then each list. `all` shows every line. */
export function previewText(summary: PreviewSummary, rows: readonly PreviewRow[], all = false): string {
  const out: string[] = [];
  out.push(`${t('Would come in')}: ${addedInWords(summary) || t('Nobody new')}`);
  if (summary.newOrganisations > 0)
    out.push(`${t('Schools that would be made')}: ${summary.newOrganisations}`);
  if (summary.joins + summary.leavings > 0)
    out.push(`${t('Places in classes and groups')}: ${placesInWords(summary)}`);
  out.push(`${t('As they are')}: ${summary.unchanged}`);
  if (summary.alreadyLeft > 0) out.push(`${t('Had left already')}: ${summary.alreadyLeft}`);
  if (summary.elsewhere > 0) out.push(`${t('Of other organisations')}: ${summary.elsewhere}`);
  for (const part of parts) {
    const lines = rows.filter((row) => row.part === part);
    if (lines.length === 0) continue;
    out.push('', `${listWords(part)} (${lines.length})`);
    for (const row of all ? lines : lines.slice(0, most)) out.push(`  ${inALine(row)}`);
    if (!all && lines.length > most) out.push(`  ${t('… and {n} more', { n: lines.length - most })}`);
  }
  for (const { message } of summary.needs) out.push('', message);
  if (summary.leftOut.length > 0)
    out.push('', `${t('Columns and files that are not read')}: ${summary.leftOut.join(', ')}`);
  if (summary.nothingToDo)
    out.push('', t('Everything in these files is here already. There is nothing to do.'));
  return `${out.join('\n')}\n`;
}

const changes = (fields: readonly FieldChange[] = []): string =>
  fields
    .map(
      ({ field, before, after }) =>
        `${fieldWord(field)}: ${valueWords(field, before)} → ${valueWords(field, after)}`,
    )
    .join('; ');

function inALine(row: PreviewRow): string {
  switch (row.part) {
    case 'duplicate':
      return `${row.body.incoming.name} (${row.body.file}, ${row.body.line}) = ${row.body.other.name}? ${row.body.because.join(', ')}`;
    case 'problem': {
      const { file, line, column, value, message, advice, effect } = row.body;
      const where = [file, line, column, value && JSON.stringify(value)].filter(Boolean).join(', ');
      return `${where}: ${message} ${advice} (${effectWords(effect)})`;
    }
    case 'back':
    case 'changed':
      return `${row.body.name}: ${changes(row.body.fields)}`;
    case 'role':
      return `${row.body.name}: ${valueWords('roles', row.body.roles)}`;
    case 'ended':
      return `${row.body.name}: ${valueWords('endsOn', row.body.on)}`;
    case 'added':
      return [
        row.body.name,
        row.body.jobTitle ?? row.body.yearLabel,
        row.body.emails[0],
        `${row.body.file}, ${row.body.line}`,
      ]
        .filter(Boolean)
        .join(' · ');
    case 'unit':
    case 'thing':
      return `${row.body.name}: ${row.body.change === 'changed' ? changes(row.body.fields) : row.body.change}`;
    case 'join':
      return `${row.body.unit}: +${row.body.staffIn + row.body.pupilsIn} −${row.body.staffOut + row.body.pupilsOut}`;
  }
}
