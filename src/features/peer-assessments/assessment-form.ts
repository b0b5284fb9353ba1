import { Refused } from '#platform/errors.ts';
import { tooLongBy } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import { byId, catalogue, type Form } from '#features/evidence/index.ts';

export type Texts = Record<string, string>;

/** The form "How far we have come" of the catalogue. */
export const assessmentForm = (): Form => byId(catalogue().forms, 'peer-assessment');

export const questions = (): { name: string; label: string; hint: string | undefined; required: boolean }[] =>
  assessmentForm().parts.map(({ id, question, help, required }) => ({
    name: id,
    label: t(question),
    hint: help && t(help),
    required,
  }));

const longest = 10_000;

/** What was sent, part by part. Throws `Refused` when it is to be sent and an answer is missing. */
export function readTexts(sent: Record<string, unknown>, complete: boolean): Texts {
  const errors: Record<string, string> = {};
  const texts: Texts = {};
  for (const { name, required } of questions()) {
    const text = typeof sent[name] === 'string' ? sent[name].replace(/\r\n?/g, '\n').trim() : '';
    if (text.length > longest) errors[name] = tooLongBy(longest, text);
    if (complete && required && !text) errors[name] = t('Write a line here first.');
    texts[name] = text;
  }
  if (Object.keys(errors).length > 0) throw new Refused(errors);
  return texts;
}
