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
  version: number;
  authorId: string;
  author: string;
  changedAt: Date;
  createdAt: Date;
}

/** One in a list. */
export type ListedResource = Pick<
  Resource,
  'id' | 'title' | 'summary' | 'subject' | 'yearLabel' | 'author' | 'changedAt' | 'sharedAt'
>;

/** One that another was adapted from, or that was adapted from it, as far as the reader may open it. */
export interface Kin {
  id: string;
  title: string;
  author: string;
}
