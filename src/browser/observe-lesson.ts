import { keepVisit } from './kept-visits.ts';
import { newNoteId, type QueuedNote } from './note-queue.ts';
import { NoteTaking } from './note-taking.ts';
import { type NextCode, tellNextCode } from './next-code.ts';
import { fieldsOf, writeWith } from './writing-form.ts';

/** The page on which an observer records a visit: forms one writes with, and buttons each press of which is an entry. */
class ObserveLesson extends NoteTaking {
  readonly #clocks = new Map<Element, NextCode>();

  get #here(): string {
    return this.dataset['here'] ?? '';
  }

  protected override begin(): void {
    for (const form of this.querySelectorAll<HTMLFormElement>('.record-part form')) {
      if (form.classList.contains('press-form')) this.#press(form);
      else
        writeWith(form, {
          typing: `${this.#here}#${form.closest<HTMLElement>('.record-part')!.dataset['part']}`,
          taken: (note) => this.note(note),
          empty: () => this.say(this.dataset['nothing']),
          time: this.timeInWords,
        });
    }
    for (const clock of this.querySelectorAll<HTMLElement>('.next-code'))
      this.#clocks.set(clock.closest('.record-part')!, tellNextCode(clock));
    void this.#keep();
  }

  protected override isOurs({ action }: QueuedNote): boolean {
    return action === this.#here;
  }

  protected override listChanged(): void {
    super.listChanged();
    this.#count();
    void this.#keep();
  }

  protected override keepingChanged(): void {
    super.keepingChanged();
    void this.#keep();
  }

  #press(form: HTMLFormElement): void {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      event.stopPropagation();
      const button = event.submitter;
      if (!(button instanceof HTMLButtonElement)) return;
      const at = Date.now();
      const fields = fieldsOf(form, button);
      const mark = form.querySelector<HTMLInputElement>('input[name="choice"]:checked');
      const says = mark ? (mark.closest('label')?.textContent.trim() ?? '') : button.dataset['says']!;
      const part = form.closest('.record-part')!;
      const about = mark ? button.dataset['says']! : (part.querySelector('h2')?.textContent.trim() ?? '');
      this.#clocks.get(part)?.pressed(at);
      if (part.getAttribute('data-kind') === 'timeline') this.#goesOn(form, button);
      void this.note({
        id: newNoteId(),
        at,
        action: form.getAttribute('action')!,
        fields,
        says,
        about: `${about}, ${this.timeInWords(at)}`,
        key: [fields['part'], fields['choice'], fields['seat']].filter(Boolean).join(' '),
      });
    });
  }

  /** Of the stretches of a lesson the last that began goes on; the last button ends it. */
  #goesOn(form: HTMLFormElement, pressed: HTMLButtonElement): void {
    const buttons = [...form.querySelectorAll('button')];
    for (const button of buttons) button.removeAttribute('aria-current');
    if (pressed !== buttons.at(-1)) pressed.setAttribute('aria-current', 'true');
  }

  /** How often each was pressed, and what stands on each seat, as the list below says. */
  #count(): void {
    const keys = [...this.querySelectorAll<HTMLElement>('.own-notes li[data-key]')].map(
      (line) => line.dataset['key']!,
    );
    for (const badge of this.querySelectorAll<HTMLElement>('[data-counts]')) {
      const n = keys.filter((key) => key === badge.dataset['counts']).length;
      badge.textContent = n > 0 ? String(n) : '';
    }
    for (const seat of this.querySelectorAll<HTMLElement>('[data-marks]'))
      seat.textContent = keys
        .toReversed()
        .flatMap((key) => {
          const [part, choice, on] = key.split(' ');
          return `${part} ${on}` === seat.dataset['marks'] ? this.#signOf(choice!) : [];
        })
        .join(' ');
  }

  #signOf = (choice: string): string =>
    this.querySelector<HTMLElement>(`[name="choice"][value="${choice}"]`)?.dataset['sign'] ?? '';

  /** As it is now, without what waits: that is queued by itself. */
  #keep(): Promise<void> {
    const copy = this.cloneNode(true) as HTMLElement;
    for (const line of copy.querySelectorAll('li[data-waits]')) line.remove();
    copy.querySelector('.note-state')!.textContent = '';
    for (const passing of copy.querySelectorAll<HTMLElement>('.sign-in-again, .next-code'))
      passing.hidden = true;
    return keepVisit({
      here: this.#here,
      title: this.dataset['title'] ?? '',
      day: this.dataset['day'] ?? '',
      markup: copy.outerHTML,
    });
  }
}

customElements.define('observe-lesson', ObserveLesson);
