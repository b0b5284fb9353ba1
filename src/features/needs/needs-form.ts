import { Refused } from '#platform/errors.ts';
import { tooLongBy } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import { byId, catalogue, type Form } from '#features/evidence/index.ts';
import type { Fields } from '#ui/form.ts';
import type { Html } from '#ui/html.ts';

export type FormPart = Form['parts'][number];

/** The ready form of the catalogue, and how its parts are asked, read back and shown. */

/** What was answered to one part: options by id, and own words, which are always enough by themselves. */
export interface Said {
  chosen: string[];
  words: string;
}
export type SaidByPart = Record<string, Said>;

export const needsForm = (): Form => byId(catalogue().forms, 'needs');

/** The parts beside the most and the least needed, which have fields of their own. */
export const otherParts = (): FormPart[] => needsForm().parts.filter((part) => part.answer !== 'pick');

export const pickPart = (side: 'most' | 'least'): FormPart => byId(needsForm().parts, `${side}-needed`);

/** The field in which the topics of one group are ticked. */
export const topicField = (groupId: string): string => `topics-${groupId}`;

const wordsOf = (part: FormPart): string => `${part.id}-words`;

/** The fields of one part. */
export function partFields(part: FormPart, f: Fields): Html {
  if (!part.options) return f.textarea({ name: wordsOf(part), label: part.question, hint: part.help });
  const options = part.options.map((option) => ({
    value: option.id,
    label: option.label,
    hint: option.help,
  }));
  const choices = { name: part.id, label: t('Choose what fits'), options };
  return f.group(
    part.question,
    [
      part.answer === 'one-of' ? f.radios(choices) : f.checkboxes(choices),
      f.textarea({ name: wordsOf(part), label: t('Or in your own words'), rows: 2 }),
    ],
    part.help,
  );
}

const mostLetters = 5000;

/** What the form sent for every part. Throws `Refused` for texts that are too long. */
export function readSaid(sent: Readonly<Record<string, unknown>>): SaidByPart {
  const said: SaidByPart = {};
  for (const part of otherParts()) {
    const words = String(sent[wordsOf(part)] ?? '')
      .replace(/\r\n?/g, '\n')
      .trim();
    if (words.length > mostLetters)
      throw new Refused({
        [wordsOf(part)]: tooLongBy(mostLetters, words),
      });
    const ticked = [sent[part.id]].flat().map(String);
    const chosen = (part.options ?? []).map((option) => option.id).filter((id) => ticked.includes(id));
    if (words || chosen.length) said[part.id] = { chosen, words };
  }
  return said;
}

/** The stored answers as values of the form's fields. */
export const saidValues = (said: SaidByPart): Record<string, unknown> =>
  Object.fromEntries(
    otherParts().flatMap((part) => [
      [part.id, said[part.id]?.chosen ?? []],
      [wordsOf(part), said[part.id]?.words ?? ''],
    ]),
  );

/** Each answered part in words, for pages, sheets and archives. */
export const saidInWords = (said: SaidByPart): { id: string; label: string; text: string }[] =>
  otherParts().flatMap((part) => {
    const answer = said[part.id];
    if (!answer) return [];
    const chosen = (part.options ?? []).filter((o) => answer.chosen.includes(o.id)).map((o) => o.label);
    const text = [chosen.join('; '), answer.words].filter(Boolean).join('\n');
    return [{ id: part.id, label: part.question, text }];
  });

/** The own words of each part with the field they were typed into, for showing two texts side by side. */
export const saidTexts = (said: SaidByPart): { name: string; label: string; text: string }[] =>
  otherParts().flatMap((part) => {
    const words = said[part.id]?.words;
    return words ? [{ name: wordsOf(part), label: part.question, text: words }] : [];
  });
