import { sql } from 'kysely';
import type { Visit } from '#platform/http/context.ts';
import { groupPolicy } from './evaluation.policy.ts';
import type { Missing } from './group.ts';
import type { Moment } from './moments.ts';
import type { OpenedEvaluation } from './open-evaluation.ts';

interface SingleFigure {
  groupId: string;
  teacherId: string;
  group: string;
  code: string | null;
  measure: string;
  unit: string;
  moment: Moment;
  value: number | null;
  missing: Missing | null;
  pupils: number | null;
}

/** More figures than the groups of any one teacher have. */
const most = 20_000;

/**
 * The single figures that this person may see, in order of group, pupil and measure. For each group of a
 * colleague a line goes to the log that the colleague reads.
 */
export async function selectReadablePupils(
  visit: Visit,
  { programme, evaluation }: OpenedEvaluation,
): Promise<SingleFigure[]> {
  const { db, who } = visit;
  const owner = programme.ownerId;
  if (who.standing.kind !== 'staff') return [];
  const { rows } = await sql<SingleFigure>`
    select g.id as "groupId", g.teacher_id as "teacherId", g.name as group, u.code, m.title as measure, m.unit,
      v.moment, v.value, v.missing, v.pupils
    from evaluation_group g
    join item i on i.owner_id = g.owner_id and i.id = g.id
    join evaluation_value v on v.owner_id = g.owner_id and v.group_id = g.id
    join evaluation_measure m on m.owner_id = v.owner_id and m.id = v.measure_id
    left join evaluation_pupil u on u.owner_id = v.owner_id and u.id = v.subject_id
    where g.owner_id = ${owner} and i.owner_id = ${owner} and v.owner_id = ${owner} and m.owner_id = ${owner}
      and g.evaluation_id = ${evaluation.id} and v.ended_at is null and m.ended_at is null and i.ended_at is null
      and ${who.sees('i', groupPolicy)}
    order by g.number, m.number, u.position,
      array_position(array['baseline', 'middle', 'end', 'delayed'], v.moment)
    limit ${most}`.execute(db);
  for (const { groupId: id, teacherId: authorId } of rows)
    visit.noteOpened({ ownerId: owner, id, kind: groupPolicy.kind, authorId }, 'export');
  return rows;
}
