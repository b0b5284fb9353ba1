import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { Refused, Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { ticks, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { lessonHref } from './addresses.ts';
import { selectTakingPart } from './lesson.queries.ts';
import { changeLesson, type LessonRow } from './open-lesson.ts';
import { conflicts, type ListChanges, mergeTicks, readList } from './plan-entries.ts';
import { momentRules, pupilRules, usualMoment } from './plan-rules.ts';
import { planPage } from './plan.page.ts';
import { researchLessonPolicy } from './research-lesson.policy.ts';

const shownIds = () =>
  z
    .string()
    .default('')
    .transform((text) => text.split(' ').filter(Boolean));

/**
 * Saves who teaches, who observes, which pupils they watch and at which moments. Throws `Stale` with the names
 * that somebody else changed meanwhile; ticks of two people join.
 */
export const planLesson = action('/programmes/:programme/steps/:number/lesson/plan', {
  purpose: 'learning',
  access: researchLessonPolicy,
  page: planPage,
  input: z.looseObject({
    version: version(),
    teachers: ticks(100),
    observers: ticks(100),
    shown_teachers: shownIds(),
    shown_observers: shownIds(),
  }),
  async run(change, sent) {
    const { opened, step, lesson } = await changeLesson(change);
    const stored = await selectLists(change, lesson);
    const [pupils, moments] = [
      readList(sent, stored.pupils, pupilRules()),
      readList(sent, stored.moments, momentRules()),
    ];
    const wrong = { ...pupils.errors, ...moments.errors };
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    if (sent.version !== lesson.version) await mustAgree(change, lesson, sent, stored);
    // A lesson has at least one moment, or there is nowhere to predict.
    if (moments.titles.length === 0) moments.changes.added.push(usualMoment());

    const inside = await selectTakingPart(change, step);
    const merge = (now: readonly string[], shown: string[], ticked: string[]) =>
      mergeTicks(now, shown, ticked).filter((id) => inside.has(id) || now.includes(id));
    await writeList(change, lesson, 'focus_pupil', pupils.changes);
    await writeList(change, lesson, 'lesson_moment', moments.changes);
    await change.tx
      .updateTable('research_lesson')
      .set({
        teacher_ids: merge(lesson.teacher_ids, sent.shown_teachers, sent.teachers),
        observer_ids: merge(lesson.observer_ids, sent.shown_observers, sent.observers),
        version: lesson.version + 1,
        planned_by: change.who.personId,
        planned_at: change.now,
      })
      .where('owner_id', '=', lesson.owner_id)
      .where('id', '=', lesson.id)
      .execute();
    await change.record({
      kind: 'research-lesson.planned',
      itemId: lesson.id,
      body: { version: lesson.version + 1, pupils: pupils.titles.length },
    });
    return see(lessonHref(opened.programme, step), t('The plan is saved.'));
  },
});

interface Lists {
  pupils: { id: string; title: string; takenOut: boolean }[];
  moments: { id: string; title: string; takenOut: boolean }[];
}

async function selectLists({ tx }: Change, { owner_id, id }: LessonRow): Promise<Lists> {
  const pupils = await tx
    .selectFrom('focus_pupil')
    .select(['id', 'label as title', 'ended_at'])
    .where('owner_id', '=', owner_id)
    .where('lesson_id', '=', id)
    .orderBy('position')
    .orderBy('created_at')
    .execute();
  const moments = await tx
    .selectFrom('lesson_moment')
    .select(['id', 'title', 'ended_at'])
    .where('owner_id', '=', owner_id)
    .where('lesson_id', '=', id)
    .orderBy('position')
    .orderBy('created_at')
    .execute();
  const entry = ({ ended_at, ...row }: (typeof moments)[number]) => ({ ...row, takenOut: ended_at !== null });
  return { pupils: pupils.map(entry), moments: moments.map(entry) };
}

/** Throws `Stale` where somebody saved since and names differ from what was sent. */
async function mustAgree(
  { tx }: Change,
  lesson: LessonRow,
  sent: Readonly<Record<string, unknown>>,
  { pupils, moments }: Lists,
): Promise<void> {
  const fields = [
    ...conflicts(sent, pupils, 'pupil').map((each) => ({ ...each, label: t('Focus pupil') })),
    ...conflicts(sent, moments, 'moment').map((each) => ({ ...each, label: t('Moment') })),
  ].map(({ field, title, label }) => ({ name: field, label, text: title }));
  if (fields.length === 0) return;
  const writer = await tx
    .selectFrom('person')
    .select('name')
    .where('id', '=', lesson.planned_by)
    .executeTakeFirstOrThrow();
  throw new Stale({
    version: lesson.version,
    writerId: lesson.planned_by,
    writtenBy: writer.name,
    writtenAt: lesson.planned_at,
    fields,
  });
}

async function writeList(
  { tx, now }: Change,
  lesson: LessonRow,
  table: 'focus_pupil' | 'lesson_moment',
  { renamed, takenOut, broughtBack, added }: ListChanges,
): Promise<void> {
  const named = (title: string) => (table === 'focus_pupil' ? { label: title } : { title });
  const set = (id: string, values: { label?: string; title?: string; ended_at: Date | null }) =>
    tx
      .updateTable(table)
      .set(values)
      .where('owner_id', '=', lesson.owner_id)
      .where('lesson_id', '=', lesson.id)
      .where('id', '=', id)
      .execute();
  for (const { id, title } of [...renamed, ...broughtBack])
    await set(id, { ...named(title), ended_at: null });
  for (const id of takenOut) await set(id, { ended_at: now });
  const rows = added.map((title, index) => ({
    owner_id: lesson.owner_id,
    id: newId(now),
    lesson_id: lesson.id,
    // Later savings come after earlier ones.
    position: lesson.version * 100 + index,
    created_at: now,
    title,
  }));
  if (rows.length === 0) return;
  if (table === 'lesson_moment') await tx.insertInto('lesson_moment').values(rows).execute();
  else
    await tx
      .insertInto('focus_pupil')
      .values(
        rows.map(({ title, ...row }) => ({
          ...row,
          label: title,
          predicted_version: 0,
          compared_words: '',
          compared_version: 0,
        })),
      )
      .execute();
}
