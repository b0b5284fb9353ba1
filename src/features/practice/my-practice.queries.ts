import { type RawBuilder, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { addDays } from '#platform/calendar/dates.ts';
import { practicePolicy } from './practice.policy.ts';
import { type Stage, stageOf } from './practice.ts';

export interface OwnPractice {
  id: string;
  words: string;
  whereUsed: string;
  technique: string | null;
  schoolTitle: string | null;
  stage: Stage;
  /** When it is met again, if that is planned. */
  dueOn: string | null;
  relapse: boolean;
  touchedAt: Date;
  shared: boolean;
}

interface Row extends Omit<OwnPractice, 'stage'> {
  rehearsals: number;
  doings: number;
  looksDone: number;
  settled: boolean;
  total: number;
  dusty: number;
}

/** Weeks without a touch after which something begun gathers dust. */
export const dustyWeeks = 4;
/** Days for which a look may wait before it says that nobody comes. */
const patience = 14;

/**
 * What was begun, has not been touched for a while, does not go by itself, and is not about to be met again.
 * `x` is the practice and `w` the look that waits.
 */
const gathersDust = (today: string): RawBuilder<boolean> =>
  sql`(x.settled_at is null and x.touched_at < ${addDays(today, -7 * dustyWeeks)}::date
    and (w.due_on is null or w.due_on < ${addDays(today, -patience)}::date))`;

/** Which of one's own: those that go on, those that gather dust, those one let go. */
export type Which = 'going' | 'dusty' | 'let-go';

/** One's own, what is due first. One statement. `total` counts those asked for, `dusty` those that gather dust. */
export async function selectOwn(
  db: Db,
  who: Who,
  which: Which,
  today: string,
  page: { limit: number; offset: number },
): Promise<{ rows: OwnPractice[]; total: number; dusty: number }> {
  const wanted: Record<Which, RawBuilder<boolean>> = {
    going: sql`o.ended is false`,
    dusty: sql`o.ended is false and o.dust`,
    'let-go': sql`o.ended`,
  };
  const { rows } = await sql<Row>`
    with own as materialized (
      select x.id, x.words, x.where_used as "whereUsed", x.technique, x.touched_at as "touchedAt",
        x.settled_at is not null as settled, i.audience_id is not null as shared, i.ended_at is not null as ended,
        w.due_on as "dueOn", coalesce(w.relapse, false) as relapse, ${gathersDust(today)} as dust
      from practice x join item i on i.owner_id = x.owner_id and i.id = x.id
      left join practice_look w on w.owner_id = x.owner_id and w.practice_id = x.id and w.looked_at is null
        and w.ended_at is null
      where x.owner_id = ${who.personId} and ${who.sees('i', practicePolicy, 'write')})
    select o.*, (select q.title from technique q where q.owner_id = ${who.organisationId}
        and q.id::text = o.technique) as "schoolTitle",
      (select count(*)::integer from practice_rehearsal r where r.owner_id = ${who.personId} and r.practice_id = o.id
        and r.ended_at is null) as rehearsals,
      (select count(*)::integer from try_out t join item ti on ti.owner_id = t.owner_id and ti.id = t.id
        where t.owner_id = ${who.personId} and t.practice_id = o.id and ti.ended_at is null) as doings,
      (select count(*)::integer from practice_look l where l.owner_id = ${who.personId} and l.practice_id = o.id
        and l.looked_at is not null) as "looksDone",
      count(*) over ()::integer as total,
      (select count(*)::integer from own d where d.ended is false and d.dust) as dusty
    from own o where ${wanted[which]}
    order by o."dueOn" is null, o."dueOn", o.settled, o."touchedAt" desc, o.id
    limit ${page.limit} offset ${page.offset}`.execute(db);
  return {
    rows: rows.map((row) => ({ ...row, stage: stageOf(row) })),
    total: rows[0]?.total ?? 0,
    dusty: rows[0]?.dusty ?? 0,
  };
}
