import { t } from '#platform/i18n/i18n.ts';

/** How far a repair has come, in the order in which it usually goes. */
export const states = ['reported', 'looked-at', 'being-mended', 'mended', 'will-not-be'] as const;
export type State = (typeof states)[number];

/** After these nothing is expected any more. */
const closedStates: readonly State[] = ['mended', 'will-not-be'];
export const isClosed = (state: State): boolean => closedStates.includes(state);

export const stateWords: Readonly<Record<State, () => string>> = {
  reported: () => t('Reported'),
  'looked-at': () => t('Looked at'),
  'being-mended': () => t('Being mended'),
  mended: () => t('Mended'),
  'will-not-be': () => t('Will not be mended'),
};

/** Something broken, as lists show it. */
export interface ListedRepair {
  id: string;
  title: string;
  /** The room or equipment by its name, the place in words, or both with a comma between. */
  where: string;
  state: State;
  /** The name of whoever looks after it. */
  after: string | null;
  createdAt: Date;
  movedAt: Date;
  /** So many have the same trouble, beside whoever reported it. */
  others: number;
}

/** The whole of one. */
export interface Repair extends ListedRepair {
  text: string;
  afterId: string | null;
  authorId: string;
  author: string;
  /** The reader has said that they have the same trouble. */
  isMine: boolean;
  version: number;
}

/** One step that was taken. */
export interface Step {
  id: string;
  state: State;
  action: string;
  name: string;
  takenBy: string;
  after: string | null;
  takenAt: Date;
}

export const repairsPath = '/repairs';
export const newRepairPath = `${repairsPath}/new`;
export const repairHref = (id: string, ...more: string[]): string => [repairsPath, id, ...more].join('/');
