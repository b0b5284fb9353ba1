import { formatDate, t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { attributes } from '#ui/attributes.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import type { Visit } from '#platform/http/context.ts';
import { newId } from '#platform/db/ids.ts';
import { player } from '../player.view.ts';
import { clockOf, isPlayable, recordingHref } from '../recording.ts';
import { startOf } from '../start-of.ts';
import { figuresView } from './figures.view.ts';
import { islandWords } from './island-words.ts';
import { noteFields } from './note-form.ts';
import { notesView } from './notes.view.ts';
import { partsBeforeSent } from './page-parts.ts';
import type { PartRows, RecordingPage } from './recording-page.queries.ts';
import { usedTags } from './tags.ts';

/** The player first, then notes on it, then what else belongs to the recording. Before it was sent, where it stands. */
export function recordingView(page: RecordingPage, visit: Visit): Html {
  const { recording } = page;
  const closed = recording.closed && page.mine && recording.state !== 'erased' && closedNotice(recording);
  const part = ({ part: { draw }, rows }: PartRows): Value => draw(rows, { ...page, visit });
  if (recording.state === 'described' && page.notes.length === 0) {
    const below = page.below.filter((each) => partsBeforeSent.includes(each.part));
    return html`${closed} ${page.above.map(part)} ${lesson(page)} ${below.map(part)}`;
  }
  return html`${closed} ${page.above.map(part)}
    <recording-notes${attributes({
      class: 'full',
      'data-from': recordingHref(recording, 'notes.json'),
      'data-notes': recordingHref(recording, 'notes'),
      'data-me': visit.who.personId,
      'data-duration': recording.durationMs,
      'data-may-note': page.may('note') && recording.state !== 'erased',
      'data-words': islandWords(),
    })}>
      <div class="watch">
        ${isPlayable(recording) && html`<div id="player">${player(recording, startOf(visit))}</div>`}
        <div class="note-tools"></div>
      </div>
      ${page.may('note') && recording.state !== 'erased' && !page.item.endedAt && noteForm(page, visit)}
      <div class="notes">${notesView({ page, me: visit.who.personId, pageNumber: visit.pageNumber })}</div>
    </recording-notes>
    ${figuresView(page)} ${page.below.map(part)} ${lesson(page)}`;
}

/** Before anything else: what the author has to decide before anybody sees it again. */
const closedNotice = (recording: RecordingPage['recording']): Html =>
  notice(
    'caution',
    html`${t('A consent was taken back, so it is closed to everybody else.')}
      <a href="${recordingHref(recording, 'consent')}">${t('Decide what becomes of it')}</a>`,
  );

const filmed = ({ mine, recording: { author, filmedOn } }: RecordingPage): string =>
  mine
    ? t('Recorded on {day}', { day: formatDate(filmedOn) })
    : t('Recorded by {name} on {day}', { name: author, day: formatDate(filmedOn) });

/** One clear way to make a note. The script fills in the moment and sends the same form. */
function noteForm(page: RecordingPage, visit: Visit): Html {
  const { recording, ownSets } = page;
  const action = recordingHref(recording, 'notes');
  const { values, errors } = visit.formAt(action);
  const { fromMs } = startOf(visit);
  const tags = usedTags(recording.tagSets, ownSets);
  return html`<section class="make-note" aria-labelledby="make-note">
    <h2 id="make-note">${t('Make a note')}</h2>
    ${form(
      {
        action,
        button: t('Note it'),
        values: { at: fromMs === undefined ? '' : clockOf(fromMs), sort: 'describe', ...values },
        errors,
        hidden: { id: newId(visit.now) },
      },
      (f) => noteFields(f, { tags, ownSets }),
    )}
    ${
      page.mine &&
      quietActions([
        {
          label: tags.length > 0 ? t('Change the tags offered here') : t('Choose tags to note with'),
          href: recordingHref(recording, 'tags'),
          icon: 'settings',
        },
      ])
    }
  </section>`;
}

/** When it was recorded, and what went on, for whoever opens it later. */
const lesson = (page: RecordingPage): Value =>
  html`<section aria-labelledby="lesson">
    <h2 id="lesson">${t('The lesson')}</h2>
    ${page.recording.lesson && html`<p class="as-written" dir="auto">${page.recording.lesson}</p>`}
    <p class="meta">${filmed(page)}</p>
  </section>`;
