import { type Selectable, sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Tables } from '#platform/db/schema.generated.ts';

/** That a group would like to ask somebody who is not of the school. */
export type GuestRequest = Selectable<Tables['group_guest_request']>;

/** The same as it is listed. */
export interface RequestLine {
  id: string;
  slug: string;
  title: string;
  name: string;
  address: string;
  comesFrom: string;
  words: string;
  by: string;
  at: Date;
  answer: string | null;
}

export const perPage = 30;

/** One page of the requests that wait, of the whole school or of one group, with how many there are on all. */
export async function selectRequests(
  db: Db,
  ownerId: string,
  { programmeId, page }: { programmeId?: string; page: number },
): Promise<{ waiting: RequestLine[]; all: number }> {
  const { rows } = await sql<RequestLine & { all: number }>`
    select r.id, p.slug, p.title, r.given_name || ' ' || r.family_name as name, r.address, r.comes_from as "comesFrom",
      r.words, b.name as by, r.asked_at as at, r.answer,
      count(*) over ()::int as all
    from group_guest_request r join programme p on p.owner_id = r.owner_id and p.id = r.programme_id
    join person b on b.id = r.by_id
    where r.owner_id = ${ownerId} and p.owner_id = ${ownerId} and r.answer is null and p.closed_at is null
      ${programmeId === undefined ? sql`` : sql`and r.programme_id = ${programmeId}`}
    order by r.asked_at, r.id limit ${perPage} offset ${(page - 1) * perPage}`.execute(db);
  return { waiting: rows, all: rows[0]?.all ?? 0 };
}

/** One request, for a change of it: others wait until this one is written. */
export const selectRequest = (tx: Db, ownerId: string, id: string): Promise<GuestRequest | undefined> =>
  tx
    .selectFrom('group_guest_request')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export async function updateRequest(
  tx: Db,
  { owner_id: ownerId, id }: Pick<GuestRequest, 'owner_id' | 'id'>,
  answer: 'yes' | 'no' | 'withdrawn' | null,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('group_guest_request')
    .set(
      answer === null
        ? { answer, answered_by: null, answered_at: null }
        : { answer, answered_by: by, answered_at: at },
    )
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();
}
