import type { FrameworkDocument, LeftOut } from '../read/framework-document.ts';

/** A version of a curriculum, as it was brought in. */
export interface Framework {
  id: string;
  address: string;
  title: string;
  version: string;
  publisher: string;
  licence: string;
  source: string;
  format: FrameworkDocument['format'];
  statements: number;
  left: LeftOut[];
  broughtBy: string;
  createdAt: Date;
  /** Plans may name its statements from then on; null while somebody looks it over. */
  publishedAt: Date | null;
  endedAt: Date | null;
}

/** A statement as lists show it. */
export interface Statement {
  id: string;
  parentId: string | null;
  depth: number;
  code: string;
  kind: string;
  words: string;
  note: string;
  subject: string;
  stages: string[];
  years: string[];
  isLeaf: boolean;
}

/** Which statements somebody looks for; '' for all. */
export interface StatementFilter {
  subject: string;
  year: string;
  words: string;
}
