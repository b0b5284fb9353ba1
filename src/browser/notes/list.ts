import { flow } from '@lit-labs/virtualizer/layouts/flow.js';
import { virtualizerRef, type VirtualizerHostElement, virtualize } from '@lit-labs/virtualizer/virtualize.js';
import { html, nothing, render, type TemplateResult } from 'lit';
import { timeOf } from './clock.ts';
import { type NoteData, type TimedNote, titleOf } from './note-data.ts';
import type { NoteAct } from './unsent.ts';
import { counted, type Words } from './words.ts';

interface ListOf {
  data: NoteData;
  words: Words;
  me: string;
  /** Where the pages of notes are. */
  notes: string;
  mayNote: boolean;
  /** The note that is playing. */
  current: string | null;
}

interface Heard {
  play(note: TimedNote): void;
  act(note: TimedNote, part: NoteAct): void;
  again(): void;
}

/** The notes that fit, however many: only those in sight are drawn. */
export class NoteList {
  readonly #place: HTMLElement;
  readonly #heard: Heard;
  #shown: readonly TimedNote[] = [];

  constructor(place: HTMLElement, heard: Heard) {
    this.#place = place;
    this.#heard = heard;
    place.dataset['scrolls'] = '';
  }

  draw(shown: readonly TimedNote[], of: ListOf): void {
    this.#shown = shown;
    this.#place.hidden = shown.length === 0;
    render(
      html`${virtualize({
        items: shown as TimedNote[],
        keyFunction: ({ id }) => id,
        renderItem: (note) => this.#item(note, of),
        scroller: true,
        // Named, or it would be fetched only then.
        layout: flow(),
      })}`,
      this.#place,
    );
  }

  /** When what is drawn stands where it belongs; out of sight nothing is drawn, and two pictures later that is settled. */
  settled(): Promise<unknown> {
    const host = this.#place as unknown as VirtualizerHostElement;
    const twoPictures = new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return Promise.race([host[virtualizerRef]?.layoutComplete ?? twoPictures, twoPictures]);
  }

  /** Brings a note into sight within the list; the page itself stays where it is. */
  reveal(index: number): void {
    const note = this.#shown[index];
    if (!note) return;
    const drawn = this.#place.querySelector(`[data-note="${note.id}"]`);
    const host = this.#place as unknown as VirtualizerHostElement;
    if (!drawn) return void host[virtualizerRef]?.element(index)?.scrollIntoView({ block: 'center' });
    const [its, whole] = [drawn.getBoundingClientRect(), this.#place.getBoundingClientRect()];
    if (its.top >= whole.top && its.bottom <= whole.bottom) return;
    this.#place.scrollTop += its.top - whole.top - (whole.height - its.height) / 2;
  }

  #item(note: TimedNote, of: ListOf): TemplateResult {
    const { words, data, me, current } = of;
    const own = note.person === me;
    const who = own ? words['you'] : data.people.get(note.person);
    const sort = own ? words[note.judges ? 'make' : 'see'] : words[note.judges ? 'made' : 'seen'];
    return html`<article
      class="note ${note.judges ? 'judge' : 'describe'} ${note.id === current ? 'now' : ''}"
      role="listitem"
      data-note=${note.id}
    >
      <p class="note-head">
        <button type="button" class="note-time" @click=${() => this.#heard.play(note)}>
          ${timeOf(note)}
        </button>
        <span class="note-who"><bdi>${who}</bdi>: ${sort}</span>
        ${own ? html`<span class="note-state">${stateOf(note, of)}</span>` : nothing}
      </p>
      ${note.text === '' ? nothing : html`<p class="as-written" dir="auto">${note.text}</p>`}
      ${
        note.tags.length === 0
          ? nothing
          : html`<ul class="tags">
              ${note.tags.map((tag) => html`<li><span class="chip">${titleOf(data, tag)}</span></li>`)}
            </ul>`
      }
      <p class="note-foot">${this.#acts(note, own, of)}</p>
    </article>`;
  }

  #acts(note: TimedNote, own: boolean, { words, notes, mayNote }: ListOf): TemplateResult {
    const at = timeOf(note);
    const button = (label: string | undefined, then: () => void): TemplateResult =>
      html`<button type="button" class="plain" aria-label="${label ?? ''}: ${at}" @click=${then}>
        ${label}
      </button>`;
    if (note.state !== undefined)
      return html`${button(words['retry'], () => this.#heard.again())}
      ${button(words['takeAway'], () => this.#heard.act(note, 'withdraw'))}`;
    const thread =
      note.answers > 0 ? counted(note.answers, words['oneAnswer'], words['answers']) : words['answer'];
    const link = (label: string | undefined, part: string): TemplateResult =>
      html`<a href="${notes}/${note.id}${part}" aria-label="${label ?? ''}: ${at}">${label}</a>`;
    return html`${link(thread, '')}
    ${
      own && mayNote
        ? html`${link(words['change'], '/edit')}
          ${
            note.shared
              ? button(words['keepBack'], () => this.#heard.act(note, 'keep-back'))
              : button(words['share'], () => this.#heard.act(note, 'share'))
          }
          ${button(words['takeAway'], () => this.#heard.act(note, 'withdraw'))}`
        : nothing
    }`;
  }
}

function stateOf(note: TimedNote, { words, data }: ListOf): string {
  if (note.state === 'signed-out') return words['signedOut'] ?? '';
  if (note.state !== undefined) return words['waiting'] ?? '';
  if (!note.shared) return words['onlyYou'] ?? '';
  return (note.judges && !data.debrief ? words['locked'] : words['shared']) ?? '';
}
