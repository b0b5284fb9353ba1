import { Refused } from '#platform/errors.ts';
import { tooLongBy } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import { byId, catalogue, type Form } from '#features/evidence/index.ts';
import { details } from '#ui/details.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';

/** The parts of the ready form, and how they are asked, read back and shown. */

/** Part of the form → what was written. */
export type Texts = Record<string, string>;

export const startingPointsForm = (): Form => byId(catalogue().forms, 'starting-points');

interface Part {
  id: string;
  question: string;
  help: string | undefined;
  prompts: readonly string[];
}

/** The parts in order; what an observation showed comes last, because it is written later. */
const parts = (): Part[] => [
  ...startingPointsForm().parts.map(({ id, question, help, prompts = [] }) => ({
    id,
    question,
    help,
    prompts,
  })),
  {
    id: 'observed',
    question: t('What an observation showed'),
    help: t('When somebody has watched a lesson, or you have watched a recording of one.'),
    prompts: [],
  },
];

/** The fields of all parts, with the questions that open each of them up. `asking`: for the interviewer. */
export const partFields = (f: Fields, asking = false): Html[] =>
  parts().map(
    (part) =>
      html`${f.textarea({ name: part.id, label: part.question, rows: 4, ...(part.help && !asking ? { hint: part.help } : {}) })}
      ${
        part.prompts.length > 0 &&
        details(
          asking ? t('Ways to ask') : t('Questions that may help'),
          html`<ul>
            ${part.prompts.map((prompt) => html`<li>${prompt}</li> `)}
          </ul>`,
          asking,
        )
      }`,
  );

const mostLetters = 20_000;

/** What the form sent. Throws `Refused` for a text that is too long, and when nothing was written. */
export function readTexts(sent: Readonly<Record<string, unknown>>): Texts {
  const texts: Texts = {};
  for (const { id } of parts()) {
    const text = String(sent[id] ?? '')
      .replace(/\r\n?/g, '\n')
      .trim();
    if (text.length > mostLetters) throw new Refused({ [id]: tooLongBy(mostLetters, text) });
    if (text) texts[id] = text;
  }
  if (Object.keys(texts).length === 0)
    throw new Refused({ [parts()[0]!.id]: t('Write something in one of the parts.') });
  return texts;
}

/** What was written, part by part. */
export const textsInWords = (texts: Texts): { name: string; label: string; text: string }[] =>
  parts().flatMap(({ id, question }) => (texts[id] ? [{ name: id, label: question, text: texts[id] }] : []));

/** The parts one under the other: questions are long, and answers longer. */
export const textList = (texts: Texts): Html =>
  html`${textsInWords(texts).map(
    ({ label, text }) =>
      html`<h2>${label}</h2>
        <p class="as-written">${text}</p>`,
  )}`;
