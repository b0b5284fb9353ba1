import { catalogue } from '#features/evidence/index.ts';
import { t } from '#platform/i18n/i18n.ts';

/** A colleague's reading of a page. Days are 'YYYY-MM-DD'. */
export interface Reading {
  id: string;
  askedById: string;
  askedBy: string;
  askedOfId: string;
  askedOf: string;
  byDate: string | null;
  /** What whoever asked would like looked at. */
  words: string;
  /** By the id of the question. */
  answers: Record<string, string>;
  version: number;
  /** When it was sent; null until then. */
  answeredAt: Date | null;
  reply: string;
  repliedAt: Date | null;
  createdAt: Date;
}

/** What a reader is asked. */
export const readingQuestions = () =>
  catalogue().resourceMarks.review.map(({ id, ask, hint }) => ({ id, ask: t(ask), hint: hint && t(hint) }));

/** The answers in the order of the questions, and then those to questions that are asked no more. */
export function answersInOrder(answers: Reading['answers']): { ask: string; says: string }[] {
  const questions = readingQuestions();
  const known = new Set(questions.map(({ id }) => id));
  return [
    ...questions.map(({ id, ask }) => ({ ask, says: answers[id] ?? '' })),
    ...Object.entries(answers)
      .filter(([id]) => !known.has(id))
      .map(([id, says]) => ({ ask: id, says })),
  ].filter(({ says }) => says !== '');
}

/** What a reader types is kept under this name until it is sent. */
export const draftOf = (id: string): string => `resource-reading:${id}`;
