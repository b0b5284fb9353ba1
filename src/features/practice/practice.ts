import type { How } from '#features/try-outs/index.ts';

export const rehearsalHows = ['alone', 'coach', 'partner'] as const;
export type RehearsalHow = (typeof rehearsalHows)[number];

interface Rehearsal {
  id: string;
  onDate: string;
  how: RehearsalHow;
  /** Whom it was with, by name. */
  with: string | null;
  words: string;
}

export interface Look {
  number: number;
  dueOn: string;
  afterDays: number;
  /** It went by itself already; this asks whether the old habit has come back. */
  relapse: boolean;
  lookedAt: string | null;
  how: How | null;
  note: string;
}

/** One doing of it in class: a try-out. */
export interface Doing {
  id: string;
  technique: string;
  tried: string;
  onDate: string;
  pupils: string;
  responded: string;
  surprise: string;
  heldConstant: string;
  changed: string;
}

/** What a person writes of what they practise. */
export interface WrittenPractice {
  /** An entry of the catalogue or of the school's library. */
  technique: string | null;
  words: string;
  whereUsed: string;
  /** What good looks like. */
  model: string;
  /** The old habit whose place it takes; '' where it takes none's. */
  replaces: string;
}

/** One practice with all that its pages show. */
export interface Practice extends WrittenPractice {
  ownerId: string;
  id: string;
  organisationId: string;
  author: string;
  schoolTitle: string | null;
  /** Somebody at the school gave an example of its technique. */
  exampleGiven: boolean;
  stepId: string | null;
  exampleSeenAt: Date | null;
  settledAt: Date | null;
  /** It was let go. */
  endedAt: Date | null;
  version: number;
  grants: string[];
  /** It was shared with whoever reads it, and waits in their list. */
  waits: boolean;
  rehearsals: Rehearsal[];
  looks: Look[];
  doings: Doing[];
}

/** How far it has come, worked out from what its person did. */
export type Stage = 'begun' | 'rehearsed' | 'tried' | 'met-again' | 'by-itself';

export function stageOf(facts: {
  rehearsals: number;
  doings: number;
  looksDone: number;
  settled: boolean;
}): Stage {
  if (facts.settled) return 'by-itself';
  if (facts.looksDone > 0) return 'met-again';
  if (facts.doings > 0) return 'tried';
  return facts.rehearsals > 0 ? 'rehearsed' : 'begun';
}

/** The look that is still to come or due, if any. */
export const waitingLook = ({ looks }: Pick<Practice, 'looks'>): Look | undefined =>
  looks.find(({ lookedAt }) => lookedAt === null);
