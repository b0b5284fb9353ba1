import { type Expression, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import type { EvidenceKind } from '#ui/label.ts';
import { groupPolicy } from './evaluation.policy.ts';
import type { GivenAnswer } from './gap.ts';
import type { OpenedEvaluation } from './open-evaluation.ts';
import type { PooledGroup, PooledValue } from './pooled.ts';
import type { ClaimReport } from './report.ts';

export interface Rival {
  id: string;
  commonKey: string | null;
  title: string;
  known: string;
  done: string;
  version: number;
  endedAt: string | null;
}

export interface Claim extends ClaimReport {
  id: string;
  kind: EvidenceKind;
  version: number;
  endedAt: string | null;
}

export interface ReportFacts {
  groups: PooledGroup[];
  values: PooledValue[];
  steps: { planned: number; passed: number; minutesIn: number; minutesOut: number };
  cost: number;
  tryOuts: { count: number; others: number };
  answers: (GivenAnswer & { moment: 'end' | 'delayed' })[];
  rivals: Rival[];
  claims: Claim[];
  published: { at: string } | null;
}

/**
 * Everything the report is worked out of, in one statement. Raw figures: `buildReport` stands between them and
 * any reader. Of what was made for learning only sums come over: minutes of steps, costs, and how many try-outs
 * how many people logged.
 */
export async function selectReportFacts(
  db: Db,
  who: Who,
  { programme }: Pick<OpenedEvaluation, 'programme'>,
  today: string,
): Promise<ReportFacts> {
  const { facts } = await ask(db, who, { slug: programme.slug, today });
  return facts[0]!;
}

const ask = composed((who, given: Given<{ slug: string; today: string }>) => ({
  facts: reportFactsList(who, given),
}));

/** The same as a list, for a page that finds the evaluation in the same statement: none while nobody has begun one. */
export function reportFactsList(
  who: Who,
  { slug, today }: { slug: Expression<string>; today: Expression<string> },
): List<ReportFacts> {
  const owner = who.organisationId;
  const taking = sql`(select cm.person_id from circle_member cm where cm.owner_id = ${owner}
    and cm.circle_id = p.id and cm.part = 'participant' and cm.ends_at is null)`;
  return list<ReportFacts>(sql`
    select
      coalesce((select json_agg(json_build_object('id', g.id, 'teacherId', g.teacher_id, 'arm', g.arm, 'keeps', g.keeps,
          'readable', ${who.sees('i', groupPolicy)},
          'handedIn', array(select h.moment from evaluation_handed_in h where h.owner_id = ${owner} and h.group_id = g.id),
          'pupils', (select count(*) from evaluation_pupil u
            where u.owner_id = ${owner} and u.group_id = g.id and u.ended_at is null)))
        from evaluation_group g join item i on i.owner_id = g.owner_id and i.id = g.id
        where g.owner_id = ${owner} and i.owner_id = ${owner} and g.evaluation_id = e.id
          and i.ended_at is null), '[]') as groups,
      coalesce((select json_agg(json_build_object('measureId', v.measure_id, 'groupId', v.group_id,
          'subjectId', v.subject_id, 'moment', v.moment, 'value', v.value, 'missing', v.missing, 'pupils', v.pupils))
        from evaluation_value v where v.owner_id = ${owner} and v.evaluation_id = e.id
          and v.ended_at is null), '[]') as values,
      (select json_build_object('planned', count(*), 'passed', count(*) filter (where s.on_date <= ${today}),
          'minutesIn', coalesce(sum(s.minutes) filter (where s.on_date <= ${today} and s.in_school_day), 0),
          'minutesOut', coalesce(sum(s.minutes) filter (where s.on_date <= ${today} and not s.in_school_day), 0))
        from programme_step s where s.owner_id = ${owner} and s.programme_id = p.id
          and s.ended_at is null) as steps,
      (select coalesce(sum(c.amount), 0) from programme_cost c where c.owner_id = ${owner}
        and c.programme_id = p.id and c.ended_at is null) as cost,
      (select json_build_object('count', count(*),
          'others', count(distinct o.owner_id) filter (where o.owner_id <> ${who.personId}))
        from try_out o join item i on i.owner_id = o.owner_id and i.id = o.id
        where o.owner_id = any(array${taking}) and i.owner_id = any(array${taking})
          and o.programme_id = p.id and i.ended_at is null) as "tryOuts",
      coalesce((select json_agg(json_build_object('moment', w.moment, 'side', w.side, 'said', w.said,
          'wordsShown', w.words_shown, 'mine', w.person_id = ${who.personId}) order by w.id)
        from evaluation_answer w where w.owner_id = ${owner} and w.evaluation_id = e.id), '[]') as answers,
      coalesce((select json_agg(json_build_object('id', r.id, 'commonKey', r.common_key, 'title', r.title,
          'known', r.known, 'done', r.done, 'version', r.version, 'endedAt', r.ended_at) order by r.created_at, r.id)
        from evaluation_rival r where r.owner_id = ${owner} and r.evaluation_id = e.id), '[]') as rivals,
      coalesce((select json_agg(json_build_object('id', c.id, 'says', c.says, 'kind', c.kind, 'certainty', c.certainty,
          'version', c.version, 'endedAt', c.ended_at) order by c.created_at, c.id)
        from evaluation_claim c where c.owner_id = ${owner} and c.evaluation_id = e.id), '[]') as claims,
      (select json_build_object('at', b.published_at) from evaluation_publication b
        where b.owner_id = ${owner} and b.evaluation_id = e.id and b.ended_at is null
        order by b.published_at desc limit 1) as published
    from programme p join evaluation e on e.owner_id = p.owner_id and e.programme_id = p.id
    where p.owner_id = ${owner} and p.slug = ${slug}`);
}
