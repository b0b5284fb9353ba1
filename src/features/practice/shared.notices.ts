import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '#platform/db/database.ts';
import { told } from '#platform/jobs/handler.ts';
import { notify, settle } from '#platform/notices/notices.ts';
import { practiceHref } from './addresses.ts';
import type { Practice } from './practice.ts';

/** Where a shared practice is found by those it is shared with, and who is told that it is. */

const kind = 'practice.shared';

/** Writes into the school's rows where it is found, and tells people named and partners, who are few. */
export const followSharing = told(
  ['practice.shared', 'practice.let-go', 'practice.brought-back'],
  z.object({ itemId: z.uuid(), organisationId: z.uuid() }),
  async ({ ownerId, kind: happened, body: { itemId, organisationId } }, { db, now }) => {
    const at = now();
    const grants = await selectGrants(db, ownerId, itemId);
    for (const principal of grants)
      await db
        .insertInto('practice_shared')
        .values({
          owner_id: organisationId,
          principal,
          practice_id: itemId,
          person_id: ownerId,
          shared_at: at,
        })
        .onConflict((conflict) =>
          conflict.columns(['owner_id', 'principal', 'practice_id']).doUpdateSet({ ended_at: null }),
        )
        .execute();
    let others = db
      .updateTable('practice_shared')
      .set({ ended_at: at })
      .where('owner_id', '=', organisationId)
      .where('practice_id', '=', itemId)
      .where('ended_at', 'is', null);
    if (grants.length > 0) others = others.where('principal', 'not in', grants);
    await others.execute();
    if (happened !== 'practice.shared') return;
    for (const personId of await selectFew(db, organisationId, grants))
      if (personId !== ownerId)
        await notify(
          db,
          {
            personId,
            fromOwner: organisationId,
            kind,
            subjectKey: itemId,
            itemId,
            href: practiceHref({ ownerId, id: itemId }),
            dueAt: null,
          },
          at,
        );
  },
);

/** It was read: that is all that was asked. */
export const settleShared = (
  db: Db,
  personId: string,
  { id, organisationId }: Pick<Practice, 'id' | 'organisationId'>,
  now: Date,
): Promise<void> =>
  settle(db, { personIds: [personId], fromOwner: organisationId, kind, subjectKey: id }, now);

/** With whom it is shared as it stands; nobody once it was let go. */
async function selectGrants(db: Db, ownerId: string, id: string): Promise<string[]> {
  const { rows } = await sql<{ principal: string }>`
    select g.principal from item i
    join audience_grant g on g.owner_id = i.owner_id and g.audience_id = i.audience_id
    where i.owner_id = ${ownerId} and i.id = ${id} and i.ended_at is null`.execute(db);
  return rows.map(({ principal }) => principal);
}

/** The people named, and those behind parts of circles: partners, a coach, a specialist. */
async function selectFew(db: Db, organisationId: string, grants: readonly string[]): Promise<Set<string>> {
  const people = new Set<string>();
  for (const [sort, id, part] of grants.map((grant) => grant.split(':'))) {
    if (sort === 'person') people.add(id!);
    if (sort !== 'circle' || !part) continue;
    const rows = await db
      .selectFrom('circle_member')
      .select('person_id')
      .where('owner_id', '=', organisationId)
      .where('circle_id', '=', id!)
      .where('part', '=', part)
      .where('ends_at', 'is', null)
      .execute();
    for (const row of rows) people.add(row.person_id);
  }
  return people;
}
