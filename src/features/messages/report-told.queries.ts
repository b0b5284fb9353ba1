import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { ReportedMessage } from './report-levels.ts';

/** A report as those are told who look at it. */
export interface ReportTold extends ReportedMessage {
  level: number;
  closed: boolean;
  /** When the next level hears of it; null where nobody comes after, or somebody looks. */
  escalatesAt: Date | null;
  zone: string;
}

export async function selectReportTold(db: Db, owner: string, id: string): Promise<ReportTold | undefined> {
  const { rows } = await sql<ReportTold>`
    select m.talk_id as "talkId", r.reported_id as "reportedId", i.author_id as "reporterId", r.level,
      r.state = 'closed' as closed, case when r.state = 'open' then r.escalates_at end as "escalatesAt",
      o.time_zone as zone
    from message_report r join item i on i.owner_id = ${owner} and i.id = r.id
    join message m on m.owner_id = ${owner} and m.id = r.message_id
    join organisation o on o.id = ${owner}
    where r.owner_id = ${owner} and r.id = ${id}`.execute(db);
  return rows[0];
}

export interface LateReport extends ReportedMessage {
  id: string;
  level: number;
}

/** Reports at which nobody has looked in time. */
export async function selectLate(db: Db, owner: string, now: Date): Promise<LateReport[]> {
  const { rows } = await sql<LateReport>`
    select r.id, m.talk_id as "talkId", r.reported_id as "reportedId", i.author_id as "reporterId", r.level
    from message_report r join item i on i.owner_id = ${owner} and i.id = r.id
    join message m on m.owner_id = ${owner} and m.id = r.message_id
    where r.owner_id = ${owner} and r.state = 'open' and r.escalates_at <= ${now}
    order by r.escalates_at, r.id limit 200`.execute(db);
  return rows;
}
