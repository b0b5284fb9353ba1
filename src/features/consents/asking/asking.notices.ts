import { t } from '#platform/i18n/i18n.ts';

/** A grown-up is asked; and for the office, two who look after a child said different things. */
export const askedNotice = 'consents.asked';
export const differNotice = 'consents.differ';

export const askingNotices = {
  [askedNotice]: () => t('The school asks what you allow for your children'),
  [differNotice]: () => t('Two who look after a child answered differently: no stands'),
} satisfies Record<string, () => string>;
