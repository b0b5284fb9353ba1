import { byIdOrNone, type Catalogue, catalogue } from '#features/evidence/index.ts';
import { relationshipOf, type Relationship } from '../relationships.ts';
import type { Kind } from '../together.ts';

/** A part of the preparation: read, then do. */
export type Module = Catalogue['coaching']['preparation'][number];

export const allModules = (): readonly Module[] => catalogue().coaching.preparation;

export const moduleNamed = (id: string): Module | undefined => byIdOrNone(allModules(), id);

/** What whoever supports finishes before they say yes to this kind, in the catalogue's order. */
export const modulesFor = ({ preparation }: Pick<Relationship, 'preparation'>): Module[] =>
  allModules().filter(({ id }) => preparation.includes(id));

/** What is still to be done for a kind by somebody who finished these. */
export const modulesLeft = (kind: Kind, finished: readonly string[]): Module[] =>
  modulesFor(relationshipOf(kind)).filter(({ id }) => !finished.includes(id));

export const moduleHref = ({ id }: Pick<Module, 'id'>): string => `/coaching/preparation/${id}`;
