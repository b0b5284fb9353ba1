import { z } from 'zod';
import { keepText, selectText, throwStale } from '#platform/audit/text-versions.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalId, version } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { timetableKeepers } from '../timetable.access.ts';
import { timetablesPath, weeksOfCycle } from '../timetable.ts';
import { lessonInputs, lessonValues, readLesson } from './lesson-input.ts';
import { classHref, lessonHref, lessonOf, lessonPage } from './lesson.page.ts';
import { type Lesson, type NewLesson, updateLesson } from './lesson.queries.ts';

/** Saves a lesson. Throws `Stale`, carrying both texts, where it was saved meanwhile. */
export const changeLesson = action(`${timetablesPath}/:timetable/lessons/:lesson`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  page: lessonPage,
  input: z.object({ ...lessonInputs, was_period: optionalId(), version: version() }),
  async run(change, input) {
    const { timetable, lesson } = await lessonOf(change);
    if (lesson.endedAt !== null) throw new Refused(t('This lesson is taken out. Bring it back first.'));
    // Whoever did not move it does not move it back where somebody else did meanwhile.
    const period = input.period === input.was_period ? lesson.periodId : input.period;
    const read = await readLesson(change, timetable, { ...input, period });
    await save(change, lesson, read, input.version);
    return see(
      classHref(timetable, lesson),
      t('The lesson is saved.'),
      `${lessonHref(timetable, lesson)}/undo`,
    );
  },
});

/** What is kept of a lesson as it was. */
const Kept = z.object({
  periodId: z.string(),
  week: z.enum(weeksOfCycle),
  subject: z.string(),
  roomId: z.string().nullable(),
  people: z.array(z.object({ personId: z.string(), part: z.enum(['teacher', 'support']) })),
});

/** Makes it as it was before it was last saved. Done twice, it is as it was saved again. */
export const undoLesson = action(`${timetablesPath}/:timetable/lessons/:lesson/undo`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  input: z.object({}),
  async run(change) {
    const { timetable, lesson } = await lessonOf(change);
    const of = { ownerId: change.organisationId, id: lesson.id };
    const before = Kept.safeParse(await selectText(change.tx, of, lesson.version - 1));
    if (!before.success) throw new NotFound();
    if (timetable.periods.every(({ id }) => id !== before.data.periodId))
      throw new Refused(t('The period in which it was is not there any more.'));
    await save(change, lesson, before.data, lesson.version);
    return see(classHref(timetable, lesson), t('The lesson is as it was before.'));
  },
});

async function save(
  change: Change,
  lesson: Lesson,
  read: Omit<NewLesson, 'id' | 'unitId'>,
  shown: number,
): Promise<void> {
  const { tx, organisationId, who, now } = change;
  const of = { ownerId: organisationId, id: lesson.id };
  const saved =
    shown === lesson.version && (await updateLesson(tx, organisationId, { ...lesson, ...read }, shown));
  if (!saved) await throwStale(tx, of, { version: lesson.version, fields: fieldsOf(lesson) }, now);
  // Who saved a version stands beside it, so the text before the first change is kept as of whoever changed it.
  if (shown === 1) await keepText(tx, of, 1, Kept.parse(lesson), who.personId, now);
  await keepText(tx, of, shown + 1, Kept.parse(read), who.personId, now);
  await change.record({
    kind: 'lesson.changed',
    itemId: lesson.id,
    body: { before: Kept.parse(lesson), after: Kept.parse(read) },
  });
}

function fieldsOf(lesson: Lesson) {
  const values = lessonValues(lesson);
  const labels: Record<string, string> = {
    subject: t('Subject'),
    week: t('Week'),
    room: t('Room'),
    teachers: t('Teachers'),
    support: t('Support'),
  };
  return Object.entries(labels).map(([name, label]) => ({ name, label, text: values[name] ?? '' }));
}
