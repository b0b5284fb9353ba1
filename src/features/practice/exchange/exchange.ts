import { t } from '#platform/i18n/i18n.ts';

/** What a person says of themself: they could show a technique, or would like to see it. */
export const sides = ['show', 'see'] as const;
export type Side = (typeof sides)[number];

export const otherSide: Record<Side, Side> = { show: 'see', see: 'show' };

export const sideWords = (side: Side): string =>
  side === 'show' ? t('I could show this') : t('I would like to see this');

export const exchangeHref = '/practice/exchange';
export const askHref = (id: string, below = ''): string =>
  `${exchangeHref}/asks/${id}${below && `/${below}`}`;
