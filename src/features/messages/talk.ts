/** Between a pupil and one of the staff, a carer and one of the staff, in a class, among staff. */
export type Sort = 'pupil' | 'family' | 'class' | 'staff';
/** Everybody writes, or only those who look after it. */
export const modes = ['discuss', 'announce'] as const;
export type Mode = (typeof modes)[number];
export type Part = 'staff' | 'pupil' | 'carer' | 'watcher';

/** Where pupils take part, somebody watches. */
export const hasPupils = (sort: Sort): boolean => sort === 'pupil' || sort === 'class';

export interface TalkPerson {
  personId: string;
  name: string;
  part: Part;
}

/** What became of a message in which one of the school's words was found. */
export const outcomes = ['false-alarm', 'talked', 'passed-on', 'kept-back'] as const;
export type Outcome = (typeof outcomes)[number];

/** A message in its conversation, as one reader has it. */
export interface ShownMessage {
  id: string;
  authorId: string;
  author: string;
  /** '' where it was taken back and the reader does not watch. */
  text: string;
  version: number;
  writtenAt: Date;
  deliversAt: Date;
  urgent: boolean;
  takenBackAt: Date | null;
  /** The words that were found, for those who watch; null for everybody else. */
  flagged: readonly string[] | null;
  held: boolean;
  lookedAt: Date | null;
  outcome: Outcome | null;
  /** It came after the reader last had the conversation before them. */
  isNew: boolean;
}

/** For so long at least a message waits and can be taken away without a trace, in milliseconds: a minute. */
export const secondThoughts = 60_000;
/** The longest message. */
export const longest = 5000;
/** So many messages stand on a page of a conversation. */
export const messagesAPage = 50;
/** So many conversations stand on a page of a list. */
export const talksAPage = 30;
/** Under which what is being written in a conversation is kept. */
export const draftKeyOf = (talkId: string): string => `message:${talkId}`;
