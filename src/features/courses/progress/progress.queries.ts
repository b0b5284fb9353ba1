import { type Expression, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import { keepText } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Course, CoursePerson, Progress } from '../course.ts';

/** What somebody says of an activity: that it is done, that they tried it in earnest, and what shows it. */
export interface Said {
  done: boolean;
  tried: boolean;
  evidence: string;
}

/**
 * Saves what somebody says over the version that was shown, 0 where there was none; moments that were said before stay,
 * and words that stood before are kept. False where that version does not stand any more.
 */
export async function saveProgress(
  tx: Db,
  owner_id: string,
  of: { courseId: string; activityId: string; personId: string; version: number },
  { done, tried, evidence }: Said,
  now: Date,
): Promise<boolean> {
  const { courseId, activityId, personId } = of;
  const saved = await tx
    .insertInto('course_progress')
    .values({
      owner_id,
      id: newId(now),
      activity_id: activityId,
      person_id: personId,
      course_id: courseId,
      done_at: done ? now : null,
      tried_at: tried ? now : null,
      evidence,
      evidenced_at: evidence === '' ? null : now,
      version: 1,
      changed_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['owner_id', 'activity_id', 'person_id'])
        .doUpdateSet({
          done_at: done ? sql`coalesce(course_progress.done_at, ${now})` : null,
          tried_at: tried ? sql`coalesce(course_progress.tried_at, ${now})` : null,
          evidence,
          evidenced_at:
            evidence === ''
              ? null
              : sql`case when course_progress.evidence = ${evidence} then course_progress.evidenced_at else ${now} end`,
          version: sql`course_progress.version + 1`,
          changed_at: now,
        })
        .where('course_progress.version', '=', of.version),
    )
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!saved) return false;
  await keepText(tx, { ownerId: owner_id, id: saved.id }, saved.version, { evidence }, personId, now);
  return true;
}

/** What one of its learners did, for whoever leads the course. */
export type LearnerProgress = Progress & { personId: string };

/** Those who learn in a course on a day: the pupils of its class, those named, or who of all staff has begun. */
const learnersList = (owner: string, id: Expression<string>, today: Expression<string>): List<CoursePerson> =>
  list<CoursePerson>(sql`select p.id as "personId", p.name from (
      select ms.person_id from course c join membership ms on ms.owner_id = ${owner} and ms.unit_id = c.unit_id
        and ms.part = 'pupil' and ${current('ms', today)}
        where c.owner_id = ${owner} and c.id = ${id} and c.sort = 'pupils'
      union select n.person_id from course_person n join course c on c.owner_id = ${owner} and c.id = n.course_id
        and c.sort = 'staff' and not c.is_open
        where n.owner_id = ${owner} and n.course_id = ${id} and n.part = 'learner'
      union select g.person_id from course_progress g join course c on c.owner_id = ${owner} and c.id = g.course_id
        and c.is_open where g.owner_id = ${owner} and g.course_id = ${id}) l
    join person p on p.id = l.person_id order by p.name limit 500`);

/** Those who learn in a course today. */
export const selectLearners = async (
  db: Db,
  who: Who,
  { id }: Pick<Course, 'id'>,
  today: string,
): Promise<CoursePerson[]> => (await askLearners(db, who, { id, today })).learners;

const askLearners = composed((who, { id, today }: Given<{ id: string; today: string }>) => ({
  learners: learnersList(who.organisationId, id, today),
}));

const ask = composed((who, { id, today }: Given<{ id: string; today: string }>) => {
  const owner = who.organisationId;
  return {
    learners: learnersList(owner, id, today),
    progress: list<LearnerProgress>(
      sql`select g.person_id as "personId", g.activity_id as "activityId", g.done_at as "doneAt",
          g.tried_at as "triedAt", g.evidence, g.evidenced_at as "evidencedAt"
        from course_progress g join course_activity v on v.owner_id = ${owner} and v.id = g.activity_id and v.ended_at is null
          join course_section s on s.owner_id = ${owner} and s.id = v.section_id and s.ended_at is null
        where g.owner_id = ${owner} and g.course_id = ${id}`,
      { doneAt: 'moment', triedAt: 'moment', evidencedAt: 'moment' },
    ),
  };
});

export const selectProgress = (
  db: Db,
  who: Who,
  course: Pick<Course, 'id'>,
  today: string,
): Promise<{ learners: CoursePerson[]; progress: LearnerProgress[] }> =>
  ask(db, who, { id: course.id, today });
