/** One statement of a curriculum, as a file of it says. */
export interface ReadStatement {
  /** What the file knows it by; later versions of the same curriculum know it by the same. */
  address: string;
  parent: string | null;
  code: string;
  /** What its publisher calls such a thing: "Strand". */
  kind: string;
  words: string;
  note: string;
  subject: string;
  /** Stretches of schooling, as the publisher names them: "Key Stage 2". */
  stages: string[];
  /** Year groups, as `yearKey` writes them. */
  years: string[];
}

/** Something of the files that was not carried. */
export interface LeftOut {
  what: string;
  why: LeftReason;
}

export type LeftReason =
  | 'no-words'
  | 'placeholder'
  | 'loop'
  | 'too-deep'
  | 'repeated'
  | 'parent-unknown'
  | 'unknown-kind';

/** A curriculum, whatever it was read from: its statements in order, parents before what belongs to them. */
export interface FrameworkDocument {
  address: string;
  title: string;
  version: string;
  publisher: string;
  licence: string;
  source: string;
  format: 'turtle' | 'case' | 'list';
  statements: (ReadStatement & { depth: number; isLeaf: boolean })[];
  left: LeftOut[];
}

/** A file that somebody chose. */
export interface CurriculumFile {
  name: string;
  bytes: Uint8Array;
}

/** More statements than any country's curriculum has. */
export const mostStatements = 20_000;
/** Deeper than any curriculum is. */
export const deepest = 12;
export const longestWords = 4000;
