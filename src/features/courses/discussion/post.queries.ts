import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Heard } from './heard-by.ts';

/** What somebody said in a discussion. One that was taken back keeps its place while others answered it. */
export interface Post {
  id: string;
  personId: string;
  name: string;
  replyTo: string | null;
  /** The group that hears it; null for everybody. */
  groupId: string | null;
  words: string;
  createdAt: Date;
  endedAt: Date | null;
}

const mostPosts = 500;

/** The newest posts of a discussion in the order in which they were said. */
export async function selectPosts(
  db: Db,
  ownerId: string,
  activityId: string,
  heard: Heard,
): Promise<Post[]> {
  const { rows } =
    await sql<Post>`select * from (select o.id, o.person_id as "personId", p.name, o.reply_to as "replyTo", o.group_id as "groupId",
      case when o.ended_at is null then o.words else '' end as words, o.created_at as "createdAt", o.ended_at as "endedAt"
    from course_post o join person p on p.id = o.person_id
    where o.owner_id = ${ownerId} and o.activity_id = ${activityId}
      ${heard === 'all' ? sql`` : sql`and (o.group_id is null or o.group_id = ${heard.groupId} or o.person_id = ${heard.personId})`}
      and (o.ended_at is null or exists (select 1 from course_post r where r.owner_id = ${ownerId}
        and r.reply_to = o.id and r.ended_at is null))
    order by o.created_at desc, o.id desc limit ${mostPosts}) n order by n."createdAt", n.id`.execute(db);
  return rows;
}

export async function selectPost(db: Db, ownerId: string, activityId: string, id: string) {
  return db
    .selectFrom('course_post')
    .select([
      'id',
      'person_id as personId',
      'reply_to as replyTo',
      'group_id as groupId',
      'ended_at as endedAt',
      'ended_by as endedBy',
    ])
    .where('owner_id', '=', ownerId)
    .where('activity_id', '=', activityId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertPost(
  tx: Db,
  ownerId: string,
  post: Pick<Post, 'personId' | 'replyTo' | 'groupId' | 'words'> & { courseId: string; activityId: string },
  now: Date,
): Promise<string> {
  const id = newId(now);
  await tx
    .insertInto('course_post')
    .values({
      owner_id: ownerId,
      id,
      course_id: post.courseId,
      activity_id: post.activityId,
      person_id: post.personId,
      reply_to: post.replyTo,
      group_id: post.groupId,
      words: post.words,
      created_at: now,
      ended_at: null,
    })
    .execute();
  return id;
}

/** Takes a post back or out, or with null lets it stand again. */
export const setPostEnded = (
  tx: Db,
  ownerId: string,
  id: string,
  ended: { at: Date; by: string } | null,
): Promise<unknown> =>
  tx
    .updateTable('course_post')
    .set({ ended_at: ended?.at ?? null, ended_by: ended?.by ?? null })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();
