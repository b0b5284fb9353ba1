import { canKeep } from './device-store.ts';
import { newNoteId, queued, type QueuedNote, takeBack } from './note-queue.ts';
import { type NoteStateDetail, noteStateEvent, queueAndSend, sendQueued } from './note-sender.ts';
import { RegisterKeys } from './register-keys.ts';

/** So many of its own saves a page remembers. */
const most = 20;

/**
 * A register on a device: it counts who is here, is filled in by keys, and is kept on the device, sealed, until it has
 * arrived (docs/decisions/0073). What is not taken because somebody else saved meanwhile is sent as a form, so that its
 * page shows both.
 */
class RegisterTaking extends HTMLElement {
  #form!: HTMLFormElement;
  #waiting: QueuedNote | null = null;
  /** What this page has sent: what is saved after one of these is no surprise to it. */
  #own: string[] = [];

  connectedCallback(): void {
    this.#form = this.querySelector('form')!;
    for (const line of this.querySelectorAll<HTMLElement>('.with-script')) line.hidden = false;
    new RegisterKeys(this, this.#form, () => this.#form.requestSubmit());
    this.#form.addEventListener('change', (event) => this.#changed(event.target as HTMLInputElement));
    this.#form.addEventListener('submit', (event) => this.#save(event), { capture: true });
    document.addEventListener(noteStateEvent, this.#hears);
    void this.#bringBack();
    this.#count();
  }

  disconnectedCallback(): void {
    document.removeEventListener(noteStateEvent, this.#hears);
  }

  /** Who is late is asked for the minutes at once. */
  #changed(input: HTMLInputElement): void {
    if (input.type !== 'radio') return this.#count();
    const late = (JSON.parse(this.dataset['late']!) as string[]).includes(input.value);
    const more = input.closest('.register-row')!.querySelector('details')!;
    if (late) more.open = true;
    this.#count();
  }

  /** How many are here, said after each change. */
  #count(): void {
    this.#say(this.#counted(this.dataset['counts']!));
  }

  /** The words with how many of all are here. */
  #counted(words: string): string {
    const here = JSON.parse(this.dataset['here']!) as string[];
    const rows = [...this.querySelectorAll('.register-row')];
    const there = rows.filter((row) => here.includes(markOf(row)));
    return words.replace('{n}', String(there.length)).replace('{all}', String(rows.length));
  }

  /** What stood unsent when the page was left is put back into the form. */
  async #bringBack(): Promise<void> {
    const left = (await queued()).filter(({ action }) => action === this.dataset['save']).at(-1);
    if (!left) return;
    this.#waiting = left;
    this.#own = [...(left.fields['after'] ?? '').split(' ').filter(Boolean), left.id];
    for (const [name, value] of Object.entries(left.fields)) {
      const field = this.#form.elements.namedItem(name);
      if (field instanceof RadioNodeList || field instanceof HTMLInputElement) field.value = value;
    }
    this.#say(this.dataset['waits']!.replace('{time}', timeInWords(left.at)));
    void sendQueued();
  }

  #save(event: SubmitEvent): void {
    event.preventDefault();
    // The guard against sending twice waits for a page to come, which here none does.
    setTimeout(() => event.submitter?.removeAttribute('aria-disabled'));
    void this.#keepAndSend();
  }

  async #keepAndSend(): Promise<void> {
    // What was changed since replaces what waits.
    if (this.#waiting) await takeBack(this.#waiting.id);
    (this.#form.elements.namedItem('after') as HTMLInputElement).value = this.#own.join(' ');
    const { id: _drawn, ...fields } = Object.fromEntries(
      [...new FormData(this.#form)].map(([name, value]) => [name, String(value)]),
    );
    const note: QueuedNote = {
      id: newNoteId(),
      at: Date.now(),
      action: this.dataset['save']!,
      fields,
      about: this.dataset['about']!,
      leaving: this.dataset['leaving']!,
    };
    this.#waiting = note;
    this.#own = [...this.#own, note.id].slice(-most);
    const kept = await queueAndSend(note);
    if (this.#waiting === note) this.#say(this.dataset[kept ? 'saving' : 'unkept']!);
  }

  #hears = (event: Event): void => {
    const { id, state } = (event as CustomEvent<NoteStateDetail>).detail;
    const note = this.#waiting;
    if (note?.id !== id) return;
    this.querySelector<HTMLElement>('.sign-in-again')!.hidden = state !== 'signed-out';
    if (state === 'sent') this.#arrived();
    else if (state === 'refused') void this.#sendAsForm(note);
    else if (state === 'offline') this.#say(this.dataset[canKeep() ? 'offline' : 'unkept']!);
    else if (state !== 'waiting')
      this.#say(this.dataset[state === 'signed-out' ? 'signedOut' : 'elsewhere']!);
  };

  #arrived(): void {
    this.#waiting = null;
    this.#say(this.#counted(this.dataset['saved']!).replace('{time}', timeInWords(Date.now())));
  }

  async #sendAsForm(note: QueuedNote): Promise<void> {
    this.#waiting = null;
    await takeBack(note.id);
    this.#form.submit();
  }

  #say(words: string): void {
    this.querySelector('.register-state')!.textContent = words;
  }
}

/** What a row says: the code that was typed, or the one that was chosen. */
const markOf = (row: Element): string =>
  row.querySelector<HTMLInputElement>('input[name^="other-"]')!.value.trim().toUpperCase() ||
  (row.querySelector<HTMLInputElement>('input[type=radio]:checked')?.value ?? '');

const timeInWords = (at: number): string =>
  new Date(at).toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' });

customElements.define('register-taking', RegisterTaking);
