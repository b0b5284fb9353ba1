import type { Selectable } from 'kysely';
import type { Tables } from '#platform/db/schema.generated.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import type { LessonRow } from './open-lesson.ts';

/** A focus pupil of the lesson, taken out or not. Throws `NotFound` when it is none of this lesson. */
export async function selectPupil(
  { tx }: Change,
  lesson: LessonRow,
  id: string,
): Promise<Selectable<Tables['focus_pupil']>> {
  const pupil = await tx
    .selectFrom('focus_pupil')
    .selectAll()
    .where('owner_id', '=', lesson.owner_id)
    .where('lesson_id', '=', lesson.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!pupil) throw new NotFound('There is no such pupil in this lesson.');
  return pupil;
}
