import { t } from '#platform/i18n/i18n.ts';
import { catalogue } from '#features/evidence/index.ts';

/** The dimensions that are chosen from a list; subject is in words, who began it is one of the people. */
export const chosenDimensions = ['stimulus', 'tone', 'scale', 'timeframe'] as const;
export type ChosenDimension = (typeof chosenDimensions)[number];

/** What is recorded when a note is changed; its words before are not kept. */
export const noteChanged = 'dialogue-note.changed';

/** A note on a stretch of a conversation. Its author alone changes it. */
export interface Note extends Record<ChosenDimension, string | null> {
  id: string;
  authorId: string;
  author: string;
  words: string;
  /** What the stretch was about. */
  subject: string;
  /** Who began it; null where nobody more than another, or nobody says. */
  initiatorId: string | null;
  version: number;
  notedAt: Date;
  /** It was taken away. */
  endedAt: Date | null;
}

export interface DimensionWords {
  id: string;
  title: string;
  plain: string;
  options: readonly { id: string; title: string }[];
}

/** What one of the six dimensions is called, with its choices. */
export function dimension(id: ChosenDimension | 'subject' | 'initiator'): DimensionWords {
  const found = catalogue().coaching.dimensions.find((each) => each.id === id)!;
  return {
    id,
    title: t(found.title),
    plain: t(found.plain),
    options: (found.options ?? []).map((option) => ({ id: option.id, title: t(option.title) })),
  };
}

/** A choice in words; one that the catalogue no longer has stands as it is. */
export const optionInWords = (of: ChosenDimension, value: string): string =>
  dimension(of).options.find(({ id }) => id === value)?.title ?? value;

/** How often a value of a dimension was noted. */
export interface Counted {
  dimension: 'initiator' | ChosenDimension;
  /** null where it was left open. */
  value: string | null;
  n: number;
}

/** How the talk of a pairing was noted: what was counted of how many stretches, in how many conversations. */
export interface Talk {
  counts: readonly Counted[];
  stretches: number;
  conversations: number;
}
