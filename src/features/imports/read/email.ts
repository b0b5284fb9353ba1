import type { Place, Problem } from './roster.ts';

const shape = /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+\.[^\s@<>,;:"().]+$/u;

/**
 * An e-mail address in lower case, or undefined when the cell is blank or holds something else, which is
 * then added to `problems`. Only the shape is looked at; whether the address exists, only a message can tell.
 */
export function readEmail(text: string, at: Place, column: string, problems: Problem[]): string | undefined {
  const value = text.trim().replace(/^mailto:/i, '');
  if (value === '') return undefined;
  if (shape.test(value) && !value.includes('..') && value.length <= 254) return value.toLowerCase();
  problems.push({
    code: 'bad-email',
    effect: 'value-left-out',
    file: at.file,
    line: at.line,
    column,
    value: text,
    message: `“${text}” in row ${at.line} is not a whole e-mail address.`,
    advice: 'It should look like name@school.example. The person is brought in without it.',
  });
  return undefined;
}
