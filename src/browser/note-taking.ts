import { canKeep } from './device-store.ts';
import { queued, type QueuedNote, takeBack } from './note-queue.ts';
import {
  type NoteState,
  type NoteStateDetail,
  noteStateEvent,
  queueAndSend,
  sendQueued,
} from './note-sender.ts';
import { showWhatIsKept } from './shared-device.ts';

/**
 * What pages have in common on which one writes where the line is bad (src/ui/waiting-notes.ts): a note is queued
 * before it is sent, stands in the list at once, and says of itself whether it has arrived.
 */
export abstract class NoteTaking extends HTMLElement {
  /** Takes hold of the forms with which one notes. */
  protected abstract begin(): void;

  /** Whether a note that waits belongs to this page. */
  protected abstract isOurs(note: QueuedNote): boolean;

  /** After the list has changed, or it is known that a note has arrived. */
  protected listChanged(): void {
    const notes = this.querySelectorAll('.own-notes li').length;
    const count = this.querySelector<HTMLElement>('.own-notes .count')!;
    count.hidden = notes === 0;
    count.textContent =
      notes === 1 ? this.dataset['one']! : this.dataset['many']!.replace('{n}', String(notes));
    this.querySelector<HTMLElement>('.own-notes .none')!.hidden = notes > 0;
  }

  connectedCallback(): void {
    showWhatIsKept(this, () => this.keepingChanged());
    this.begin();
    void this.#showWaiting();
    this.addEventListener('submit', (event) => this.#mayTakeBack(event));
    document.addEventListener(noteStateEvent, this.#hears);
  }

  disconnectedCallback(): void {
    document.removeEventListener(noteStateEvent, this.#hears);
  }

  /** Whether this device keeps anything was changed. */
  protected keepingChanged(): void {
    for (const line of this.querySelectorAll<HTMLElement>('.own-notes li:not(.arrived)[data-waits]'))
      this.#waits(line.dataset['note']!, this.dataset[canKeep() ? 'offline' : 'unkept']);
  }

  async #showWaiting(): Promise<void> {
    for (const note of await queued())
      if (this.isOurs(note) && !note.takenBack && !this.#lineOf(note.id)) {
        this.#show(note);
        this.#waits(note.id, this.dataset[canKeep() ? 'waiting' : 'unkept']);
      }
    void sendQueued();
  }

  /** Queues a note, shows it, and sends it as soon as there is a line. */
  protected async note(note: Omit<QueuedNote, 'leaving'>): Promise<void> {
    const whole = { ...note, leaving: this.dataset['leaving'] ?? '' };
    this.#show(whole);
    this.say('');
    const kept = await queueAndSend(whole);
    this.#waits(note.id, this.dataset[kept ? 'waiting' : 'unkept']);
  }

  protected timeInWords = (at: number): string =>
    new Date(at).toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' });

  /** Puts a note that waits at the head of the list. */
  #show({ id, fields, says, about, key }: QueuedNote): void {
    const template = this.querySelector('template');
    const line = template?.content.querySelector('li')?.cloneNode(true) as HTMLLIElement | undefined;
    const idToCome = template?.dataset['id'];
    if (!line || idToCome === undefined) return;
    line.dataset['note'] = id;
    line.dataset['waits'] = '';
    if (key !== undefined) line.dataset['key'] = key;
    line.querySelector('.as-written')!.textContent = says ?? fields['text']!.trim();
    line.querySelector('.meta')!.textContent = about;
    const withdraw = line.querySelector('form')!;
    withdraw.setAttribute('action', withdraw.getAttribute('action')!.replace(idToCome, id));
    withdraw.hidden = true;
    line.querySelector('[data-forget]')!.addEventListener('click', () => {
      // It goes from the list once the device knows: a page that is closed now has not forgotten it.
      void takeBack(id).then(() => {
        line.remove();
        this.listChanged();
        return sendQueued();
      });
    });
    this.querySelector('.own-notes ul')!.prepend(line);
    this.listChanged();
  }

  #hears = (event: Event): void => {
    const { id, state } = (event as CustomEvent<NoteStateDetail>).detail;
    this.#stands(id, state);
  };

  #stands(id: string, state: NoteState): void {
    const line = this.#lineOf(id);
    const signIn = this.querySelector<HTMLElement>('.sign-in-again');
    if (signIn) signIn.hidden = state !== 'signed-out';
    if (!line?.querySelector('.note-waits')) return;
    const unsent = state === 'offline' && !canKeep() ? 'unkept' : state;
    this.#waits(id, this.dataset[unsent === 'signed-out' ? 'signedOut' : unsent]);
    if (state !== 'sent') return;
    line.classList.add('arrived');
    delete line.dataset['waits'];
    line.querySelector('[data-forget]')!.closest('p')!.remove();
    line.querySelector('form')!.hidden = false;
    this.listChanged();
  }

  /** Taking back what has arrived needs a line; without one the page would be gone. */
  #mayTakeBack(event: Event): void {
    if (navigator.onLine) return;
    event.preventDefault();
    event.stopPropagation();
    this.say(this.dataset['noLine']);
  }

  #lineOf = (id: string): HTMLElement | null => this.querySelector(`[data-note="${id}"]`);

  #waits(id: string, words: string | undefined): void {
    const state = this.#lineOf(id)?.querySelector('.note-waits');
    if (state) state.textContent = words ?? '';
  }

  protected say(words: string | undefined): void {
    this.querySelector('.note-state')!.textContent = words ?? '';
  }
}
