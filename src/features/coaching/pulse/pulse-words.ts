import { t } from '#platform/i18n/i18n.ts';
import { catalogue } from '#features/evidence/index.ts';
import type { Answered } from './pulse.queries.ts';

const questions = () => catalogue().coaching.pulse.questions;

/** Whether one of the answers suggests that somebody feels judged. It is one answer, and may be one bad day. */
export const givesConcern = (answers: Answered['answers']): boolean =>
  questions().some(({ id, options }) =>
    options.some((option) => option.concern && option.id === answers[id]),
  );

/** Answers in words, each with its question; what was left out is left out. */
export const inWords = ({
  answers,
  words,
}: Pick<Answered, 'answers' | 'words'>): { label: string; text: string }[] =>
  [
    ...questions().map(({ id, asks, options }) => ({
      label: asks,
      text: options.find((option) => option.id === answers[id])?.title ?? '',
    })),
    { label: t('In your own words'), text: words },
  ].filter(({ text }) => text !== '');
