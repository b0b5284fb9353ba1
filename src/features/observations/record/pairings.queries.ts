import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';

/** A pairing in which somebody learns: its coaching's id, and the names of its people. */
export interface Pairing {
  id: string;
  name: string;
}

/** The pairings in which this person is the learner, or learns as a co-coach. */
export async function selectLearningPairings(db: Db, who: Who): Promise<Pairing[]> {
  const ids = [...who.standing.circles]
    .filter(([, parts]) => parts.has('learner') || parts.has('co-coach'))
    .map(([id]) => id);
  if (ids.length === 0) return [];
  return db
    .selectFrom('circle')
    .select(['id', 'name'])
    .where('owner_id', '=', who.organisationId)
    .where('kind', '=', 'coaching')
    .where('id', 'in', ids)
    .orderBy('name')
    .execute();
}
