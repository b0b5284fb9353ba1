import { sql } from 'kysely';
import { draftColumn, type DraftFields } from '#platform/drafts/drafts.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Programme } from '#features/programmes/index.ts';

export interface StepToChoose {
  id: string;
  title: string;
}

interface ExerciseText {
  exercise: {
    id: string;
    number: number;
    title: string;
    prompt: string;
    minutes: number;
    required: boolean;
    stepId: string | null;
    version: number;
  };
  steps: StepToChoose[];
  /** What this person was writing in the form and has not sent. */
  draft: DraftFields | null;
}

/** Under which key a new exercise, or a change of one, is kept while one writes it. */
export const newExerciseDraft = ({ slug }: { slug: string }): string => `new-exercise:${slug}`;
export const exerciseTextDraft = ({ id }: { id: string }): string => `${textPrefix}${id}`;
const textPrefix = 'exercise-text:';

/** What the form of a new exercise needs. */
export async function selectForNewExercise(
  { db, who }: Visit,
  programme: Programme,
): Promise<Omit<ExerciseText, 'exercise'>> {
  const { rows } = await sql<Omit<ExerciseText, 'exercise'>>`
    select coalesce((select json_agg(json_build_object('id', s.id, 'title', s.title) order by s.on_date, s.number)
        from programme_step s where s.owner_id = ${programme.owner_id} and s.programme_id = ${programme.id}
          and s.ended_at is null), '[]'::json) as steps,
      ${draftColumn(who, newExerciseDraft(programme))} as draft`.execute(db);
  return rows[0]!;
}

/** The exercise of the address as it is written, and the steps it may belong to. Throws `NotFound`. */
export async function selectExerciseText(visit: Visit, programme: Programme): Promise<ExerciseText> {
  const { rows } = await sql<ExerciseText>`
    select json_build_object('id', x.id, 'number', x.number, 'title', x.title, 'prompt', x.prompt, 'minutes', x.minutes,
        'required', x.required, 'stepId', x.step_id, 'version', x.version) as exercise,
      coalesce((select json_agg(json_build_object('id', s.id, 'title', s.title) order by s.on_date, s.number)
        from programme_step s where s.owner_id = x.owner_id and s.programme_id = x.programme_id
          and s.ended_at is null), '[]'::json) as steps,
      ${draftColumn(visit.who, sql`${textPrefix}::text || x.id`)} as draft
    from programme_exercise x
    where x.owner_id = ${programme.owner_id} and x.programme_id = ${programme.id}
      and x.number::text = ${visit.params.number ?? ''} and x.ended_at is null`.execute(visit.db);
  if (!rows[0]) throw new NotFound('There is no exercise at this address.');
  return rows[0];
}
