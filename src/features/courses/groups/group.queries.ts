import { type Expression, type RawBuilder, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { CourseGroup } from './group.ts';

/** The groups of a course with those who are in them, by name. */
export const groupsList = (owner: string, course: Expression<string>): List<CourseGroup> =>
  list<CourseGroup>(sql`select g.id, g.name, coalesce((
      select json_agg(json_build_object('personId', p.id, 'name', p.name) order by p.name)
      from course_group_member m join person p on p.id = m.person_id
      where m.owner_id = ${owner} and m.course_id = g.course_id and m.group_id = g.id), '[]'::json) as members
    from course_group g where g.owner_id = ${owner} and g.course_id = ${course} and g.ended_at is null
    order by g.name, g.id limit 100`);

/** Whether an activity `v` is for a person: of everybody, or of the group they are in. As `isForGroup`. */
export const isForPerson = (owner: string, personId: Expression<string> | string): RawBuilder<boolean> =>
  sql<boolean>`(v.group_ids = '{}' or exists (select 1 from course_group_member gm where gm.owner_id = ${owner}
    and gm.course_id = v.course_id and gm.person_id = ${personId} and gm.group_id = any(v.group_ids)))`;

export async function insertGroups(
  tx: Db,
  owner_id: string,
  course_id: string,
  names: readonly string[],
  now: Date,
): Promise<string[]> {
  const ids = names.map(() => newId(now));
  if (names.length > 0)
    await tx
      .insertInto('course_group')
      .values(
        names.map((name, at) => ({
          owner_id,
          id: ids[at]!,
          course_id,
          name,
          created_at: now,
          ended_at: null,
        })),
      )
      .execute();
  return ids;
}

/** Changes a group of a course; false where there is none, or where it is so already. */
export async function updateGroup(
  tx: Db,
  ownerId: string,
  { courseId, id }: { courseId: string; id: string },
  change: { name: string } | { ended_at: Date | null },
): Promise<boolean> {
  const ends = 'ended_at' in change && change.ended_at !== null;
  const changed = await tx
    .updateTable('course_group')
    .set(change)
    .where('owner_id', '=', ownerId)
    .where('course_id', '=', courseId)
    .where('id', '=', id)
    .where('ended_at', 'name' in change || ends ? 'is' : 'is not', null)
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}

/** Makes these the groups of these people; null for none. Whoever is not named stays where they are. */
export async function saveMembers(
  tx: Db,
  owner_id: string,
  course_id: string,
  wanted: ReadonlyMap<string, string | null>,
  now: Date,
): Promise<void> {
  if (wanted.size === 0) return;
  await tx
    .deleteFrom('course_group_member')
    .where('owner_id', '=', owner_id)
    .where('course_id', '=', course_id)
    .where('person_id', 'in', [...wanted.keys()])
    .execute();
  const rows = [...wanted].flatMap(([person_id, group_id]) =>
    group_id === null ? [] : [{ owner_id, course_id, person_id, group_id, added_at: now }],
  );
  if (rows.length > 0) await tx.insertInto('course_group_member').values(rows).execute();
}
