import { principals } from '#platform/access/items.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Kind } from '../../together.ts';
import type { Step } from '../steps/step.ts';

/** What a learner writes of a goal. */
export interface GoalTexts {
  goal: string;
  /** Which pupils. */
  pupils: string;
  /** What one would see them do. */
  looks: string;
  /** What this cycle changes after the last one; '' in the first. */
  adjusts: string;
}

/** The goal before this one, of the same person in the same pairing. */
export interface EarlierGoal {
  id: string;
  number: number;
  goal: string;
  cameOfIt: string;
  finishedAt: Date | null;
}

/** One cycle: a goal, owned by the person who learns, with its steps. */
export interface Goal extends GoalTexts {
  ownerId: string;
  id: string;
  organisationId: string;
  pairingId: string;
  author: string;
  /** From 1, within the pairing. */
  number: number;
  version: number;
  updatedAt: Date;
  cameOfIt: string;
  finishedAt: Date | null;
  /** It was taken away. */
  endedAt: Date | null;
  grants: readonly string[];
  steps: readonly Step[];
  earlier: EarlierGoal | null;
  /** The pairing, where the reader is in its organisation. */
  pairing: PairingOfGoal | null;
}

export interface PairingOfGoal {
  /** The coaching's id, as addresses name it. */
  coachingId: string;
  kind: Kind;
  endedAt: string | null;
  /** The names of its other people. */
  others: readonly string[];
  /** One of its people is a guest, of another profession or another place. */
  withGuest: boolean;
  withManager: boolean;
}

/** Where a goal is; `below` is the rest of the address. */
export const goalHref = ({ ownerId, id }: { ownerId: string; id: string }, below = ''): string =>
  `/coaching/goals/${ownerId}/${id}${below && `/${below}`}`;

/** The people of a pairing, as those a goal is shared with. */
export const pairingPrincipal = (coachingId: string): string => principals.circle(coachingId);

export const isSharedWithPairing = ({ grants, pairing }: Pick<Goal, 'grants' | 'pairing'>): boolean =>
  pairing !== null && grants.includes(pairingPrincipal(pairing.coachingId));

const longestTitle = 80;

/** The goal's first words, for titles and links. */
export function titleOf({ goal }: Pick<GoalTexts, 'goal'>): string {
  const line = goal.split('\n')[0]!;
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1).trimEnd()}…`;
}

/** What a goal says, field by field, with the label that each has everywhere. */
export const saidIn = (texts: GoalTexts): { name: keyof GoalTexts; label: string; text: string }[] => [
  { name: 'goal', label: t('My goal'), text: texts.goal },
  { name: 'pupils', label: t('Which pupils'), text: texts.pupils },
  { name: 'looks', label: t('What one would see them do'), text: texts.looks },
  { name: 'adjusts', label: t('What I do differently after last time'), text: texts.adjusts },
];
