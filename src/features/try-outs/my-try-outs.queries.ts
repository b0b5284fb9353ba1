import { sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { tryOutPolicy } from './try-out.policy.ts';

export interface OwnTryOut {
  id: string;
  technique: string;
  tried: string;
  onDate: string;
  pupils: string;
  programme: string | null;
  shared: boolean;
  comments: number;
  total: number;
  /** Over the last twelve weeks: how many, in how many different weeks, how many of them shared. */
  lately: number;
  weeks: number;
  sharedLately: number;
}

/** One's own try-outs, the latest first, with how it has gone lately. `since` is a day. */
export async function selectOwnTryOuts(
  db: Db,
  who: Who,
  since: string,
  page: { limit: number; offset: number },
): Promise<OwnTryOut[]> {
  const lately = sql`filter (where o.on_date >= ${since}::date)`;
  const { rows } = await sql<OwnTryOut>`
    with own as materialized (
      select t.*, i.audience_id is not null as shared
      from try_out t join item i on i.owner_id = t.owner_id and i.id = t.id
      where t.owner_id = ${who.personId} and i.ended_at is null and ${who.sees('i', tryOutPolicy, 'write')}),
    counts as (select count(*)::integer as total, count(*) ${lately}::integer as lately,
        count(distinct date_trunc('week', o.on_date)) ${lately}::integer as weeks,
        count(*) filter (where o.shared and o.on_date >= ${since}::date)::integer as "sharedLately" from own o)
    select o.id, o.technique, o.texts->>'tried' as tried, o.on_date as "onDate", o.pupils, c.name as programme, o.shared,
      (select count(*)::integer from try_out_comment m where m.owner_id = ${who.organisationId}
        and m.try_out_id = o.id and m.ended_at is null) as comments, counts.*
    from own o cross join counts
    left join circle c on c.owner_id = ${who.organisationId} and c.id = o.programme_id
    order by o.on_date desc, o.id desc limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows;
}
