import { t } from '#platform/i18n/i18n.ts';

/** What those who are named add to a concern. */
export const handledKinds = ['note', 'action', 'referral', 'answer', 'decision'] as const;
export type HandledKind = (typeof handledKinds)[number];
/** All that can stand in a chronology beside the concern itself; 'more' is added by its writer. */
export type EntryKind = HandledKind | 'more' | 'link' | 'child' | 'closed' | 'reopened';

export const kindInWords = (kind: EntryKind): string =>
  ({
    more: t('Added by the writer'),
    note: t('Note'),
    action: t('What was done'),
    referral: t('Referred to others'),
    answer: t('Answer from others'),
    decision: t('Decision, with its reason'),
    link: t('Belongs together with another concern'),
    child: t('It was said which child is meant'),
    closed: t('Closed'),
    reopened: t('Opened again'),
  })[kind];

export interface Concern {
  id: string;
  pupilId: string | null;
  /** The child’s name where it is known which one is meant. */
  pupil: string | null;
  /** The child in the writer's words. */
  about: string;
  saw: string;
  said: string;
  place: string;
  happenedOn: string;
  happenedAt: string | null;
  danger: boolean;
  toldWhom: string;
  lookBy: Date;
  /** When all who are named were told, because nobody had looked; null while only the leads know. */
  passedOnAt: Date | null;
  authorId: string;
  author: string;
  seenBy: string | null;
  seenAt: Date | null;
  reviewOn: string | null;
  closedAt: Date | null;
  createdAt: Date;
}

/** What was added; never changed afterwards. */
export interface Entry {
  id: string;
  concernId: string;
  kind: EntryKind;
  text: string;
  whom: string;
  onDate: string;
  otherId: string | null;
  writtenBy: string;
  createdAt: Date;
}

/** The child as the list and the heading name them. */
export const childOf = ({ pupil, about }: Pick<Concern, 'pupil' | 'about'>): string => pupil ?? about;
