import { sql } from 'kysely';
import { composed, type Given, type List, list } from '#platform/access/composed.ts';
import type { Visit } from '#platform/http/context.ts';
import type { EvidenceSource, OwnEvidence } from '#features/evidence/index.ts';
import type { EvidenceList, EvidenceRow } from './evidence-list.ts';
import { observationsOfMe, ownRecordings, ownTryOuts, pupilsWork } from './from-lessons.ts';
import { assessmentsOfMe, ownNotes, ownStartingPoints } from './from-writing.ts';

/** What of a person's own stands under the seven, one list for each sort; nobody else's, and never added up. */
export const lists: readonly EvidenceList[] = [
  observationsOfMe,
  ownRecordings,
  ownTryOuts,
  pupilsWork,
  assessmentsOfMe,
  ownStartingPoints,
  ownNotes,
];

/** What a person has, by sort, the latest first. */
export type Own = { readonly [sort in OwnEvidence]?: readonly EvidenceRow[] };

const askOwn = composed((who, most: Given<{ [sort in OwnEvidence]?: number }>) => {
  const asked: Record<string, List<EvidenceRow>> = {};
  for (const { sort, select } of lists) {
    if (most[sort] === undefined) continue;
    asked[sort] = list<EvidenceRow>(
      sql`select * from (${select(who)}) own order by day desc, id desc limit ${most[sort]}::integer`,
    );
  }
  return asked;
});

/** The person's own under these sources, at most so many of each sort; one statement, or none where none belongs there. */
export async function selectOwn(
  visit: Visit,
  sources: readonly EvidenceSource[],
  most: number,
): Promise<Own> {
  const sorts = sources.flatMap(({ rooms }) => rooms);
  if (sorts.length === 0) return {};
  return askOwn(visit.db, visit.who, Object.fromEntries(sorts.map((sort) => [sort, most])));
}
