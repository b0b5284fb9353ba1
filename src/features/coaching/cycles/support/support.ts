import { t } from '#platform/i18n/i18n.ts';
import { type Together, togetherHref } from '../../together.ts';

/** What a learner can answer to a suggestion. */
export const answers = ['arranged', 'happened', 'not-wanted'] as const;
export type SupportState = 'suggested' | (typeof answers)[number];

/** Other support that somebody opens a way to: a course, a colleague to watch, a network. */
export interface Support {
  ownerId: string;
  id: string;
  what: string;
  /** Who gives it, or who knows of it. */
  who: string;
  link: string;
  byOn: string | null;
  offeredById: string;
  offeredBy: string;
  state: SupportState;
  cameOfIt: string;
  version: number;
  updatedAt: Date;
  endedAt: Date | null;
}

export const supportHref = (together: Pick<Together, 'id'>, below = ''): string =>
  togetherHref(together, `support${below && `/${below}`}`);

export const stateInWords = (state: SupportState): string =>
  ({
    suggested: t('suggested'),
    arranged: t('arranged'),
    happened: t('it happened'),
    'not-wanted': t('not wanted just now'),
  })[state];
