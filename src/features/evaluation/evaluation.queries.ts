import { type Expression, type RawBuilder, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import { type ItemRow, itemList } from '#platform/access/select-item.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import type { EvaluatedProgramme, Evaluation, Plan } from './evaluation.ts';

/** A programme and its evaluation as they come out of the database. */
interface EvaluationRow
  extends Omit<EvaluatedProgramme, 'ownerId'>, Omit<Evaluation, 'id' | 'version' | 'dates'> {
  evaluationId: string | null;
  version: number | null;
  baselineOn: string;
  middleOn: string;
  endOn: string;
  delayedOn: string;
  beside: unknown;
}

export interface Found {
  programme: EvaluatedProgramme;
  /** Null while nobody has begun one. */
  evaluation: Evaluation | null;
}

/** What is found with the row of the evaluation's item, for the kernel to decide on. */
export interface FoundItem extends Found {
  itemRow: ItemRow | undefined;
}

/** The evaluation of the programme that an address names, in one statement. Undefined when there is no such programme. */
export const selectEvaluation = async (
  db: Db,
  who: Who,
  slug: string,
  now: Date,
): Promise<FoundItem | undefined> => foundItem(await ask(db, who, { slug, now }), who.organisationId);

const ask = composed((who, given: Given<{ slug: string; now: Date }>) => evaluationLists(who, given));

/** The evaluation of the programme called `slug` and its item, for a page that asks more in the same statement. */
export function evaluationLists(
  who: Who,
  { slug, now }: { slug: Expression<string>; now: Expression<Date> },
): { evaluations: List<EvaluationRow>; items: List<ItemRow> } {
  const ownerId = who.organisationId;
  const id = sql<string>`(select e.id from programme p
    join evaluation e on e.owner_id = p.owner_id and e.programme_id = p.id
    where p.owner_id = ${ownerId} and p.slug = ${slug})`;
  return {
    evaluations: evaluationList(who, slug),
    items: itemList(who, { ownerId: sql.val(ownerId), id, now }),
  };
}

/** What those lists brought. Undefined when there is no such programme. */
export function foundItem(
  { evaluations: [row], items }: { evaluations: EvaluationRow[]; items: ItemRow[] },
  ownerId: string,
): FoundItem | undefined {
  return row && { ...foundIn(row, ownerId), itemRow: items[0] };
}

/**
 * The evaluation of the programme called `slug`, with its plan, measures and people; `mine` are the answers of
 * whoever asks alone. Whether it may be opened is for the kernel to say. `beside` is one more column, in which
 * `e` is the evaluation.
 */
export function evaluationList(
  who: Who,
  slug: Expression<string>,
  beside: RawBuilder<unknown> = sql`null`,
): List<EvaluationRow> {
  const { organisationId: ownerId, personId } = who;
  return list<EvaluationRow>(
    sql`
    select p.id, p.slug, p.sort, p.title, p.starts_on as "startsOn", p.ends_on as "endsOn",
      coalesce((select max(s.on_date) from programme_step s where s.owner_id = ${ownerId} and s.programme_id = p.id
        and s.ended_at is null and s.kind not in ('measure', 'survey')), p.ends_on) as "taughtUntil",
      coalesce((select json_agg(json_build_object('startsOn', t.starts_on, 'endsOn', t.ends_on) order by t.starts_on)
        from term t where t.owner_id = ${ownerId} and t.kind = 'term' and t.ended_at is null), '[]') as terms,
      coalesce((select json_agg(json_build_object('personId', w.person_id, 'name', w.name, 'parts', w.parts)
          order by w.sort_name)
        from (select cm.person_id, n.name, n.sort_name, array_agg(cm.part order by cm.part) as parts
          from circle_member cm join person n on n.id = cm.person_id
          where cm.owner_id = ${ownerId} and cm.circle_id = p.id and cm.ends_at is null
          group by cm.person_id, n.name, n.sort_name) w), '[]') as people,
      e.id as "evaluationId", e.pupils, e.learning, e.noticing, e.who_measures as "whoMeasures", e.comparison,
      e.comparison_about as "comparisonAbout", e.baseline_on as "baselineOn", e.middle_on as "middleOn",
      e.end_on as "endOn", e.delayed_on as "delayedOn", e.version, e.updated_at as "updatedAt",
      coalesce((select json_agg(json_build_object('id', m.id, 'number', m.number, 'title', m.title, 'how', m.how,
          'kind', m.kind, 'unit', m.unit, 'lowest', m.lowest, 'highest', m.highest, 'better', m.better,
          'levels', m.levels, 'minutes', m.minutes, 'chosenBy', m.chosen_by, 'common', m.common,
          'usedBy', m.used_by, 'version', m.version, 'endedAt', m.ended_at) order by m.number)
        from evaluation_measure m where m.owner_id = ${ownerId} and m.evaluation_id = e.id), '[]') as measures,
      coalesce((select json_agg(json_build_object('personId', a.person_id, 'version', a.version))
        from evaluation_agreed a where a.owner_id = ${ownerId} and a.evaluation_id = e.id), '[]') as agreed,
      coalesce((select json_agg(json_build_object('moment', q.moment, 'openedAt', q.opened_at, 'closedAt', q.closed_at)
          order by q.opened_at)
        from evaluation_asking q where q.owner_id = ${ownerId} and q.evaluation_id = e.id), '[]') as askings,
      (select json_build_object('id', a.id, 'priorExposure', a.prior_exposure, 'meanwhile', a.meanwhile,
          'whoLeft', a.who_left, 'nextSteps', a.next_steps, 'version', a.version)
        from evaluation_account a where a.owner_id = ${ownerId} and a.evaluation_id = e.id) as account,
      (select json_build_object('id', a.id, 'says', a.says, 'version', a.version)
        from evaluation_summary a where a.owner_id = ${ownerId} and a.evaluation_id = e.id) as summary,
      coalesce((select json_agg(json_build_object('personId', r.person_id, 'version', r.version))
        from evaluation_release r where r.owner_id = ${ownerId} and r.evaluation_id = e.id), '[]') as releases,
      coalesce((select json_agg(json_build_object('id', w.id, 'moment', w.moment, 'side', w.side, 'said', w.said,
          'wordsShown', w.words_shown, 'version', w.version, 'updatedAt', w.updated_at))
        from evaluation_answer w where w.owner_id = ${ownerId} and w.evaluation_id = e.id
          and w.person_id = ${personId}), '[]') as mine,
      ${beside} as beside
    from programme p
    left join evaluation e on e.owner_id = p.owner_id and e.programme_id = p.id
    where p.owner_id = ${ownerId} and p.slug = ${slug}`,
    { updatedAt: 'moment' },
  );
}

export function foundIn(row: EvaluationRow, ownerId: string): Found {
  const { id, slug, sort, title, startsOn, endsOn, taughtUntil, terms, people } = row;
  return {
    programme: { ownerId, id, slug, sort, title, startsOn, endsOn, taughtUntil, terms, people },
    evaluation:
      row.evaluationId === null
        ? null
        : {
            ...planOf(row),
            id: row.evaluationId,
            version: row.version!,
            updatedAt: row.updatedAt,
            measures: row.measures,
            agreed: row.agreed,
            askings: row.askings,
            account: row.account,
            summary: row.summary,
            releases: row.releases,
            mine: row.mine,
          },
  };
}

const planOf = (row: EvaluationRow): Plan => ({
  pupils: row.pupils,
  learning: row.learning,
  noticing: row.noticing,
  whoMeasures: row.whoMeasures,
  comparison: row.comparison,
  comparisonAbout: row.comparisonAbout,
  dates: { baseline: row.baselineOn, middle: row.middleOn, end: row.endOn, delayed: row.delayedOn },
});

/** Holds the evaluation for the rest of the transaction, so that of two who act at once one waits. */
export async function lockEvaluation(tx: Db, ownerId: string, slug: string): Promise<void> {
  await sql`select p.id from programme p where p.owner_id = ${ownerId} and p.slug = ${slug} for update`.execute(
    tx,
  );
}

/** The same, of the evaluation that an answer was given in. */
export async function lockEvaluationOf(tx: Db, answer: { ownerId: string; id: string }): Promise<void> {
  const { ownerId, id } = answer;
  await sql`select p.id from evaluation_answer w
    join evaluation e on e.owner_id = w.owner_id and e.id = w.evaluation_id
    join programme p on p.owner_id = e.owner_id and p.id = e.programme_id
    where w.owner_id = ${ownerId} and e.owner_id = ${ownerId} and p.owner_id = ${ownerId} and w.id = ${id}
    for update of p`.execute(tx);
}

/** A plan as columns. */
export const planColumns = (plan: Plan) => ({
  pupils: plan.pupils,
  learning: plan.learning,
  noticing: plan.noticing,
  who_measures: plan.whoMeasures,
  comparison: plan.comparison,
  comparison_about: plan.comparisonAbout,
  baseline_on: plan.dates.baseline,
  middle_on: plan.dates.middle,
  end_on: plan.dates.end,
  delayed_on: plan.dates.delayed,
});
