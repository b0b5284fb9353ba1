import { msOf, tenths } from './clock.ts';
import type { Noted } from './unsent.ts';

interface Heard {
  /** The form was begun: the film may wait. */
  begun(): void;
  /** Answers what is wrong with it, or nothing when it was taken. */
  save(noted: Noted): string | undefined;
  left(): void;
  /** Where the player is. */
  now(): number;
}

/** The page's own form, filled in with the moment and sent without leaving the page. */
export class NoteForm {
  readonly #form: HTMLFormElement;
  readonly #text: HTMLTextAreaElement;
  readonly #heard: Heard;

  constructor(form: HTMLFormElement, heard: Heard) {
    this.#form = form;
    this.#text = form.querySelector('textarea')!;
    this.#heard = heard;
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
    const at = this.#field('at');
    const from = msOf(at.value) ?? this.#heard.now();
    const to = this.#field('until').value.trim() === '' ? null : msOf(this.#field('until').value);
    const data = new FormData(this.#form);
    const wrong = this.#heard.save({
      from,
      to: to !== null && to > from ? to : null,
      judges: data.get('sort') === 'judge',
      text: this.#text.value.trim(),
      tags: data.getAll('tags').map(String),
    });
    if (wrong !== undefined) return this.#text.focus();
    this.#empty();
    this.#heard.left();
  }

  #empty(): void {
    this.#text.value = '';
    for (const name of ['at', 'until']) this.#field(name).value = '';
    for (const box of this.#form.querySelectorAll<HTMLInputElement>('input[name="tags"]'))
      box.checked = false;
    this.#form.querySelector<HTMLInputElement>('input[name="sort"][value="describe"]')!.checked = true;
    // What a growing field took for its words it gives back.
    this.#text.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
