import type { QueuedNote } from './note-queue.ts';
import { NoteTaking } from './note-taking.ts';
import { writeWith } from './writing-form.ts';

/** The observer's form of a research lesson. */
class LessonNotes extends NoteTaking {
  #action = '';

  protected override begin(): void {
    const form = this.querySelector('form');
    this.#action = form?.getAttribute('action') ?? '';
    if (!form) return;
    writeWith(form, {
      typing: this.#action,
      none: this.dataset['noMoment'],
      taken: (note) => this.note(note),
      empty: () => this.say(this.dataset['nothing']),
      time: this.timeInWords,
    });
  }

  protected override isOurs({ action }: QueuedNote): boolean {
    return action === this.#action;
  }
}

customElements.define('lesson-notes', LessonNotes);
