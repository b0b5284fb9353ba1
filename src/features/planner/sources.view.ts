import { type Source, sourceLine } from '#features/evidence/index.ts';
import type { Html } from '#ui/html.ts';

/** Each source once, though several have the same. */
export const sourcesOf = (all: readonly { source: Source }[]): Html[] => [
  ...new Map(all.map(({ source }) => [JSON.stringify(source), sourceLine(source)] as const)).values(),
];
