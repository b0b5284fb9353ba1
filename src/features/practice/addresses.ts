/** Where one practice is: the person it belongs to is named in the address. */
export const practiceHref = (practice: { ownerId: string; id: string }, below = ''): string =>
  `/practice/${practice.ownerId}/${practice.id}${below && `/${below}`}`;

export const myPractice = '/my-learning/practice';

/** Where a person begins to practise an action step of their coaching, its words filled in. */
export const practiceFromStepHref = (from: {
  words: string;
  technique?: string | null;
  step: string;
}): string =>
  `${myPractice}/new?${new URLSearchParams({
    words: from.words,
    ...(from.technique && { technique: from.technique }),
    step: from.step,
  }).toString()}`;
