import { msOf, tenths } from './clock.ts';
import type { Noted } from './unsent.ts';
import type { Words } from './words.ts';

/** A second press within so many milliseconds of the first is one and the same wish. */
const onePress = 1000;

interface Heard {
  /** The form was begun: the film may wait. */
  begun(): void;
  save(noted: Noted): void;
  /** What is to be mended before it is saved. */
  wrong(words: string): void;
  left(): void;
  /** Where the player is. */
  now(): number;
}

/** The page's own form, filled in with the moment and sent without leaving the page. */
export class NoteForm {
  readonly #form: HTMLFormElement;
  readonly #text: HTMLTextAreaElement;
  /** What came of it, beside the button; the page says the same aloud in its own line. */
  readonly #says = document.createElement('p');
  readonly #words: Words;
  readonly #heard: Heard;
  #savedAt = -Infinity;

  constructor(form: HTMLFormElement, words: Words, heard: Heard) {
    this.#form = form;
    this.#words = words;
    this.#text = form.querySelector('textarea')!;
    this.#heard = heard;
    form.querySelector('.buttons, button[type="submit"]')?.before(this.#says);
    // It is not sent as a form any more: what guards forms on their way would hold back the next note.
    form.method = 'get';
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#save();
    });
    addEventListener('beforeunload', (event) => {
      if (this.#text.value.trim() !== '') event.preventDefault();
    });
    form.addEventListener('keydown', (event) => this.#key(event));
    this.#text.addEventListener('focus', () => {
      this.#says.textContent = '';
      if (this.#field('at').value === '') this.#field('at').value = tenths(heard.now());
      heard.begun();
    });
  }

  /** Opens it at a moment, or on a stretch. */
  open(from: number, to: number | null): void {
    this.#field('at').value = tenths(from);
    this.#field('until').value = to === null ? '' : tenths(to);
    this.#text.focus();
  }

  #field(name: string): HTMLInputElement {
    return this.#form.querySelector(`input[name="${name}"]`)!;
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#empty();
      this.#heard.left();
    } else if (event.key === 'Enter' && !event.shiftKey && event.target === this.#text) {
      event.preventDefault();
      this.#save();
    }
  }

  #save(): void {
    const [at, until] = [this.#field('at'), this.#field('until')];
    const data = new FormData(this.#form);
    const [text, tags] = [this.#text.value.trim(), data.getAll('tags').map(String)];
    if (text === '' && tags.length === 0) {
      // The second press of two: what it would send has just gone.
      if (performance.now() - this.#savedAt < onePress) return;
      return this.#refuse(this.#text, 'empty');
    }
    const from = at.value.trim() === '' ? this.#heard.now() : msOf(at.value);
    if (from === null) return this.#refuse(at, 'howTime');
    const to = until.value.trim() === '' ? null : msOf(until.value);
    if (to === null && until.value.trim() !== '') return this.#refuse(until, 'howTime');
    if (to !== null && to <= from) return this.#refuse(until, 'wrongOrder');
    this.#savedAt = performance.now();
    this.#heard.save({ from, to, judges: data.get('sort') === 'judge', text, tags });
    this.#empty();
    this.#say('saved', 'meta');
    this.#heard.left();
  }

  #say(which: keyof Words, looks: 'meta' | 'error'): string {
    this.#says.className = looks;
    return (this.#says.textContent = this.#words[which] ?? '');
  }

  /** Says what is to be mended, beside the button that was pressed too, and goes to the field. */
  #refuse(field: HTMLElement, why: 'empty' | 'howTime' | 'wrongOrder'): void {
    this.#heard.wrong(this.#say(why, 'error'));
    field.focus();
  }

  #empty(): void {
    this.#says.textContent = '';
    this.#text.value = '';
    for (const name of ['at', 'until']) this.#field(name).value = '';
    for (const box of this.#form.querySelectorAll<HTMLInputElement>('input[name="tags"]'))
      box.checked = false;
    this.#form.querySelector<HTMLInputElement>('input[name="sort"][value="describe"]')!.checked = true;
    // What a growing field took for its words it gives back.
    this.#text.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
