import { t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { sortInWords, timeInWords } from '../notes/note.ts';
import { type OwnTagSet, tagTitles } from '../notes/tags.ts';
import type { Recording } from '../recording.ts';
import { type LeftOut, noteFilesHref } from './carried-note.ts';
import type { PlannedNotes } from './plan-notes.ts';

interface Preview extends PlannedNotes {
  leftOut: readonly LeftOut[];
  recording: Recording;
  ownSets: readonly OwnTagSet[];
  /** What the confirming form sends along. */
  kept: Record<string, string>;
}

/** So many are shown; all of them come in. */
const mostShown = 100;

export function notesPreview({ fresh, there, leftOut, recording, ownSets, kept }: Preview): Html {
  const titles = tagTitles(ownSets);
  const lost = leftOut.filter(({ whole }) => whole).length;
  return html`<ul class="items dense">
      <li>${tn(fresh.length, '{n} note would come in', '{n} notes would come in')}</li>
      ${there > 0 && html`<li>${tn(there, '{n} is here already and stays as it is', '{n} are here already and stay as they are')}</li>`}
      ${lost > 0 && html`<li>${tn(lost, '{n} cannot come in, for the reason beside it', '{n} cannot come in, for the reason beside each')}</li>`}
    </ul>
    ${leftOut.length > 0 && leftOutTable(leftOut)}
    ${
      fresh.length === 0
        ? empty({
            says: t('There is nothing to bring in.'),
            todo: { label: t('Choose another file'), href: noteFilesHref(recording) },
          })
        : html`${table({
              caption:
                fresh.length > mostShown
                  ? t('What would come in; the first {n} of {all}', { n: mostShown, all: fresh.length })
                  : t('What would come in'),
              columns: [
                { label: t('Time') },
                { label: t('This is') },
                { label: t('Note'), wide: true },
                { label: t('Tags') },
              ],
              rows: fresh
                .slice(0, mostShown)
                .map((note) => [
                  timeInWords(note),
                  sortInWords(note.sort),
                  html`<span class="as-written" dir="auto">${note.text}</span>`,
                  note.tags.map((tag) => titles.get(tag) ?? tag).join(', '),
                ]),
              empty: '',
            })}
            <p>
              ${t('They become your own notes. Only you read them until you share them. What does not say that it describes is taken for what you make of it.')}
            </p>
            ${form({
              action: noteFilesHref(recording),
              button: tn(fresh.length, 'Bring {n} note in', 'Bring {n} notes in'),
              hidden: { ...kept, notes: fresh.length },
              cancel: noteFilesHref(recording),
            })}`
    }`;
}

const leftOutTable = (leftOut: readonly LeftOut[]): Html =>
  table({
    caption:
      leftOut.length > mostShown
        ? t('What cannot be carried; the first {n} of {all}', { n: mostShown, all: leftOut.length })
        : t('What cannot be carried'),
    columns: [{ label: t('Where') }, { label: t('What') }, { label: t('Why'), wide: true }],
    rows: leftOut
      .slice(0, mostShown)
      .map(({ where, why, whole }) => [where, whole ? t('The whole note') : t('A part of it'), why]),
    empty: '',
  });
