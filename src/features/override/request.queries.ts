import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { overriders } from '#features/people/index.ts';
import type { Request } from './request.ts';

const requests = (db: Db, ownerId: string) =>
  db
    .selectFrom('override_request as r')
    .innerJoin('person as a', 'a.id', 'r.author_id')
    .innerJoin('person as k', 'k.id', 'r.asked_by')
    .leftJoin('person as w', 'w.id', 'r.answered_by')
    .select([
      'r.owner_id as ownerId',
      'r.id',
      'r.item_owner as itemOwner',
      'r.item_id as itemId',
      'r.item_kind as itemKind',
      'r.author_id as authorId',
      'a.name as author',
      'r.asked_by as askedBy',
      'k.name as asker',
      'r.asked_as as askedAs',
      'r.reason',
      'r.asked_at as askedAt',
      'r.hidden_until as hiddenUntil',
      'r.answered_by as answeredBy',
      'w.name as answerer',
      'r.answered_at as answeredAt',
      'r.agreed',
      'r.expires_at as expiresAt',
      'r.withdrawn_at as withdrawnAt',
    ])
    .where('r.owner_id', '=', ownerId);

export type Listed = Request & { total: number };

/** The requests of an organisation, the latest first, but for those about what is this person's own. */
export const selectRequests = (visit: Visit, page: { limit: number; offset: number }): Promise<Listed[]> =>
  requests(visit.db, visit.organisationId)
    .select(sql<number>`count(*) over ()::integer`.as('total'))
    .where('r.author_id', '<>', visit.who.personId)
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();

/**
 * The request that the address names. Throws `NotFound` when there is none, and to the author of what it is
 * about: they are told in another way, and not before it is safe.
 */
export async function selectRequest(visit: Visit): Promise<Request> {
  const { override: id = '' } = visit.params;
  const found = isId(id) ? await selectRequestById(visit.db, visit.organisationId, id) : undefined;
  if (!found || found.authorId === visit.who.personId) throw new NotFound();
  return found;
}

export const selectRequestById = (db: Db, ownerId: string, id: string): Promise<Request | undefined> =>
  requests(db, ownerId).where('r.id', '=', id).executeTakeFirst();

/** Who may be one of the two, on this day: people and the roles they hold. */
export async function selectOverriders(
  db: Db,
  ownerId: string,
  today: string,
): Promise<{ personId: string; roles: string[] }[]> {
  const rows = await db
    .selectFrom('appointment as a')
    .select(['a.person_id as personId', sql<string[]>`array_agg(distinct a.role)`.as('roles')])
    .where('a.owner_id', '=', ownerId)
    .where('a.role', 'in', overriders)
    .where(current('a', today))
    .groupBy('a.person_id')
    .execute();
  return rows;
}
