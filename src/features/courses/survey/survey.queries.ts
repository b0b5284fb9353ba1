import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** What one person answered, by the words of the question, so that a survey may be changed after some have answered. */
export type Answers = Record<string, string>;

/** How many chose what, and what was written, without names. */
export interface SurveyFacts {
  mine: Answers | null;
  /** Of everybody; only asked for whoever leads the course. */
  all: Answers[];
}

/** One's own answers, and for whoever leads the course everybody's, in no order that tells who. */
export async function selectAnswers(
  db: Db,
  ownerId: string,
  { activityId, personId, leads }: { activityId: string; personId: string; leads: boolean },
): Promise<SurveyFacts> {
  const { rows } = await sql<SurveyFacts>`select
      (select w.answers from course_answer w where w.owner_id = ${ownerId} and w.activity_id = ${activityId}
        and w.person_id = ${personId}) as mine,
      ${
        leads
          ? sql`coalesce((select json_agg(w.answers order by md5(w.answers::text)) from course_answer w
              where w.owner_id = ${ownerId} and w.activity_id = ${activityId}), '[]'::json)`
          : sql`'[]'::json`
      } as "all"`.execute(db);
  return rows[0]!;
}

/** Saves one's answers to what was asked. */
export const saveAnswers = (
  tx: Db,
  ownerId: string,
  {
    courseId,
    activityId,
    personId,
    answers,
    asked,
  }: {
    courseId: string;
    activityId: string;
    personId: string;
    answers: Answers;
    /** The words of the questions that were asked. */
    asked: readonly string[];
  },
  now: Date,
): Promise<unknown> =>
  tx
    .insertInto('course_answer')
    .values({
      owner_id: ownerId,
      activity_id: activityId,
      person_id: personId,
      course_id: courseId,
      answers: JSON.stringify(answers),
      answered_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['owner_id', 'activity_id', 'person_id'])
        // Answers to questions that are not asked for now stay.
        .doUpdateSet({
          answers: sql`(course_answer.answers - ${asked}::text[]) || ${JSON.stringify(answers)}::jsonb`,
          answered_at: now,
        }),
    )
    .execute();
