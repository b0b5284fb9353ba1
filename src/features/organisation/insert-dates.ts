import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';

export const termKinds = ['year', 'term'] as const;
export type TermKind = (typeof termKinds)[number];
export const closureKinds = ['holiday', 'training-day', 'closed'] as const;
export type ClosureKind = (typeof closureKinds)[number];

/** A stretch of days with a name; both ends belong to it. */
export interface NamedDays<Kind extends string> {
  id?: string | undefined;
  kind: Kind;
  name: string;
  startsOn: string;
  endsOn: string;
}

/** Writes school years and terms; ids in the same order. */
export async function insertTerms(
  tx: Db,
  ownerId: string,
  terms: readonly NamedDays<TermKind>[],
  now: Date,
): Promise<string[]> {
  const rows = terms.map((term) => rowOf(ownerId, term, now));
  if (rows.length > 0) await tx.insertInto('term').values(rows).execute();
  return rows.map(({ id }) => id);
}

/** Writes holidays, training days and closed days; ids in the same order. */
export async function insertClosures(
  tx: Db,
  ownerId: string,
  closures: readonly NamedDays<ClosureKind>[],
  now: Date,
): Promise<string[]> {
  const rows = closures.map((closure) => rowOf(ownerId, closure, now));
  if (rows.length > 0) await tx.insertInto('closure').values(rows).execute();
  return rows.map(({ id }) => id);
}

const rowOf = (ownerId: string, days: NamedDays<string>, now: Date) => ({
  owner_id: ownerId,
  id: days.id ?? newId(now),
  kind: days.kind,
  name: days.name,
  starts_on: days.startsOn,
  ends_on: days.endsOn,
  created_at: now,
  ended_at: null,
});
