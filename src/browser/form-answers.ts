import type { Answers } from './draft-store.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * What stands in a form, by field name; without files, passwords and what the page itself put there, but
 * with the version of the text it was drawn with, against which the answers were written.
 */
export function answersOf(form: HTMLFormElement): Answers {
  const answers: Answers = {};
  for (const [name, fields] of fieldsByName(form)) {
    const values = fields.flatMap(valuesOf);
    answers[name] = takesSeveral(fields) ? values : (values[0] ?? '');
  }
  return answers;
}

/** Puts answers back into their fields; fields it knows nothing of stay as they are. */
export function putBack(form: HTMLFormElement, answers: Answers): void {
  for (const [name, fields] of fieldsByName(form)) {
    const answer = answers[name];
    if (answer === undefined) continue;
    const values = Array.isArray(answer) ? answer : [answer];
    fields.forEach((field, index) => {
      if (field instanceof HTMLSelectElement)
        for (const option of field.options) option.selected = values.includes(option.value);
      else if (isTick(field)) field.checked = values.includes(field.value);
      else field.value = values[index] ?? '';
    });
  }
}

/** Whether two say the same, whatever version of the text they were written against. */
export function sameWords(one: Answers, other: Answers): boolean {
  const words = (answers: Answers): string =>
    JSON.stringify(
      Object.entries(answers)
        .filter(([name]) => name !== 'version')
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return words(one) === words(other);
}

function fieldsByName(form: HTMLFormElement): Map<string, Field[]> {
  const fields = new Map<string, Field[]>();
  for (const control of form.elements) {
    if (!isField(control)) continue;
    const known = fields.get(control.name);
    if (known) known.push(control);
    else fields.set(control.name, [control]);
  }
  return fields;
}

function valuesOf(field: Field): string[] {
  if (field instanceof HTMLSelectElement) return Array.from(field.selectedOptions, ({ value }) => value);
  return isTick(field) && !field.checked ? [] : [field.value];
}

const takesSeveral = (fields: readonly Field[]): boolean =>
  fields.length > 1 ? fields[0]!.type !== 'radio' : fields[0]!.type === 'select-multiple';

const left = new Set(['hidden', 'file', 'password', 'submit', 'button']);

const isField = (control: Element): control is Field =>
  (control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement) &&
  control.name !== '' &&
  (control.name === 'version' || !left.has(control.type));

const isTick = (field: Field): field is HTMLInputElement =>
  field.type === 'checkbox' || field.type === 'radio';
