import { theseRoles } from '#platform/access/audience-words.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { timetableKeepers } from '../timetable.access.ts';
import { type ShapedTimetable, timetableHref, timetablesPath } from '../timetable.ts';
import { timetableOf, timetableTrail } from '../versions/timetable.page.ts';
import { lessonFields } from './lesson-input.ts';
import { selectSubject } from './subject-of.queries.ts';

/** The class of an address, and the timetable that a lesson of it is put into. Throws `NotFound`. */
export async function addingTo(visit: Visit): Promise<{
  timetable: ShapedTimetable;
  unit: { id: string; name: string };
}> {
  const timetable = await timetableOf(visit);
  const unit = await selectSubject(visit.db, visit.organisationId, 'class', visit.params.unit!);
  if (!unit) throw new NotFound();
  return { timetable, unit };
}

export const addLessonPage = page(`${timetablesPath}/:timetable/classes/:unit/add`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  load: addingTo,
  view: ({ timetable, unit }, visit) => {
    const classHref = `${timetableHref(timetable.id)}/classes/${unit.id}`;
    const state = visit.formAt(`${classHref}/add`);
    return {
      title: t('Add a lesson of {name}', { name: unit.name }),
      audience: theseRoles(timetableKeepers, t('Those who keep the timetable.')),
      trail: [...timetableTrail(timetable), { label: unit.name, href: classHref }],
      body: form(
        {
          ...state,
          values: { period: visit.query.period, ...state.values },
          button: t('Add this lesson'),
          cancel: classHref,
        },
        (f) => lessonFields(f, timetable),
      ),
    };
  },
});
