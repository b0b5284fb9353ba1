import { t } from '#platform/i18n/i18n.ts';
import type { Together } from '../together.ts';

/** What somebody may say quietly: to work with another, to stop, to talk to the co-ordinator. */
export const wishes = ['another', 'stop', 'talk'] as const;
export type WishKind = (typeof wishes)[number];

export const wishInWords = (wish: WishKind): string =>
  ({
    another: t('I would like to work with somebody else'),
    stop: t('I would like to stop'),
    talk: t('I would like to talk to the co-ordinator'),
  })[wish];

/** The draft of a quiet word. */
export const wishDraft = ({ id }: Pick<Together, 'id'>): string => `coaching-wish:${id}`;
