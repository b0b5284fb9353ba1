import { sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { titleOf, tryOutHref } from './addresses.ts';
import { tryOutPolicy } from './try-out.policy.ts';

export interface SharedTryOut {
  ownerId: string;
  id: string;
  href: string;
  /** Its technique, or its first words. */
  title: string;
  author: string;
  onDate: string;
  pupils: string;
  /** How pupils responded, in the author's words. */
  pupilsResponded: string;
  programmeId: string | null;
  /** The meeting of the programme to which its author brings it. */
  meetingId: string | null;
  total: number;
}

/**
 * What this person may read of the try-outs that others (and they themselves) shared in a programme,
 * the latest first; with `meetingId` only those brought to that meeting. One statement. The route's purpose must be learning.
 */
export const sharedTryOuts = (
  db: Db,
  who: Who,
  programmeId: string,
  meetingId?: string,
  page: { limit: number; offset: number } = { limit: 50, offset: 0 },
): Promise<SharedTryOut[]> => select(db, who, { programmeId, meetingId }, page);

/** Everything that others shared with this person, in any programme or partnership. */
export const sharedWithMe = (
  db: Db,
  who: Who,
  page: { limit: number; offset: number },
): Promise<SharedTryOut[]> => select(db, who, { notBy: who.personId }, page);

interface Narrowed {
  programmeId?: string;
  meetingId?: string | undefined;
  notBy?: string;
}

async function select(
  db: Db,
  who: Who,
  { programmeId, meetingId, notBy }: Narrowed,
  page: { limit: number; offset: number },
): Promise<SharedTryOut[]> {
  // The organisation's rows say where to look; the audience of each item, asked beside them, decides.
  const pointers = (
    column: 'person_id' | 'try_out_id',
  ) => sql`(select s.${sql.ref(column)} from try_out_shared s
    where s.owner_id = ${who.organisationId} and s.principal = any(${who.standing.principals}::text[])
      and s.ended_at is null ${programmeId ? sql`and s.programme_id = ${programmeId}` : sql``}
      ${meetingId ? sql`and s.meeting_id = ${meetingId}` : sql``}
      ${notBy ? sql`and s.person_id <> ${notBy}` : sql``})`;
  const { rows } = await sql<Omit<SharedTryOut, 'href' | 'title'> & { technique: string; tried: string }>`
    select t.owner_id as "ownerId", t.id, t.technique, t.texts->>'tried' as tried, a.name as author,
      t.on_date as "onDate", t.pupils, t.texts->>'pupils-responded' as "pupilsResponded",
      t.programme_id as "programmeId", t.meeting_id as "meetingId", count(*) over ()::integer as total
    from try_out t join item i on i.owner_id = t.owner_id and i.id = t.id join person a on a.id = t.owner_id
    where t.owner_id in ${pointers('person_id')} and t.id in ${pointers('try_out_id')}
      and i.ended_at is null and ${who.sees('i', tryOutPolicy)}
    order by t.on_date desc, t.id desc limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows.map(({ technique, tried, ...row }) => ({
    ...row,
    title: titleOf({ technique, tried }),
    href: tryOutHref(row),
  }));
}
