import { sql } from 'kysely';
import { addDays } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import type { Audience } from './audience.ts';
import { mustReadNotice } from './must-read.notices.ts';
import { isReachedAsStaff } from './reached.ts';

/** A notice as those are told who are to read it. */
export interface MustRead {
  id: string;
  authorId: string;
  fromOn: string;
  untilOn: string;
  mustRead: boolean;
  askedVersion: number;
  endedAt: Date | null;
  grants: { principal: string }[];
  /** Those in whose lists it stood or stands. */
  told: string[];
  /** Those in whose lists it stands as it is asked now, put aside by themselves or not. */
  standing: string[];
}

const columns = (owner: string) => sql`n.id, i.author_id as "authorId", n.from_on as "fromOn",
  n.until_on as "untilOn", n.must_read as "mustRead", n.asked_version as "askedVersion", i.ended_at as "endedAt",
  coalesce((select json_agg(json_build_object('principal', g.principal)) from audience_grant g
    where g.owner_id = ${owner} and g.audience_id = i.audience_id), '[]'::json) as grants,
  array(select distinct w.owner_id::text ${ofNotice(owner)}) as told,
  array(select w.owner_id::text ${ofNotice(owner)} and w.subject_key = n.id || ' ' || n.asked_version
    and (w.done_at is null or w.aside_at is not null)) as standing`;

const ofNotice = (owner: string) => sql`from notice w
  where w.owner_id in (select m.person_id from member m where m.owner_id = ${owner} and m.kind = 'staff')
    and w.from_owner = ${owner} and w.kind = ${mustReadNotice} and w.item_id = n.id`;

/** One notice, with the time zone of its school; undefined when there is none. */
export async function selectMustRead(
  db: Db,
  owner: string,
  id: string,
): Promise<(MustRead & { zone: string }) | undefined> {
  const { rows } = await sql<MustRead & { zone: string }>`
    select ${columns(owner)}, o.time_zone as zone
    from posted_notice n
    join item i on i.owner_id = ${owner} and i.id = n.id
    join organisation o on o.id = ${owner}
    where n.owner_id = ${owner} and n.id = ${id}`.execute(db);
  return rows[0];
}

/** Those that begin, stand, or were over not long ago: a server that was off for a week makes it good. */
export async function selectMustReads(db: Db, owner: string, today: string): Promise<MustRead[]> {
  const { rows } = await sql<MustRead>`
    select ${columns(owner)}
    from posted_notice n join item i on i.owner_id = ${owner} and i.id = n.id
    where n.owner_id = ${owner} and n.must_read and n.from_on <= ${today} and n.until_on >= ${addDays(today, -14)}
    order by n.id`.execute(db);
  return rows;
}

/** Staff whom it reaches today as such and who have not said that they have read it; never its author. */
export async function selectAsked(
  db: Db,
  owner: string,
  notice: Pick<MustRead, 'id' | 'authorId' | 'askedVersion'>,
  audience: Audience,
  today: string,
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select m.person_id as "personId" from member m
    where m.owner_id = ${owner} and m.person_id <> ${notice.authorId}
      and ${isReachedAsStaff(owner, audience, today)}
      and not exists (select 1 from posted_notice_reading r where r.owner_id = ${owner}
        and r.notice_id = ${notice.id} and r.person_id = m.person_id and r.version >= ${notice.askedVersion})
    order by m.person_id`.execute(db);
  return rows.map(({ personId }) => personId);
}
