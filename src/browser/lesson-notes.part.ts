import { keepTyping, newNoteId, queue, type QueuedNote, queued, takeBack, typedAt } from './note-queue.ts';
import { type NoteState, type NoteStateDetail, noteStateEvent, sendQueued } from './note-sender.ts';

/**
 * The observer's form of a research lesson. A note is kept on this device before it is sent, stands in the list at
 * once, and says of itself whether it has arrived.
 */
class LessonNotes extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const text = form?.querySelector('textarea');
    const action = form?.getAttribute('action');
    if (!form || !text || !action) return;
    for (const words of this.querySelectorAll<HTMLElement>('.with-script')) words.hidden = false;
    for (const words of this.querySelectorAll<HTMLElement>('.without-script')) words.hidden = true;
    if (text.value === '') text.value = typedAt(action);
    // On a phone the choices stand in rows that move sideways: what is chosen for the next note is seen.
    for (const chosen of form.querySelectorAll('.choices :checked'))
      chosen.closest('.choice')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    for (const note of queued())
      if (note.action === action && !note.takenBack && !this.#lineOf(note.id)) this.#show(note);
    text.addEventListener('input', () => keepTyping(action, text.value));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      // Others would take it for a form that is on its way, and hold back the next note.
      event.stopPropagation();
      this.#note(form, text, action);
    });
    this.addEventListener('submit', (event) => this.#mayTakeBack(event));
    document.addEventListener(noteStateEvent, (event) => {
      const { id, state } = (event as CustomEvent<NoteStateDetail>).detail;
      this.#stands(id, state);
    });
  }

  #note(form: HTMLFormElement, text: HTMLTextAreaElement, action: string): void {
    if (text.value.trim() === '') {
      this.#say(this.dataset['nothing']);
      return text.focus();
    }
    const fields = Object.fromEntries(
      [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
    );
    const at = Date.now();
    const about = [...form.querySelectorAll<HTMLInputElement>('input:checked')]
      .filter(({ value }) => value !== this.dataset['noMoment'])
      .map((chosen) => chosen.closest('label')?.textContent.trim() ?? '')
      .concat(new Date(at).toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' }))
      .join(', ');
    const note = { id: newNoteId(), at, action, fields, about, leaving: this.dataset['leaving'] ?? '' };
    const kept = queue(note);
    this.#show(note);
    if (!kept) this.#waits(note.id, this.dataset['unkept']);
    this.#say('');
    text.value = '';
    keepTyping(action, '');
    text.focus();
    void sendQueued();
  }

  /** Puts a note that waits at the head of the list. */
  #show({ id, fields, about }: QueuedNote): void {
    const template = this.querySelector('template');
    const line = template?.content.querySelector('li')?.cloneNode(true) as HTMLLIElement | undefined;
    const idToCome = template?.dataset['id'];
    if (!line || idToCome === undefined) return;
    line.dataset['note'] = id;
    line.querySelector('.as-written')!.textContent = fields['text']!.trim();
    line.querySelector('.meta')!.textContent = about;
    const withdraw = line.querySelector('form')!;
    withdraw.setAttribute('action', withdraw.getAttribute('action')!.replace(idToCome, id));
    withdraw.hidden = true;
    line.querySelector('[data-forget]')!.addEventListener('click', () => {
      takeBack(id);
      line.remove();
      this.#count();
      void sendQueued();
    });
    this.querySelector('.own-notes ul')!.prepend(line);
    this.#waits(id, this.dataset['waiting']);
    this.#count();
  }

  #stands(id: string, state: NoteState): void {
    const line = this.#lineOf(id);
    const signIn = this.querySelector<HTMLElement>('.sign-in-again');
    if (signIn) signIn.hidden = state !== 'signed-out';
    if (!line?.querySelector('.note-waits')) return;
    this.#waits(id, this.dataset[state === 'signed-out' ? 'signedOut' : state]);
    if (state !== 'sent') return;
    line.classList.add('arrived');
    line.querySelector('[data-forget]')!.closest('p')!.remove();
    line.querySelector('form')!.hidden = false;
  }

  /** Taking back what has arrived needs a line; without one the page would be gone. */
  #mayTakeBack(event: Event): void {
    if (navigator.onLine) return;
    event.preventDefault();
    event.stopPropagation();
    this.#say(this.dataset['noLine']);
  }

  #lineOf = (id: string): Element | null => this.querySelector(`[data-note="${id}"]`);

  #waits(id: string, words: string | undefined): void {
    const state = this.#lineOf(id)?.querySelector('.note-waits');
    if (state) state.textContent = words ?? '';
  }

  #say(words: string | undefined): void {
    this.querySelector('.note-state')!.textContent = words ?? '';
  }

  #count(): void {
    const notes = this.querySelectorAll('.own-notes li').length;
    const count = this.querySelector<HTMLElement>('.own-notes .count')!;
    count.hidden = notes === 0;
    count.textContent =
      notes === 1 ? this.dataset['one']! : this.dataset['many']!.replace('{n}', String(notes));
    this.querySelector<HTMLElement>('.own-notes .none')!.hidden = notes > 0;
  }
}

customElements.define('lesson-notes', LessonNotes);
