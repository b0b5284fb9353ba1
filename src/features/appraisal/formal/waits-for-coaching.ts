import type { Db } from '#platform/db/database.ts';
import { coachingOfTerm } from '../coaching-of-term.ts';
import { askedOf, type Formal, stateOf } from './formal-observation.ts';

/**
 * Whether the teacher is not asked yet, because their own coaching of that term is not complete. It is for the
 * teacher's own page and their own list on Today; nobody else's page may ask it.
 */
export async function waitsForCoaching(db: Db, formal: Formal): Promise<boolean> {
  const { coachingFirst, releasedAt, termFrom, termTo, ownerId, personId } = formal;
  if (!coachingFirst || releasedAt || termFrom === null || termTo === null) return false;
  if (stateOf(formal) !== 'proposed' || askedOf(formal) !== personId) return false;
  const term = { organisationId: ownerId, personId, from: termFrom, to: termTo };
  return (await coachingOfTerm(db, term)) === 'running';
}
