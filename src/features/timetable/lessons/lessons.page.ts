import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { keepsTimetable } from '../timetable.access.ts';
import { timetableHref, timetablesPath } from '../timetable.ts';
import { timetableAudience, timetableOf, timetableTrail } from '../versions/timetable.page.ts';
import { grid } from './grid.view.ts';
import { type LessonsOf, selectLessons } from './lesson.queries.ts';
import { selectSubject, type SubjectOf } from './subject-of.queries.ts';

async function load(visit: Visit, of: SubjectOf, id: string) {
  const timetable = await timetableOf(visit);
  const subject = await selectSubject(visit.db, visit.organisationId, of, id);
  if (!subject) throw new NotFound();
  const narrow: LessonsOf = of === 'class' ? { unit: id } : of === 'teacher' ? { person: id } : { room: id };
  const { periods } = timetable;
  const lessons = await selectLessons(visit.db, visit.organisationId, timetable.id, narrow);
  const keeps = keepsTimetable(visit.who) && timetable.endedAt === null;
  return { timetable, subject, periods, lessons, keeps, of };
}

const lessonsPage = (part: string, parameter: string, of: SubjectOf) =>
  page(`${timetablesPath}/:timetable/${part}/:${parameter}`, {
    purpose: 'administration',
    access: members('staff'),
    load: (visit) => load(visit, of, visit.params[parameter]!),
    view: (data, visit) => ({
      title: t('Lessons: {name}', { name: data.subject.name }),
      audience: timetableAudience(data.timetable, visit),
      trail: timetableTrail(data.timetable),
      body: html`<p class="count">
          ${tn(data.lessons.length, '{n} lesson in a cycle', '{n} lessons in a cycle')}
        </p>
        ${grid({
          ...data,
          addAt:
            data.keeps && of === 'class'
              ? `${timetableHref(data.timetable.id)}/classes/${data.subject.id}/add`
              : undefined,
        })}`,
      wide: true,
    }),
  });

/** A week of a class, of a colleague, of a room. */
export const classLessonsPage = lessonsPage('classes', 'unit', 'class');
export const teacherLessonsPage = lessonsPage('teachers', 'person', 'teacher');
export const roomLessonsPage = lessonsPage('rooms', 'room', 'room');
