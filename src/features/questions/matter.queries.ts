import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** A question as those who are told of it need it: nothing of what was written. */
export interface Matter {
  id: string;
  slug: string;
  askerId: string;
  waitingSince: Date | null;
  /** Not withdrawn, and its programme runs. */
  open: boolean;
  lastByAsker: boolean;
  specialists: string[];
  /** Who was specialist once and may still have it in their list. */
  former: string[];
}

export async function selectMatter(db: Db, ownerId: string, id: string): Promise<Matter | undefined> {
  const { rows } = await sql<Matter>`
    select q.id, p.slug, q.asker_id as "askerId",
      q.waiting_since as "waitingSince", i.ended_at is null and p.closed_at is null as open,
      coalesce(last.author_id = q.asker_id, true) as "lastByAsker",
      array(select distinct cm.person_id::text from circle_member cm where cm.owner_id = ${ownerId}
        and cm.circle_id = p.id and cm.part = 'specialist' and cm.ends_at is null) as specialists,
      array(select distinct cm.person_id::text from circle_member cm where cm.owner_id = ${ownerId}
        and cm.circle_id = p.id and cm.part = 'specialist' and cm.ends_at is not null) as former
    from question q
    join item i on i.owner_id = q.owner_id and i.id = q.id
    join programme p on p.owner_id = q.owner_id and p.id = q.programme_id
    left join lateral (select r.author_id from question_reply r
      where r.owner_id = ${ownerId} and r.question_id = q.id and r.ended_at is null
      order by r.created_at desc, r.id desc limit 1) last on true
    where q.owner_id = ${ownerId} and q.id = ${id}`.execute(db);
  return rows[0];
}
