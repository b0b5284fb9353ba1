import type { Answers } from './draft-store.ts';

/** What stands in a form, by field name; without files, passwords and what the page itself put there. */
export function answersOf(form: HTMLFormElement): Answers {
  const answers: Answers = {};
  for (const control of form.elements) {
    if (!isField(control)) continue;
    const values = (answers[control.name] ??= []);
    if (control instanceof HTMLSelectElement) {
      for (const option of control.selectedOptions) values.push(option.value);
    } else if (!isTick(control) || control.checked) values.push(control.value);
  }
  return answers;
}

/** Puts answers back into their fields; fields it knows nothing of stay as they are. */
export function putBack(form: HTMLFormElement, answers: Answers): void {
  const next = new Map<string, number>();
  for (const control of form.elements) {
    if (!isField(control)) continue;
    const values = answers[control.name];
    if (values === undefined) continue;
    if (control instanceof HTMLSelectElement) {
      for (const option of control.options) option.selected = values.includes(option.value);
    } else if (isTick(control)) control.checked = values.includes(control.value);
    else {
      const index = next.get(control.name) ?? 0;
      control.value = values[index] ?? '';
      next.set(control.name, index + 1);
    }
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const left = new Set(['hidden', 'file', 'password', 'submit', 'button']);

const isField = (control: Element): control is Field =>
  (control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement) &&
  control.name !== '' &&
  !left.has(control.type);

const isTick = (control: Field): control is HTMLInputElement =>
  control.type === 'checkbox' || control.type === 'radio';
