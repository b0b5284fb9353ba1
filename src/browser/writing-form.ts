import { keepTyping, newNoteId, type QueuedNote, typedAt } from './note-queue.ts';

interface Written {
  /** The words of what stands in it go under this name while they are typed. */
  typing: string;
  /** A choice that stands for none, and is not said in the line. */
  none?: string | undefined;
  taken: (note: Omit<QueuedNote, 'leaving'>) => Promise<void>;
  /** Nothing was written. */
  empty: () => void;
  time: (at: number) => string;
}

/** A form with choices and one field for words: each sending of it is a note, and the choices stay. */
export function writeWith(form: HTMLFormElement, { typing, none, taken, empty, time }: Written): void {
  const text = form.querySelector('textarea');
  const action = form.getAttribute('action');
  if (!text || !action) return;
  void typedAt(typing).then((words) => {
    if (text.value === '') text.value = words;
  });
  // On a phone the choices stand in rows that move sideways: what is chosen for the next note is seen.
  for (const chosen of form.querySelectorAll('.choices :checked'))
    chosen.closest('.choice')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  text.addEventListener('input', () => void keepTyping(typing, text.value));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // Others would take it for a form that is on its way, and hold back the next note.
    event.stopPropagation();
    if (text.value.trim() === '' || !choicesMade(form)) {
      empty();
      if (text.value.trim() === '') text.focus();
      return;
    }
    const at = Date.now();
    const about = [...form.querySelectorAll<HTMLInputElement>('input:checked, input[type="text"]')]
      .filter(({ value }) => value !== none && value !== '')
      .map((input) => (input.type === 'text' ? input.value : (nameOf(input)?.textContent.trim() ?? '')))
      .concat(time(at))
      .join(', ');
    const note = { id: newNoteId(), at, action, fields: fieldsOf(form), about };
    text.value = '';
    text.focus();
    void taken(note).then(() => keepTyping(typing, text.value));
  });
}

/** What a choice is called, without the hint under it. */
const nameOf = (input: HTMLInputElement): Element | null =>
  document.getElementById(`${input.id}-name`) ?? input.closest('label');

const choicesMade = (form: HTMLFormElement): boolean =>
  [...form.querySelectorAll<HTMLInputElement>('input[type="radio"][required]')].every(
    ({ name }) => form.querySelector(`input[name="${name}"]:checked`) !== null,
  );

/** The fields of a form as they would be sent, with the button that sends it. */
export const fieldsOf = (form: HTMLFormElement, submitter?: HTMLElement | null): Record<string, string> =>
  Object.fromEntries(
    [...new FormData(form, submitter)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );
