import { z } from 'zod';
import { keepText } from '#platform/audit/text-versions.ts';
import { addDays, daysBetween } from '#platform/calendar/dates.ts';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { day, line, optionalLine } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { yearKey } from '#features/curriculum/index.ts';
import { planHref } from '../addresses.ts';
import { planPolicy } from '../plan.policy.ts';
import { copyPlanPage } from './copy-plan.page.ts';
import { type OpenedPlan, openPlan } from './open-plan.ts';
import { insertPlan } from './plan.queries.ts';

/** Makes a plan of one's own out of another, with its days moved. Both say so. */
export const copyPlan = action(planHref(':plan', 'copy'), {
  purpose: 'learning',
  access: planPolicy,
  page: copyPlanPage,
  input: z.object({ title: line('Give it a title.', 160), year: optionalLine(40), starts_on: day() }),
  async run(change, { title, year, starts_on }) {
    const opened = await openPlan(change);
    if (opened.ended) throw new Refused(t('This scheme of work was taken away.'));
    const { plan } = opened;
    const by = daysBetween(plan.startsOn, starts_on);
    const { tx, organisationId: ownerId, who, now } = change;
    const id = await insertPlan(
      tx,
      { ownerId, authorId: who.personId, teacherIds: [who.personId] },
      {
        title,
        subject: plan.subject,
        yearKey: yearKey(year),
        startsOn: starts_on,
        endsOn: addDays(plan.endsOn, by),
      },
      { parts: plan.parts, lessonText: plan.lessonText, copiedFrom: plan.id },
      now,
    );
    await copyParts(change, opened, id);
    const lessons = await copyLessons(change, opened, id, by);
    await copyPoints(change, opened, id, lessons);
    await change.record({ kind: 'plan.copied', itemId: id, body: { from: plan.id } });
    return see(planHref(id), t('The new plan is yours. The one before stays as it is.'), planHref(id, 'end'));
  },
});

async function copyParts(
  { tx, organisationId: owner_id, who, now }: Change,
  { parts }: OpenedPlan,
  to: string,
) {
  for (const { key, text } of parts) {
    const id = newId(now);
    await tx
      .insertInto('scheme_part')
      .values({
        owner_id,
        id,
        scheme_id: to,
        key,
        text,
        version: 1,
        changed_by: who.personId,
        changed_at: now,
      })
      .execute();
    await keepText(tx, { ownerId: owner_id, id }, 1, { text }, who.personId, now);
  }
}

/** Answers which new lesson stands for which. */
async function copyLessons(
  { tx, organisationId: owner_id, who, now }: Change,
  { lessons }: OpenedPlan,
  to: string,
  by: number,
): Promise<Map<string, string>> {
  const made = new Map(lessons.map(({ id }) => [id, newId(now)]));
  if (lessons.length === 0) return made;
  await tx
    .insertInto('planned_lesson')
    .values(
      lessons.map(({ id, position, title, onDate, text }) => ({
        owner_id,
        id: made.get(id)!,
        scheme_id: to,
        position,
        title,
        on_date: onDate === null ? null : addDays(onDate, by),
        text,
        version: 1,
        changed_by: who.personId,
        changed_at: now,
        created_at: now,
        ended_at: null,
      })),
    )
    .execute();
  for (const { id, title, text } of lessons)
    await keepText(tx, { ownerId: owner_id, id: made.get(id)! }, 1, { title, text }, who.personId, now);
  return made;
}

/** Points and resources, each where it stood; a resource that its author took out of the bank stays behind. */
async function copyPoints(
  { tx, organisationId: owner_id, who, now }: Change,
  { plan, resources }: OpenedPlan,
  to: string,
  lessons: ReadonlyMap<string, string>,
): Promise<void> {
  const common = { owner_id, scheme_id: to, added_by: who.personId, added_at: now };
  const points = await tx
    .selectFrom('planned_point')
    .select(['lesson_id as lessonId', 'statement_id as statement_id'])
    .where('owner_id', '=', owner_id)
    .where('scheme_id', '=', plan.id)
    .execute();
  const named = points.filter(({ lessonId }) => lessonId === null || lessons.has(lessonId));
  if (named.length > 0)
    await tx
      .insertInto('planned_point')
      .values(
        named.map(({ lessonId, statement_id }) => ({
          ...common,
          id: newId(now),
          lesson_id: lessonId && lessons.get(lessonId)!,
          statement_id,
        })),
      )
      .execute();
  const used = resources.filter(({ lessonId }) => lessons.has(lessonId));
  if (used.length > 0)
    await tx
      .insertInto('planned_resource')
      .values(
        used.map(({ lessonId, id }) => ({
          ...common,
          id: newId(now),
          lesson_id: lessons.get(lessonId)!,
          resource_id: id,
        })),
      )
      .execute();
}
