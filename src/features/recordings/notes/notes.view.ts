import { tn, t } from '#platform/i18n/i18n.ts';
import { attributes } from '#ui/attributes.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList, filters, pager } from '#ui/list.ts';
import { recordingHref } from '../recording.ts';
import { whatIsLocked } from './locked.ts';
import { noteItem } from './note-item.view.ts';
import { sortInWords } from './note.ts';
import { isNarrowed } from './narrow.ts';
import { notesAPage, type RecordingPage } from './recording-page.queries.ts';
import { tagTitles, titleIn } from './tags.ts';

interface Of {
  page: RecordingPage;
  me: string;
  pageNumber: number;
}

/** The notes of a recording: what is locked, how to narrow them, and one page of them. */
export function notesView({ page, me, pageNumber }: Of): Html {
  const { recording, notes, narrow, writers, total } = page;
  const titles = tagTitles(page.ownSets);
  const narrowed = isNarrowed(narrow);
  const all = writers.reduce((sum, writer) => sum + writer.notes, 0);
  return html`<h2 id="notes">${t('Notes')}</h2>
    ${whatIsLocked(page, me).map((sentence) => html`<p class="locked">${sentence}</p>`)}
    <div class="plain-notes">
      ${(all > 5 || narrowed) && narrowForm(page, titles)}
      ${countedList({
        says: narrowed ? t('{n} of {all} notes', { n: total, all }) : tn(total, '{n} note', '{n} notes'),
        items: notes.map((note) => noteItem(note, { recording, me, titles })),
        empty: narrowed
          ? empty({ says: t('No note fits that. Show everything to see them all again.') })
          : empty({
              says: page.may('note')
                ? t('Nothing is noted yet. Begin with what you see and hear, at any moment.')
                : t('There is no note that you can read.'),
            }),
      })}
      ${pager({
        page: pageNumber,
        pages: Math.ceil(total / notesAPage),
        path: recordingHref(recording),
        query: { ...narrow },
      })}
    </div>
    ${shareAll(page, me)}`;
}

/** Every tag that stands on a note, and whoever wrote one, can be chosen. */
function narrowForm(
  { recording, narrow, writers, figures }: RecordingPage,
  titles: ReadonlyMap<string, string>,
): Html {
  return filters(
    { action: recordingHref(recording), values: { ...narrow }, narrowed: isNarrowed(narrow) },
    (f) =>
      html`${f.search({ name: 'words', label: t('Words') })}
      ${
        writers.length > 1 &&
        f.select({
          name: 'person',
          label: t('Written by'),
          all: t('Everybody'),
          options: writers.map(({ personId, name }) => ({ value: personId, label: name })),
        })
      }
      ${
        figures.length > 0 &&
        f.select({
          name: 'tag',
          label: t('Tag'),
          all: t('All tags'),
          options: figures.map(({ tag }) => ({ value: tag, label: titleIn(titles, tag) })),
        })
      }
      ${f.select({
        name: 'sort',
        label: t('Sort of note'),
        all: t('Both'),
        options: (['describe', 'judge'] as const).map((sort) => ({ value: sort, label: sortInWords(sort) })),
      })}
      ${f.text({ name: 'from', label: t('From'), hint: t('As 3:07'), width: 'short' })}
      ${f.text({ name: 'until', label: t('Until'), hint: t('As 4:00'), width: 'short' })}`,
  );
}

/** One's own notes, all at once; the script shows which of the two fits. Offered when one is ready: before, that button shares them. */
function shareAll({ recording, writers, may }: RecordingPage, me: string): Value {
  const own = writers.find(({ personId }) => personId === me);
  if (!may('note') || recording.state === 'erased') return null;
  if (recording.readyAt === null && !recording.isExemplar) return null;
  const all = (which: 'share' | 'keep-back', button: string, fits: boolean): Html =>
    html`<div${attributes({ 'data-all': which, hidden: !fits })}>
      ${form({ action: recordingHref(recording, `notes/${which}`), button, quiet: true })}
    </div>`;
  return html`<div class="acts">
    ${all('share', t('Share all my notes'), (own?.kept ?? 0) > 0)}
    ${all('keep-back', t('Keep all my notes to myself again'), (own?.notes ?? 0) > (own?.kept ?? 0))}
  </div>`;
}
