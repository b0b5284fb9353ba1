import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Db } from '#platform/db/database.ts';
import type { Who } from '#platform/access/who.ts';
import type { RecordingState } from '../../recording.ts';
import { closedRecording, mayWatchOrPlayed } from './may-watch.ts';

/** A recording in a list. */
export interface Listed {
  id: string;
  /** Empty of one that is closed to the reader. */
  title: string;
  authorId: string;
  author: string;
  filmedOn: string;
  kind: 'video' | 'audio' | null;
  unit: string | null;
  circle: string | null;
  state: RecordingState;
  durationMs: number | null;
  keepUntil: string;
  watchedAt: Date | null;
  closed: boolean;
  hasPoster: boolean;
  /** Those it is shown to: names of people, groups and classes. */
  shownTo: string[];
  /** All staff have it, as an example. */
  forAllStaff: boolean;
  total: number;
}

export interface Narrowed {
  whose: 'mine' | 'shown' | undefined;
  /** A part of the title or of the name of whoever made it. */
  find: string | undefined;
  limit: number;
  offset: number;
}

const moments = { watchedAt: 'moment' } as const;

const ask = composed((who, { whose, find, limit, offset }: Given<Narrowed>) => {
  const me = who.personId;
  const owner = who.organisationId;
  const mine = sql`i.author_id = ${me}`;
  const open = sql`(${mine} or not ${closedRecording(owner)})`;
  const shown = mayWatchOrPlayed(who);
  return {
    rows: list<Listed>(
      sql`select r.id, case when ${open} then r.title else '' end as title, i.author_id as "authorId", a.name as author, r.filmed_on as "filmedOn", r.kind,
          u.name as unit, c.name as circle, r.state, r.duration_ms as "durationMs", r.keep_until as "keepUntil",
          r.watched_at as "watchedAt", ${closedRecording(owner)} as closed,
          ${open} and exists (select 1 from recording_medium m where m.owner_id = ${owner} and m.recording_id = r.id
            and m.part = 'poster' and m.ended_at is null) as "hasPoster",
          case when i.author_id = ${me} then coalesce((select json_agg(coalesce(p.name, gc.name, gu.name) order by g.principal)
            from audience_grant g
            left join person p on p.id = case when g.principal like 'person:%' then split_part(g.principal, ':', 2)::uuid end
            left join circle gc on gc.owner_id = ${owner}
              and gc.id = case when g.principal like 'circle:%' then split_part(g.principal, ':', 2)::uuid end
            left join unit gu on gu.owner_id = ${owner}
              and gu.id = case when g.principal like 'unit:%' then split_part(g.principal, ':', 2)::uuid end
            where g.owner_id = ${owner} and g.audience_id = i.audience_id
              and coalesce(p.name, gc.name, gu.name) is not null), '[]'::json) else '[]'::json end as "shownTo",
          exists (select 1 from audience_grant sg where sg.owner_id = ${owner} and sg.audience_id = i.audience_id
            and sg.principal = ${`staff:${owner}`}) as "forAllStaff",
          count(*) over ()::int as total
        from recording r
        join item i on i.owner_id = r.owner_id and i.id = r.id
        join person a on a.id = i.author_id
        left join unit u on u.owner_id = r.owner_id and u.id = r.unit_id
        left join circle c on c.owner_id = r.owner_id and c.id = r.circle_id
        where r.owner_id = ${owner} and i.owner_id = ${owner} and i.ended_at is null
          and (${whose === undefined ? sql`(${mine} or ${shown})` : sql`case when ${whose}::text = 'mine' then ${mine} else ${shown} end`})
          ${find === undefined ? sql`` : sql`and (${open} and r.title ilike ${find} or a.name ilike ${find})`}
        order by r.filmed_on desc, r.id desc limit ${limit}::int offset ${offset}::int`,
      moments,
    ),
  };
});

/** One's own recordings and those that were shown to one, the newest lesson first; of others' also what closed after one had played it. */
export const selectRecordings = async (
  db: Db,
  who: Who,
  { find, ...narrowed }: Narrowed,
): Promise<Listed[]> =>
  (await ask(db, who, { ...narrowed, find: find && `%${find.replace(/[\\%_]/g, '\\$&')}%` })).rows;
