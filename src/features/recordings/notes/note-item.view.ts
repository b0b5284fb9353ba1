import { t, tn } from '#platform/i18n/i18n.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { icon } from '#ui/icons.ts';
import { label } from '#ui/label.ts';
import type { Recording } from '../recording.ts';
import { type Note, noteHref, playHref, sortInWords, sortOfOther, timeInWords } from './note.ts';
import type { ListedNote } from './note.queries.ts';
import { titleIn } from './tags.ts';

interface ItemOf {
  recording: Pick<Recording, 'id' | 'debriefAt'>;
  me: string;
  titles: ReadonlyMap<string, string>;
}

/** One note in the list: its time plays from there. */
export function noteItem(note: ListedNote, of: ItemOf): Html {
  const { recording, me, titles } = of;
  const [time, words] = [timeInWords(note), linkWords(note, me)];
  const href = noteHref({ id: note.id, recordingId: recording.id });
  return html`<article class="note ${note.sort}">
    <p class="note-head">
      <a class="note-time" href="${playHref(recording.id, note)}">${time}</a>
      <span class="note-who">${whose(note, me)}</span> ${stateOf(note, of)}
    </p>
    ${noteWords(note, titles)}
    <p class="note-foot"><a href="${href}" aria-label="${words}: ${time}">${words}</a></p>
  </article>`;
}

/** What was written, and its tags. */
export const noteWords = (note: Pick<Note, 'text' | 'tags'>, titles: ReadonlyMap<string, string>): Html =>
  html`${note.text && html`<p class="as-written" dir="auto">${note.text}</p>`}${
    note.tags.length > 0 &&
    html`<ul class="tags">
      ${note.tags.map((tag) => html`<li>${label(titleIn(titles, tag))}</li>`)}
    </ul>`
  }`;

const whose = (note: Pick<Note, 'personId' | 'writer' | 'sort'>, me: string): Value =>
  note.personId === me
    ? t('You: {sort}', { sort: sortInWords(note.sort) })
    : html`<bdi>${note.writer}</bdi>: ${sortOfOther(note.sort)}`;

const linkWords = (note: Pick<ListedNote, 'replies' | 'personId'>, me: string): string => {
  if (note.replies > 0) return tn(note.replies, '{n} answer', '{n} answers');
  return note.personId === me ? t('Change or share') : t('Answer');
};

/** Who reads one's own note: words with a sign, never colour alone. */
export function stateOf(
  note: Pick<Note, 'personId' | 'sharedAt' | 'sort'>,
  { me, recording }: Pick<ItemOf, 'me' | 'recording'>,
): Value {
  if (note.personId !== me) return null;
  const state = (sign: 'private' | 'people' | 'clock', words: string): Html =>
    html`<span class="note-state">${icon(sign)} ${words}</span>`;
  if (note.sharedAt === null) return state('private', t('Only you'));
  if (note.sort === 'judge' && recording.debriefAt === null)
    return state('clock', t('Locked until the talk is opened'));
  return state('people', t('Shared'));
}
