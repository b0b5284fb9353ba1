import { t } from '#platform/i18n/i18n.ts';

/** What each notice about being together says in the list of what waits. None says a name, or what for. */
export const coachingNotices = {
  'coaching.asked': () => t('You are asked to mentor, to coach or to work with a colleague'),
  'coaching.suggested': () => t('A mentor is suggested to you'),
  'coaching.answered': () => t('Somebody you asked has answered'),
  'coaching.write': () => t('Write down what you agree together'),
  'coaching.sign': () => t('Read and sign what you agree together'),
  'coaching.look-again': () => t('Look again at what you agreed'),
  'coaching.support': () => t('Other support is suggested to you: say what is to become of it'),
  'coaching.ended': () => t('Somebody you worked with has ended it'),
  'coaching.unanswered-ended': () => t('A question about mentoring or coaching has ended unanswered'),
  'coaching.closed-to-manager': () => t('Somebody you work with has become a line manager'),
  'coaching.wish': () => t('Somebody has a quiet word for whoever looks after mentoring and coaching'),
} satisfies Record<string, () => string>;

export type CoachingNotice = keyof typeof coachingNotices;
