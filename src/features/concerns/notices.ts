import { t } from '#platform/i18n/i18n.ts';

/** Nobody has looked yet; and what is to be looked at again. Their words never say of what. */
export const lookNotice = 'concerns.look';
/** The same once the time to look is over. */
export const lateNotice = 'concerns.late';
export const reviewNotice = 'concerns.review';
/** For those who can appoint: something waits that nobody may read. */
export const nobodyNotice = 'concerns.nobody';

export const concernNotices = {
  [lookNotice]: () => t('Something for you to look at'),
  [lateNotice]: () => t('Nobody has looked yet, and the time is over: something for you to look at'),
  [reviewNotice]: () => t('Something for you to look at again'),
  [nobodyNotice]: () =>
    t('Nobody is named for safeguarding, and somebody is worried about a child: name somebody now'),
} satisfies Record<string, () => string>;
