import { t } from '#platform/i18n/i18n.ts';

/** Something noted that pupil and family read once somebody has looked: for those who look after the pupil. */
export const lookNotice = 'behaviour.look';
/** A pupil has reached a reward: for those who look after the pupil. */
export const rewardNotice = 'behaviour.reward';
/** A follow-up is planned: for whoever is with the pupil. */
export const superviseNotice = 'behaviour.supervise';
/** The same, for the pupil and the grown-ups who are told of behaviour. */
export const plannedNotice = 'behaviour.planned';

/** What each says in the list of what waits, and in letters; never about whom. */
export const behaviourNotices = {
  [lookNotice]: () => t('Something was noted about a pupil of yours: look before the family reads it'),
  [rewardNotice]: () => t('A pupil of yours has reached a reward: give it'),
  [superviseNotice]: () => t('You are with a pupil after something went wrong'),
  [plannedNotice]: () => t('The school has planned something to put things right'),
} satisfies Record<string, () => string>;
