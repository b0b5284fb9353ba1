import { type Expression, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import { gathers } from '#features/sessions/index.ts';

/** One part of a report as it stands. */
export interface ReportPart {
  id: string;
  part: string;
  text: string;
  version: number;
  writtenById: string;
  writtenBy: string;
  writtenAt: Date;
}

/** What is written in the report of a cycle, in no order. */
export const partsOfCycle = (ownerId: string, cycleId: Expression<string>): List<ReportPart> =>
  list<ReportPart>(
    sql`
    select r.id, r.part, r.text, r.version, r.written_by as "writtenById", n.name as "writtenBy",
      r.written_at as "writtenAt"
    from cycle_report_part r join person n on n.id = r.written_by
    where r.owner_id = ${ownerId} and r.cycle_id = ${cycleId}`,
    { writtenAt: 'moment' },
  );

/** What the program counted in a cycle. Minutes are of one person. */
export interface CycleFacts {
  firstDay: string | null;
  lastDay: string | null;
  steps: number;
  done: number;
  /** Steps at which people came together and somebody was marked as there. */
  met: number;
  minutesInside: number;
  minutesOutside: number;
  people: number;
  promised: number;
  tried: number;
}

/** What happened in a cycle of the group called `slug`, in numbers that need no words of anybody. */
export function cycleFacts(
  owner: string,
  { slug, number }: { slug: Expression<string>; number: Expression<number> },
): List<CycleFacts> {
  const group = sql`(select p.id from programme p where p.owner_id = ${owner} and p.slug = ${slug})`;
  const promises = sql`from commitment m join programme_step at on at.owner_id = m.owner_id and at.id = m.step_id
    where m.owner_id = ${owner} and at.owner_id = ${owner} and m.programme_id = ${group} and m.ended_at is null
      and at.cycle = ${number}`;
  return list<CycleFacts>(sql`
    select min(s.on_date) as "firstDay", max(s.on_date) as "lastDay", count(*)::int as steps,
      count(*) filter (where s.done_at is not null)::int as done,
      count(*) filter (where ${gathers('s')} and exists (select 1 from attendance a where a.owner_id = ${owner}
        and a.step_id = s.id and a.state <> 'not-here'))::int as met,
      coalesce(sum(s.minutes) filter (where s.in_school_day and s.done_at is not null), 0)::int as "minutesInside",
      coalesce(sum(s.minutes) filter (where not s.in_school_day and s.done_at is not null), 0)::int as "minutesOutside",
      (select count(distinct c.person_id)::int from circle_member c where c.owner_id = ${owner}
        and c.circle_id = ${group} and c.part = 'participant' and c.ends_at is null) as people,
      (select count(*)::int ${promises}) as promised,
      (select count(*)::int ${promises} and m.outcome in ('tried', 'partly')) as tried
    from programme_step s
    where s.owner_id = ${owner} and s.programme_id = ${group} and s.cycle = ${number} and s.ended_at is null`);
}
