import { type Expression, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import { keepText } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';

/** What those who lead a course say at its head. */
export interface CourseHead {
  id: string;
  /** Markdown: a word for these days. */
  note: string;
  /** When and where they can be asked. */
  reach: string;
  version: number;
  changedBy: string;
  changedAt: Date;
}

export const headList = (owner: string, course: Expression<string>): List<CourseHead> =>
  list<CourseHead>(
    sql`select h.id, h.note, h.reach, h.version, p.name as "changedBy", h.changed_at as "changedAt"
      from course_head h join person p on p.id = h.changed_by where h.owner_id = ${owner} and h.course_id = ${course}`,
    { changedAt: 'moment' },
  );

/** Who of those who lead spoke last in a discussion that everybody hears, and when. */
export interface LastWord {
  name: string;
  at: Date;
}

export const lastWordList = (owner: string, course: Expression<string>): List<LastWord> =>
  list<LastWord>(
    sql`select p.name, o.created_at as at from course_person l
      join course_post o on o.owner_id = ${owner} and o.course_id = l.course_id and o.person_id = l.person_id
        and o.ended_at is null and o.group_id is null
      join person p on p.id = l.person_id
      where l.owner_id = ${owner} and l.course_id = ${course} and l.part = 'leader'
      order by o.created_at desc limit 1`,
    { at: 'moment' },
  );

type HeadFields = Pick<CourseHead, 'note' | 'reach'>;

/** Saves over the version that was shown, 0 where there was none; false when that is not the one that stands. */
export async function saveHead(
  { tx, organisationId: owner_id, who, now }: Change,
  course_id: string,
  version: number,
  fields: HeadFields,
): Promise<boolean> {
  const written = { ...fields, version: version + 1, changed_by: who.personId, changed_at: now };
  const saved =
    version === 0
      ? await tx
          .insertInto('course_head')
          .values({ owner_id, course_id, id: newId(now), ...written })
          .onConflict((on) => on.doNothing())
          .returning('id')
          .executeTakeFirst()
      : await tx
          .updateTable('course_head')
          .set(written)
          .where('owner_id', '=', owner_id)
          .where('course_id', '=', course_id)
          .where('version', '=', version)
          .returning('id')
          .executeTakeFirst();
  if (!saved) return false;
  await keepText(tx, { ownerId: owner_id, id: saved.id }, version + 1, { ...fields }, who.personId, now);
  return true;
}
