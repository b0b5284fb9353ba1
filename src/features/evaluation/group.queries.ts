import { sql } from 'kysely';
import { composed, type Given } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { groupPolicy } from './evaluation.policy.ts';
import type { EvaluatedProgramme, Evaluation } from './evaluation.ts';
import { evaluationList, foundIn } from './evaluation.queries.ts';
import type { Group, Pupil, StoredValue } from './group.ts';
import type { Moment } from './moments.ts';

export interface ListedGroup extends Group {
  /** Whether the person who asks may see its figures. */
  readable: boolean;
  endedAt: string | null;
}

/** The groups of an evaluation, by teacher: enough to see who has handed in, nothing of any figure. */
export async function selectGroups(
  db: Db,
  who: Who,
  ownerId: string,
  evaluationId: string,
): Promise<ListedGroup[]> {
  const { rows } = await sql<ListedGroup>`
    select g.id, g.number, g.name, g.teacher_id as "teacherId", n.name as teacher, g.arm, g.keeps,
      i.ended_at as "endedAt", ${who.sees('i', groupPolicy)} as readable,
      array(select h.moment from evaluation_handed_in h
        where h.owner_id = ${ownerId} and h.group_id = g.id) as "handedIn"
    from evaluation_group g
    join item i on i.owner_id = g.owner_id and i.id = g.id
    join person n on n.id = g.teacher_id
    where g.owner_id = ${ownerId} and g.evaluation_id = ${evaluationId}
    order by n.sort_name, g.number
    limit 500`.execute(db);
  return rows;
}

export interface GroupWithFigures extends Group {
  pupils: Pupil[];
  values: StoredValue[];
  /** How often a figure was written down at each moment: tells whether a sheet changed since it was opened. */
  revisions: Partial<Record<Moment, number>>;
}

interface FoundGroup {
  programme: EvaluatedProgramme;
  evaluation: Evaluation;
  group: GroupWithFigures;
}

/**
 * One group by the number in its address, with pupils and current figures, and the evaluation it belongs to, in
 * one statement. Whether it may be opened is for the kernel to say.
 */
export async function selectGroup(
  db: Db,
  who: Who,
  address: { slug: string; number: number },
): Promise<FoundGroup | undefined> {
  const [row] = (await askForGroup(db, who, address)).evaluations;
  if (!row?.beside) return undefined;
  const { programme, evaluation } = foundIn(row, who.organisationId);
  return evaluation ? { programme, evaluation, group: row.beside as GroupWithFigures } : undefined;
}

const askForGroup = composed((who, { slug, number }: Given<{ slug: string; number: number }>) => {
  const ownerId = who.organisationId;
  const group = sql`(select json_build_object('id', g.id, 'number', g.number, 'name', g.name,
      'teacherId', g.teacher_id, 'teacher', n.name, 'arm', g.arm, 'keeps', g.keeps,
      'handedIn', array(select h.moment from evaluation_handed_in h where h.owner_id = ${ownerId} and h.group_id = g.id),
      'pupils', coalesce((select json_agg(json_build_object('id', u.id, 'code', u.code, 'leftOn', u.left_on)
          order by u.position)
        from evaluation_pupil u where u.owner_id = ${ownerId} and u.group_id = g.id and u.ended_at is null), '[]'),
      'values', coalesce((select json_agg(json_build_object('measureId', v.measure_id, 'subjectId', v.subject_id,
          'moment', v.moment, 'value', v.value, 'missing', v.missing, 'pupils', v.pupils))
        from evaluation_value v where v.owner_id = ${ownerId} and v.group_id = g.id and v.ended_at is null), '[]'),
      'revisions', coalesce((select json_object_agg(w.moment, w.n)
        from (select v.moment, count(*) + count(v.ended_at) as n from evaluation_value v
          where v.owner_id = ${ownerId} and v.group_id = g.id group by v.moment) w), '{}'))
    from evaluation_group g join person n on n.id = g.teacher_id
    where g.owner_id = ${ownerId} and g.evaluation_id = e.id and g.number = ${number})`;
  return { evaluations: evaluationList(who, slug, group) };
});

/** Pupils of a group with those taken off the list, for code names that are used already. */
export const selectCodes = (
  db: Db,
  ownerId: string,
  groupId: string,
): Promise<{ code: string; position: number }[]> =>
  db
    .selectFrom('evaluation_pupil')
    .select(['code', 'position'])
    .where('owner_id', '=', ownerId)
    .where('group_id', '=', groupId)
    .execute();
