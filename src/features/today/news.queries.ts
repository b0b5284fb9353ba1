import { type RawBuilder, sql } from 'kysely';
import { dayMs } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import type { Rhythm } from '#platform/notices/hearing.ts';
import { daysAhead } from '#platform/notices/letter-times.ts';
import { fromHere } from './from-here.ts';

/** Something that waits for somebody and that they are to hear of. */
export interface News {
  personId: string;
  id: string;
  kind: string;
  dueAt: Date | null;
  beginsAt: Date | null;
}

/** The moment to which the letters of a rhythm look ahead: what falls due by then is told of as due. */
const horizon = (now: Date): RawBuilder<Date> => {
  const by = (rhythm: Rhythm) => sql`${new Date(now.getTime() + daysAhead(rhythm) * dayMs)}::timestamptz`;
  return sql<Date>`case r.rhythm when 'weekly' then ${by('weekly')} when 'daily' then ${by('daily')}
    else ${by('at-once')} end`;
};

/** Of the notice `n`, which waits: no letter told of it yet. What has begun meanwhile is news no longer. */
const isNew = (now: Date) =>
  sql<boolean>`(n.done_at is null and n.told_at is null and (n.begins_at is null or n.begins_at > ${now}))`;
/** It falls due, and no letter said so. Of what begins, a note may tell; it is not due besides. */
const fallsDue = (now: Date) =>
  sql<boolean>`(n.done_at is null and n.mailed_at is null and n.begins_at is null and n.due_at <= ${horizon(now)})`;

/** The members who have an account, in an order that stays. */
export async function selectMembers(db: Db, organisationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('member as m')
    .innerJoin('credential as a', 'a.person_id', 'm.person_id')
    .select('m.person_id as personId')
    .where('m.owner_id', '=', organisationId)
    .where('m.ended_at', 'is', null)
    .orderBy('m.person_id')
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Those of these members for whom there is something to write about, whether or not it is time for it. */
export async function selectPeopleWithNews(
  db: Db,
  organisationId: string,
  personIds: readonly string[],
  now: Date,
): Promise<string[]> {
  // Each half of the question has an index of its own.
  const those = (condition: RawBuilder<boolean>) => sql`select n.owner_id from notice n
    left join reminder_choice r on r.owner_id = n.owner_id
    where n.owner_id = any(${[...personIds]}::uuid[]) and r.rhythm is distinct from 'never'
      and ${condition} and ${fromHere(organisationId)}`;
  const { rows } = await sql<{ personId: string }>`
    select owner_id as "personId" from (${those(isNew(now))} union ${those(fallsDue(now))}) people
    order by owner_id`.execute(db);
  return rows.map(({ personId }) => personId);
}

/** What these people are to hear of, what is due first. */
export async function selectNews(
  db: Db,
  organisationId: string,
  personIds: readonly string[],
  now: Date,
): Promise<News[]> {
  const { rows } = await sql<News>`
    select n.owner_id as "personId", n.id, n.kind, n.due_at as "dueAt", n.begins_at as "beginsAt" from notice n
    left join reminder_choice r on r.owner_id = n.owner_id
    where n.owner_id = any(${[...personIds]}::uuid[]) and ${fromHere(organisationId)}
      and (${isNew(now)} or ${fallsDue(now)})
    order by n.due_at nulls last, n.created_at, n.id`.execute(db);
  return rows;
}

/** What begins within a day, for those who wish a note before and had none about that beginning. */
export async function selectSoon(
  db: Db,
  organisationId: string,
  personIds: readonly string[],
  now: Date,
): Promise<News[]> {
  const { rows } = await sql<News>`
    select n.owner_id as "personId", n.id, n.kind, n.due_at as "dueAt", n.begins_at as "beginsAt"
    from reminder_choice r join notice n on n.owner_id = r.owner_id
    where r.owner_id = any(${[...personIds]}::uuid[]) and r.soon <> 'no' and r.rhythm <> 'never'
      and n.done_at is null and n.begins_at > ${now} and n.begins_at <= ${new Date(now.getTime() + dayMs)}
      and n.noted_for is distinct from n.begins_at and ${fromHere(organisationId)}
    order by n.begins_at, n.id`.execute(db);
  return rows;
}

/** Notes that letters tell of these; of those that are `due`, as due. */
export async function markWritten(
  tx: Db,
  told: readonly News[],
  due: readonly News[],
  now: Date,
): Promise<void> {
  const theirs = (
    news: readonly News[],
  ) => sql<boolean>`owner_id = any(${news.map((each) => each.personId)}::uuid[])
    and id = any(${news.map((each) => each.id)}::uuid[])`;
  await sql`update notice set told_at = coalesce(told_at, ${now}) where ${theirs(told)}`.execute(tx);
  if (due.length > 0) await sql`update notice set mailed_at = ${now} where ${theirs(due)}`.execute(tx);
}

/** Notes that these had a note before they begin, which tells of them altogether. */
export async function markNoted(tx: Db, soon: readonly News[], now: Date): Promise<void> {
  await sql`update notice set noted_for = begins_at, told_at = coalesce(told_at, ${now}), mailed_at = ${now}
    where owner_id = any(${soon.map((each) => each.personId)}::uuid[])
      and id = any(${soon.map((each) => each.id)}::uuid[])`.execute(tx);
}
