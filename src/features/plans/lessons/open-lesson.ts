import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Lesson, LessonResource, Point } from '../plan.ts';
import { type OpenedPlan, openPlan, openToWrite } from '../scheme/open-plan.ts';

export interface OpenedLesson {
  opened: OpenedPlan;
  lesson: Lesson;
  points: Point[];
  resources: LessonResource[];
}

/** The lesson in the address, within its plan. Throws as `openPlan` does, and `NotFound`. */
export const openLesson = async (visit: Visit): Promise<OpenedLesson> =>
  lessonIn(await openPlan(visit), visit);

/** The same for whoever may write it. */
export const openLessonToWrite = async (visit: Visit): Promise<OpenedLesson> =>
  lessonIn(await openToWrite(visit), visit);

function lessonIn(opened: OpenedPlan, { params }: Visit): OpenedLesson {
  const lesson = opened.lessons.find(({ id }) => id === params.lesson);
  if (!lesson) throw new NotFound();
  return {
    opened,
    lesson,
    points: opened.points.filter(({ lessons }) => lessons.includes(lesson.id)),
    resources: opened.resources.filter(({ lessonId }) => lessonId === lesson.id),
  };
}
