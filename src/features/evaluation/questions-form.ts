import { Refused } from '#platform/errors.ts';
import { tooLongBy } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { byId, catalogue, type Form } from '#features/evidence/index.ts';

/** The questions of the catalogue that leader and recipients are both asked, and how they are asked and read back. */

export type Side = 'leader' | 'recipient';
export type Question = Form['parts'][number];

export interface Said {
  /** The option chosen, if one was. */
  chosen: string | null;
  words: string;
}
export type SaidByQuestion = Record<string, Said>;

export const questionsForm = (): Form => byId(catalogue().forms, 'leader-recipient');
export const questions = (): readonly Question[] => questionsForm().parts;

/** The answers that lie on a scale, from "Not at all". "I cannot say" lies on none. */
export const scaleOptions = (question: Question): { id: string; label: string }[] =>
  (question.options ?? []).filter(({ id }) => id !== 'cannot-say');

const wordsOf = (question: Question): string => `${question.id}-words`;

export const questionFields = (f: Fields, side: Side): Html[] =>
  questions().map((question) => {
    const label = question.asks?.[side] ?? question.question;
    if (!question.options) return f.textarea({ name: wordsOf(question), label, rows: 2 });
    return html`${f.radios({
      name: question.id,
      label,
      options: question.options.map((option) => ({ value: option.id, label: option.label })),
    })}
    ${f.textarea({
      name: wordsOf(question),
      label: t('{question} In your own words', { question: label }),
      hint: t('Instead of the choices above, or beside them.'),
      rows: 2,
    })}`;
  });

const longest = 5000;

/** What was sent. Throws `Refused` when nothing was answered at all, or a text is too long. */
export function readSaid(sent: Readonly<Record<string, unknown>>): SaidByQuestion {
  const said: SaidByQuestion = {};
  for (const question of questions()) {
    const words = String(sent[wordsOf(question)] ?? '')
      .replace(/\r\n?/g, '\n')
      .trim();
    if (words.length > longest)
      throw new Refused({
        [wordsOf(question)]: tooLongBy(longest, words),
      });
    const chosen = question.options?.find(({ id }) => id === sent[question.id])?.id ?? null;
    if (chosen !== null || words) said[question.id] = { chosen, words };
  }
  if (Object.keys(said).length === 0)
    throw new Refused(t('Answer at least one question, by a choice or in your own words.'));
  return said;
}

export const saidValues = (said: SaidByQuestion): Record<string, unknown> =>
  Object.fromEntries(
    questions().flatMap((question) => [
      [question.id, said[question.id]?.chosen ?? ''],
      [wordsOf(question), said[question.id]?.words ?? ''],
    ]),
  );

/** Each answer in words, for two texts side by side and for the person's archive. */
export const saidTexts = (
  said: SaidByQuestion,
  side: Side,
): { name: string; label: string; text: string }[] =>
  questions().flatMap((question) => {
    const answer = said[question.id];
    if (!answer) return [];
    const chosen = question.options?.find(({ id }) => id === answer.chosen)?.label ?? '';
    const label = question.asks?.[side] ?? question.question;
    return [{ name: wordsOf(question), label, text: [chosen, answer.words].filter(Boolean).join('\n') }];
  });
