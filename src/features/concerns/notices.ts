import { t } from '#platform/i18n/i18n.ts';

/** Nobody has looked yet; and what is to be looked at again. Their words never say of what. */
export const lookNotice = 'concerns.look';
export const reviewNotice = 'concerns.review';

export const concernNotices = {
  [lookNotice]: () => t('Something for you to look at'),
  [reviewNotice]: () => t('Something for you to look at again'),
} satisfies Record<string, () => string>;
