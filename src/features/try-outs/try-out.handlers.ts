import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Handler } from '#platform/http/feature.ts';
import type { Message } from '#platform/jobs/outbox.ts';
import { notify } from '#platform/notices/notices.ts';
import { titleOf, tryOutHref } from './addresses.ts';
import { fileTryOut } from './evidence-places.ts';
import { noticeKinds } from './notices.ts';

/** What follows from a try-out, told by the relay. Each reads how things stand now, so hearing twice changes nothing. */

interface Told {
  itemId: string;
  actorId: string;
  organisationId: string;
}

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
async function point(db: Db, message: Message, now: Date): Promise<Standing | undefined> {
  const { itemId, organisationId } = message.body as Told;
  const tryOut = await selectStanding(db, message.ownerId, itemId);
  if (!tryOut) return undefined;
  const grants = tryOut.ended ? [] : tryOut.grants;
  for (const principal of grants) {
    const row = {
      person_id: message.ownerId,
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
      itemOwnerId: message.ownerId,
      itemId,
      title: titleOf(tryOut),
      href: tryOutHref({ ownerId: message.ownerId, id: itemId }),
      filedBy: message.ownerId,
    },
    now,
  );
  return tryOut;
}

const pointTo: Handler = async (services, message) => {
  await point(services.db, message, services.now());
};

/** Tells partners and specialists, who are few, that there is something to read; groups find it in their list. */
const shared: Handler = async (services, message) => {
  const { db } = services;
  const now = services.now();
  const { itemId, organisationId } = message.body as Told;
  const tryOut = await point(db, message, now);
  if (!tryOut || tryOut.ended) return;
  for (const personId of await selectFew(db, organisationId, tryOut.grants))
    if (personId !== message.ownerId)
      await notify(
        db,
        {
          personId,
          fromOwner: organisationId,
          kind: noticeKinds.shared,
          subjectKey: itemId,
          itemId,
          href: tryOutHref({ ownerId: message.ownerId, id: itemId }),
          dueAt: null,
        },
        now,
      );
};

/** Tells the author and whoever took part before that something was said. */
const commented: Handler = async (services, message) => {
  const { itemId, actorId, personId, commentId } = message.body as Told & {
    personId: string;
    commentId: string;
  };
  const rows = await services.db
    .selectFrom('try_out_comment')
    .select('author_id')
    .distinct()
    .where('owner_id', '=', message.ownerId)
    .where('try_out_id', '=', itemId)
    .where('ended_at', 'is', null)
    .execute();
  for (const to of new Set([personId, ...rows.map((row) => row.author_id)]))
    if (to !== actorId)
      await notify(
        services.db,
        {
          personId: to,
          fromOwner: message.ownerId,
          kind: noticeKinds.comment,
          subjectKey: commentId,
          itemId,
          href: tryOutHref({ ownerId: personId, id: itemId }),
          dueAt: null,
        },
        services.now(),
      );
};

/** Brings a technique back to its author's list, unless it was looked at or the reminders were stopped meanwhile. */
const revisitDue: Handler = async (services, message) => {
  const { itemId, organisationId, number } = message.body as Told & { number: number };
  const revisit = await services.db
    .selectFrom('try_out_revisit as r')
    .innerJoin('item as i', (join) =>
      join.onRef('i.owner_id', '=', 'r.owner_id').onRef('i.id', '=', 'r.try_out_id'),
    )
    .select('r.id')
    .where('r.owner_id', '=', message.ownerId)
    .where('r.try_out_id', '=', itemId)
    .where('r.number', '=', number)
    .where('r.looked_at', 'is', null)
    .where('r.ended_at', 'is', null)
    .where('i.ended_at', 'is', null)
    .executeTakeFirst();
  if (!revisit) return;
  await notify(
    services.db,
    {
      personId: message.ownerId,
      fromOwner: organisationId,
      kind: noticeKinds.revisit,
      subjectKey: `${itemId}:${number}`,
      itemId,
      href: tryOutHref({ ownerId: message.ownerId, id: itemId }),
      dueAt: message.dueAt,
    },
    services.now(),
  );
};

export const tryOutHandlers: Readonly<Record<string, Handler>> = {
  'try-out.logged': shared,
  'try-out.shared': shared,
  'try-out.changed': pointTo,
  'try-out.ended': pointTo,
  'try-out.restored': pointTo,
  'try-out.commented': commented,
  'try-out.revisit-due': revisitDue,
};

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
