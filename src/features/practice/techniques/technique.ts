import type { KeptFile } from '#features/files/index.ts';
import { type Catalogue, catalogue } from '#features/evidence/index.ts';

/** A technique as the catalogue has it, with its evidence and source. */
export type ShippedTechnique = Catalogue['techniques'][number];

/** A technique as a member of staff wrote it for the school. */
export interface LibraryTechnique {
  id: string;
  title: string;
  plain: string;
  /** A line for each step. */
  steps: string;
  why: string;
  /** What speaks against it, or is not known. */
  against: string;
  notFor: string;
  phases: string[];
  subjects: string[];
  version: number;
}

/** Where a technique can be seen done, as a member of staff gave it. */
export interface GivenExample {
  id: string;
  authorId: string;
  author: string;
  words: string;
  link: string;
  createdAt: string;
  files: KeptFile[];
}

/** What both have in common, for lists. */
export interface Technique {
  id: string;
  title: string;
  plain: string;
  phases: readonly string[];
  subjects: readonly string[];
  /** Written by the school. */
  own: boolean;
  /** Somewhere one can see it done. */
  hasExample: boolean;
}

/** Techniques that come with Staffroom. */
export const shippedTechniques = (): readonly ShippedTechnique[] => catalogue().techniques;

export const shippedTechnique = (id: string): ShippedTechnique | undefined =>
  shippedTechniques().find((technique) => technique.id === id);

export const techniqueHref = (id: string, below = ''): string =>
  `/practice/techniques/${id}${below && `/${below}`}`;

/** What a technique is called, given the title of the library's where it is the school's own. */
export const techniqueTitle = (id: string | null, schoolTitle: string | null): string =>
  (id === null ? undefined : shippedTechnique(id)?.title) ?? schoolTitle ?? '';
