import type { KeptFile } from '#features/files/index.ts';

/** A page that somebody teaches with. */
export interface Resource {
  id: string;
  title: string;
  summary: string;
  /** Markdown. */
  text: string;
  subject: string;
  yearLabel: string | null;
  reviewOn: string | null;
  sharedAt: Date | null;
  /** Ids of marks, as `marks/marks.ts` says them. */
  knowledge: string[];
  needs: string[];
  /** The page with which its set began; null where it begins one itself, or stands alone. */
  setId: string | null;
  step: string | null;
  /** What its text can show. */
  files: KeptFile[];
  version: number;
  authorId: string;
  author: string;
  /** Its author works at the school. */
  authorIsHere: boolean;
  changedAt: Date;
  createdAt: Date;
}

/** One in a list. */
export type ListedResource = Pick<
  Resource,
  'id' | 'title' | 'summary' | 'subject' | 'yearLabel' | 'author' | 'changedAt' | 'sharedAt'
> & {
  /** The day to look again is over, or its author has left. */
  mayBeOld: boolean;
};

/** One that another was adapted from, or that was adapted from it, as far as the reader may open it. */
export interface Kin {
  id: string;
  title: string;
  author: string;
}

/** Another page of its set. */
export interface InSet extends Kin {
  step: string | null;
}
