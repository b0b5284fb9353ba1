import { t } from '#platform/i18n/i18n.ts';
import type { Matter } from '#features/people/index.ts';
import type { Phone } from '../phones/phones.queries.ts';

/** What carers can be told about, in the order in which it is asked. */
export const allMatters: readonly Matter[] = ['attendance', 'behaviour', 'learning', 'messages', 'notices'];

export const matterInWords = (matter: Matter): string =>
  ({
    attendance: t('whether the child is at school'),
    behaviour: t('behaviour, good things first'),
    learning: t('learning and reports'),
    messages: t('messages about the child'),
    notices: t('notices for the child’s classes and year'),
  })[matter];

/** What the office says of a carer of one child. */
export interface CarerFacts {
  relationship: string | null;
  told: Matter[];
  /** Whom to call first, from 1; who has no place is called after those who have. */
  calledIn: number | null;
  notCalled: boolean;
  livesWith: boolean | null;
  responsibility: boolean | null;
  /** What a court or the school has said; null for nothing. */
  restriction: string | null;
  /** The first and the last day on which it holds, where it says so. */
  restrictionFrom: string | null;
  restrictionUntil: string | null;
}

/** A carer as whoever reads the page may know them: what is not theirs to read is null. */
export interface Carer extends Omit<CarerFacts, 'told'> {
  relationId: string;
  personId: string;
  name: string;
  phones: Phone[];
  /** Null for those who do not read it. */
  told: Matter[] | null;
  /** Not told everything, or something a court or the school has said holds today. */
  askFirst: boolean;
  hasAccount: boolean;
  email: string | null;
  restrictionBy: string | null;
  version: number;
}

/** How it stood before a change. */
export interface EarlierVersion extends CarerFacts {
  relationId: string;
  name: string;
  version: number;
  changedBy: string;
  changedAt: Date;
}
