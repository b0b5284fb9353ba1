import { theseRoles } from '#platform/access/audience-words.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { timetableKeepers } from '../timetable.access.ts';
import {
  weekdayName,
  type Period,
  type ShapedTimetable,
  timesInWords,
  type Timetable,
  timetableHref,
  timetablesPath,
} from '../timetable.ts';
import { timetableOf, timetableTrail } from '../versions/timetable.page.ts';
import { lessonFields, lessonValues } from './lesson-input.ts';
import { type Lesson, selectLessons } from './lesson.queries.ts';

/** The lesson of an address with its version, also when it was taken out. Throws `NotFound`. */
export async function lessonOf(visit: Visit): Promise<{ timetable: ShapedTimetable; lesson: Lesson }> {
  const timetable = await timetableOf(visit);
  const [lesson] = await selectLessons(visit.db, visit.organisationId, timetable.id, {
    lesson: visit.params.lesson!,
  });
  if (!lesson) throw new NotFound();
  return { timetable, lesson };
}

export const lessonHref = (timetable: Timetable, lesson: Pick<Lesson, 'id'>): string =>
  `${timetableHref(timetable.id)}/lessons/${lesson.id}`;
export const classHref = (timetable: Timetable, { unitId }: Pick<Lesson, 'unitId'>): string =>
  `${timetableHref(timetable.id)}/classes/${unitId}`;

/** One lesson, to be changed or taken out. */
export const lessonPage = page(`${timetablesPath}/:timetable/lessons/:lesson`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  async load(visit) {
    const { timetable, lesson } = await lessonOf(visit);
    return { timetable, lesson, period: timetable.periods.find(({ id }) => id === lesson.periodId) };
  },
  view: ({ timetable, lesson, period }, visit) => {
    const href = lessonHref(timetable, lesson);
    const state = visit.formAt(href);
    return {
      title: [lesson.unit, lesson.subject].filter(Boolean).join(', '),
      audience: theseRoles(timetableKeepers, t('Those who keep the timetable.')),
      trail: [...timetableTrail(timetable), { label: lesson.unit, href: classHref(timetable, lesson) }],
      body: html`<p>${period && whenInWords(period)}</p>
        ${lesson.endedAt !== null && notice('caution', t('This lesson is taken out.'))}
        ${form(
          {
            ...state,
            values: { ...lessonValues(lesson), ...state.values },
            hidden: { version: lesson.version, was_period: lesson.periodId },
            button: t('Save this lesson'),
            cancel: classHref(timetable, lesson),
          },
          (f) => lessonFields(f, timetable),
        )}
        ${form({ action: `${href}/${lesson.endedAt === null ? 'remove' : 'restore'}`, button: lesson.endedAt === null ? t('Take this lesson out') : t('Bring it back'), quiet: true })}`,
    };
  },
});

const whenInWords = (period: Period): string =>
  t('{day}, {period}, {times}', {
    day: weekdayName[period.weekday](),
    period: period.name,
    times: timesInWords(period),
  });
