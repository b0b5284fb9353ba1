import { formatDate, t } from '#platform/i18n/i18n.ts';
import { attributes } from '#ui/attributes.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { player } from '../../player.view.ts';
import { clockOf, isPlayable, type Recording, recordingHref } from '../../recording.ts';
import { rowOf, rowValue, rubricHref } from '../exemplar.ts';
import { rowNext, rowWords } from '../row-words.view.ts';
import { besideWords } from './beside-words.ts';
import type { Beside, OwnNote } from './beside.queries.ts';

/** How far the second runs ahead of the first, in milliseconds, as it was lined up: from the address. */
export function apartOf(query: Readonly<Record<string, string | undefined>>): number {
  const found = /^-?\d{1,8}$/.exec(query['apart'] ?? '');
  return found ? Number(found[0]) : 0;
}

/** The two players, what to look for and the row's words between them, and one's own notes on each. */
export function besideView(beside: Beside, me: string, apart: number): Html {
  const { one, other } = beside;
  const films = [one, other];
  if (!films.every(isPlayable))
    return empty({ says: t('One of the two cannot be played now, so they cannot stand side by side.') });
  return html`<recordings-beside${attributes({
    class: 'full',
    'data-apart': apart,
    'data-words': JSON.stringify(besideWords()),
  })}>
      <div class="beside-films">
        ${films.map((recording, at) => film(recording, me, at))}
      </div>
      <div class="beside-tools">
        <p class="meta">
          ${t('Each plays by itself here, and the links below open a moment of one of them. What plays and moves both together needs JavaScript.')}
        </p>
      </div>
    </recordings-beside>
    ${words(beside)}
    <div class="beside-notes">${films.map((recording) => ownNotes(recording, beside.notes))}</div>`;
}

const film = (recording: Recording, me: string, at: number): Html =>
  html`<figure>
    <figcaption>
      <a href="${recordingHref(recording)}">${recording.title}</a>
      <span class="meta">${whose(recording, me)}</span>
    </figcaption>
    ${player(recording, { id: at === 0 ? 'first' : 'second' })}
  </figure>`;

function whose({ authorId, author, isExemplar, filmedOn }: Recording, me: string): string {
  if (isExemplar)
    return authorId === me ? t('Example, offered by you') : t('Example, offered by {name}', { name: author });
  return authorId === me
    ? t('Yours, {day}', { day: formatDate(filmedOn, 'short') })
    : t('{name}, {day}', { name: author, day: formatDate(filmedOn, 'short') });
}

/** What is said of the example, and the row of the rubric it goes with. */
function words({ exemplars }: Beside): Value {
  if (exemplars.length === 0) return null;
  const row = exemplars.map(({ rubric, rubricRow }) => rowOf(rowValue(rubric, rubricRow))).find(Boolean);
  return html`<section aria-labelledby="to-talk-with">
    <h2 id="to-talk-with">${t('What to look for')}</h2>
    ${exemplars.map(
      ({ lookFor, notShown }) =>
        html`<p class="as-written" dir="auto">${lookFor}</p>
          <p class="meta">
            ${t('What the example does not show:')} <span class="as-written" dir="auto">${notShown}</span>
          </p>`,
    )}
    ${
      row &&
      html`<h3><a href="${rubricHref(row.rubric.id, row.row.id)}">${t(row.row.title)}</a></h3>
        ${rowWords(row.row)} ${rowNext(row.row)}`
    }
  </section>`;
}

/** Each opens its moment on its own page; the page's script moves both there instead. */
function ownNotes(recording: Recording, notes: readonly OwnNote[]): Html {
  const mine = notes.filter(({ recordingId }) => recordingId === recording.id);
  return html`<section>
    <h2>${t('Your notes on “{title}”', { title: recording.title })}</h2>
    ${
      mine.length === 0
        ? html`<p class="empty">
            ${t('None yet.')}
            <a href="${recordingHref(recording)}">${t('Notes are made on its own page.')}</a>
          </p>`
        : html`<ul class="items dense">
            ${mine.map(
              ({ id, fromMs, toMs, text }) =>
                html`<li>
                  <a${attributes({ href: `${recordingHref(recording)}?t=${span(fromMs, toMs)}`, 'data-moment': fromMs, 'data-of': recording.id })}
                    >${clockOf(fromMs)}</a
                  >
                  <span class="as-written" dir="auto">${text || t('A mark without words')}</span>
                  <a class="meta" href="${recordingHref(recording, `notes/${id}`)}">${t('The note')}</a>
                </li> `,
            )}
          </ul>`
    }
  </section>`;
}

const span = (fromMs: number, toMs: number | null): string =>
  toMs === null ? `${fromMs / 1000}` : `${fromMs / 1000},${toMs / 1000}`;
