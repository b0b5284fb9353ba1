import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';

/** A question of a survey: with choices one of them is chosen, without any one writes. */
export const Question = z.object({ asks: z.string(), choices: z.array(z.string()) });
export type Question = z.output<typeof Question>;

const mostQuestions = 20;
const mostChoices = 10;

/** Questions as somebody wrote them: one a line, its choices behind it, each after a bar. Throws `Refused`. */
export function readQuestions(written: string): Question[] {
  const questions = written
    .split('\n')
    .map((line) => line.split('|').map((piece) => piece.trim()))
    .filter(([asks]) => asks !== undefined && asks !== '')
    .map(([asks, ...choices]) => ({
      asks: asks!.slice(0, 400),
      choices: choices.filter(Boolean).map((each) => each.slice(0, 200)),
    }));
  if (questions.length > mostQuestions)
    throw new Refused({ questions: t('Ask {n} questions at most.', { n: mostQuestions }) });
  if (new Set(questions.map(({ asks }) => asks)).size < questions.length)
    throw new Refused({ questions: t('Two questions have the same words.') });
  for (const { asks, choices } of questions) {
    if (choices.length === 1)
      throw new Refused({ questions: t('“{question}” has one choice only.', { question: asks }) });
    if (choices.length > mostChoices)
      throw new Refused({
        questions: t('“{question}” has more than {n} choices.', { question: asks, n: mostChoices }),
      });
    if (new Set(choices).size < choices.length)
      throw new Refused({ questions: t('“{question}” has the same choice twice.', { question: asks }) });
  }
  return questions;
}

/** The same as somebody wrote them. */
export const questionsText = (questions: readonly Question[]): string =>
  questions.map(({ asks, choices }) => [asks, ...choices].join(' | ')).join('\n');
