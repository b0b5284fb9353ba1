import { insertItem, type Grant, principals } from '#platform/access/items.ts';
import type { Db } from '#platform/db/database.ts';
import { talkPolicy } from './messages.policy.ts';
import { talkPrincipals } from './principals.ts';
import { hasPupils, type Mode, type Part, type Sort } from './talk.ts';

export interface NewTalk {
  sort: Sort;
  title?: string;
  /** The pupil it is with, or the child it is about. */
  pupilId?: string | null;
  mode?: Mode;
  untilOn?: string | null;
  /** Those who are in it by name. */
  people: readonly { personId: string; part: Part }[];
  /** Groups that take part: a class’s pupils, a department’s staff. */
  groups?: readonly string[];
  /** Looks after it; for a class or among staff. */
  keeperId?: string;
  /** Names those between whom it is, where there is one such conversation at most. */
  betweenKey?: string | null;
}

/** Opens a conversation. Answers its id; undefined where there is one between these already. */
export async function insertTalk(
  tx: Db,
  { ownerId, authorId }: { ownerId: string; authorId: string },
  talk: NewTalk,
  now: Date,
): Promise<string | undefined> {
  const betweenKey = talk.betweenKey ?? null;
  if (betweenKey !== null) {
    const there = await selectBetween(tx, ownerId, betweenKey);
    if (there !== undefined) return undefined;
  }
  const id = await insertItem(
    tx,
    { ownerId, policy: talkPolicy, authorId, grants: grantsFor(ownerId, talk) },
    now,
  );
  await tx
    .insertInto('talk')
    .values({
      owner_id: ownerId,
      id,
      sort: talk.sort,
      title: talk.title ?? '',
      pupil_id: talk.pupilId ?? null,
      mode: talk.mode ?? 'discuss',
      until_on: talk.untilOn ?? null,
      between_key: betweenKey,
      last_at: now,
      created_at: now,
    })
    .execute();
  if (talk.people.length > 0)
    await tx
      .insertInto('talk_person')
      .values(
        talk.people.map(({ personId, part }) => ({
          owner_id: ownerId,
          talk_id: id,
          person_id: personId,
          part,
        })),
      )
      .execute();
  return id;
}

/** What the kernel is told: who takes part, who looks after it, and who watches where pupils take part. */
function grantsFor(ownerId: string, talk: NewTalk): Grant[] {
  const people = talk.people.map(({ personId, part }): Grant => ({
    principal: part === 'carer' ? talkPrincipals.carer(talk.pupilId!, personId) : principals.person(personId),
    ability: part === 'watcher' ? 'edit' : 'contribute',
  }));
  return [
    ...people,
    ...(talk.groups ?? []).map((principal): Grant => ({ principal, ability: 'contribute' })),
    ...(talk.keeperId ? [{ principal: principals.person(talk.keeperId), ability: 'edit' } as const] : []),
    ...(hasPupils(talk.sort)
      ? [{ principal: talkPrincipals.watchers(ownerId), ability: 'read' } as const]
      : []),
  ];
}

/** The conversation between exactly these, where there is one. */
export async function selectBetween(
  db: Db,
  ownerId: string,
  betweenKey: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('talk')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('between_key', '=', betweenKey)
    .executeTakeFirst();
  return row?.id;
}
