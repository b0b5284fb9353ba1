import { type Expression, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import type { Point } from '../plan.ts';

/** The points that a plan takes up, in the order of their curriculum, each with its lessons. */
export const pointsList = (owner: string, scheme: Expression<string>): List<Point> =>
  list<Point>(sql`select s.id as "statementId", s.code, s.words, s.subject, p.lessons,
      case when v.id is null or v.id = s.framework_id then null
        else json_build_object('id', n.id, 'words', n.words) end as newer
    from (select p.statement_id, coalesce(array_agg(p.lesson_id) filter (where p.lesson_id is not null), '{}') as lessons
      from planned_point p where p.owner_id = ${owner} and p.scheme_id = ${scheme} group by p.statement_id) p
    join framework_statement s on s.owner_id = ${owner} and s.id = p.statement_id
    join framework f on f.owner_id = ${owner} and f.id = s.framework_id
    left join lateral (select v.id from framework v where v.owner_id = ${owner} and v.address = f.address
      and v.published_at is not null and v.ended_at is null order by v.published_at desc, v.id desc limit 1) v on true
    left join framework_statement n on n.owner_id = ${owner} and n.framework_id = v.id and n.address = s.address
    order by f.title, s.position`);

interface PointsOf {
  schemeId: string;
  /** Null for what the plan as a whole takes up. */
  lessonId: string | null;
}

/** Makes exactly these the points of a plan, or of a lesson, among those that were `offered`. Answers what changed. */
export async function setPoints(
  { tx, organisationId: owner_id, who, now }: Change,
  { schemeId, lessonId }: PointsOf,
  offered: readonly string[],
  wanted: readonly string[],
): Promise<{ added: string[]; removed: string[] }> {
  const of = tx
    .selectFrom('planned_point')
    .select(['id', 'statement_id as statementId'])
    .where('owner_id', '=', owner_id)
    .where('scheme_id', '=', schemeId);
  const there = await (
    lessonId === null ? of.where('lesson_id', 'is', null) : of.where('lesson_id', '=', lessonId)
  ).execute();
  const has = new Set(there.map(({ statementId }) => statementId));
  const wants = new Set(wanted);
  const added = [...wants].filter((id) => !has.has(id));
  const gone = there.filter(({ statementId }) => offered.includes(statementId) && !wants.has(statementId));
  if (added.length > 0)
    await tx
      .insertInto('planned_point')
      .values(
        added.map((statement_id) => ({
          owner_id,
          id: newId(now),
          scheme_id: schemeId,
          lesson_id: lessonId,
          statement_id,
          added_by: who.personId,
          added_at: now,
        })),
      )
      .execute();
  if (gone.length > 0)
    await tx
      .deleteFrom('planned_point')
      .where('owner_id', '=', owner_id)
      .where(
        'id',
        'in',
        gone.map(({ id }) => id),
      )
      .execute();
  return { added, removed: gone.map(({ statementId }) => statementId) };
}
