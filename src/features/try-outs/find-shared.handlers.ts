import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '#platform/db/database.ts';
import { told, type Told } from '#platform/jobs/handler.ts';
import { notify } from '#platform/notices/notices.ts';
import { titleOf, tryOutHref } from './addresses.ts';
import { fileTryOut } from './evidence-places.ts';
import { noticeKinds } from './notices.ts';

/** Where a try-out is found by those it is shared with, and who is told that it is. */

const about = z.object({ itemId: z.uuid(), organisationId: z.uuid() });

type About = Told<z.output<typeof about>>;

/** How it stands now, so that hearing twice changes nothing. */
interface Standing {
  technique: string;
  tried: string;
  programmeId: string | null;
  meetingId: string | null;
  placeId: string | null;
  ended: boolean;
  grants: string[];
}

/** Writes into the organisation's rows where a shared try-out is found, and no longer is. */
async function point(
  db: Db,
  { ownerId, body: { itemId, organisationId } }: About,
  now: Date,
): Promise<Standing | undefined> {
  const tryOut = await selectStanding(db, ownerId, itemId);
  if (!tryOut) return undefined;
  const grants = tryOut.ended ? [] : tryOut.grants;
  for (const principal of grants) {
    const row = {
      person_id: ownerId,
      programme_id: tryOut.programmeId ?? (await programmeOf(db, organisationId, principal)),
      meeting_id: tryOut.meetingId,
      ended_at: null,
    };
    await db
      .insertInto('try_out_shared')
      .values({ owner_id: organisationId, principal, try_out_id: itemId, shared_at: now, ...row })
      .onConflict((conflict) => conflict.columns(['owner_id', 'principal', 'try_out_id']).doUpdateSet(row))
      .execute();
  }
  let others = db
    .updateTable('try_out_shared')
    .set({ ended_at: now })
    .where('owner_id', '=', organisationId)
    .where('try_out_id', '=', itemId)
    .where('ended_at', 'is', null);
  if (grants.length > 0) others = others.where('principal', 'not in', grants);
  await others.execute();
  await fileTryOut(
    db,
    {
      ownerId: organisationId,
      placeId: tryOut.ended ? null : tryOut.placeId,
      itemOwnerId: ownerId,
      itemId,
      title: titleOf(tryOut),
      href: tryOutHref({ ownerId: ownerId, id: itemId }),
      filedBy: ownerId,
    },
    now,
  );
  return tryOut;
}

const followTryOut = told(
  ['try-out.changed', 'try-out.ended', 'try-out.restored'],
  about,
  async (message, { db, now }) => void (await point(db, message, now())),
);

/** Tells partners and specialists, who are few, that there is something to read; groups find it in their list. */
const tellReaders = told(['try-out.logged', 'try-out.shared'], about, async (message, job) => {
  const { db } = job;
  const now = job.now();
  const {
    ownerId,
    body: { itemId, organisationId },
  } = message;
  const tryOut = await point(db, message, now);
  if (!tryOut || tryOut.ended) return;
  for (const personId of await selectFew(db, organisationId, tryOut.grants))
    if (personId !== ownerId)
      await notify(
        db,
        {
          personId,
          fromOwner: organisationId,
          kind: noticeKinds.shared,
          subjectKey: itemId,
          itemId,
          href: tryOutHref({ ownerId, id: itemId }),
          dueAt: null,
        },
        now,
      );
});

export const shareHandlers = [followTryOut, tellReaders];

async function selectStanding(db: Db, ownerId: string, id: string): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`
    select t.technique, t.texts->>'tried' as tried, t.programme_id as "programmeId", t.meeting_id as "meetingId",
      t.place_id as "placeId", i.ended_at is not null as ended,
      array(select g.principal from audience_grant g
        where g.owner_id = i.owner_id and g.audience_id = i.audience_id) as grants
    from try_out t join item i on i.owner_id = t.owner_id and i.id = t.id
    where t.owner_id = ${ownerId} and t.id = ${id}`.execute(db);
  return rows[0];
}

/** The programme that a principal stands for, when its circle is a programme's. */
async function programmeOf(db: Db, organisationId: string, principal: string): Promise<string | null> {
  const [, id] = principal.split(':');
  const row = await db
    .selectFrom('circle')
    .select('id')
    .where('owner_id', '=', organisationId)
    .where('id', '=', id!)
    .where('kind', '=', 'programme')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The people behind those principals that name a part of a circle: partners, specialists. */
async function selectFew(db: Db, organisationId: string, grants: readonly string[]): Promise<string[]> {
  const named = grants.map((grant) => grant.split(':')).filter(([sort, , part]) => sort === 'circle' && part);
  const people = new Set<string>();
  for (const [, circleId, part] of named) {
    const rows = await db
      .selectFrom('circle_member')
      .select('person_id')
      .where('owner_id', '=', organisationId)
      .where('circle_id', '=', circleId!)
      .where('part', '=', part!)
      .where('ends_at', 'is', null)
      .execute();
    for (const row of rows) people.add(row.person_id);
  }
  return [...people];
}
