import { z } from 'zod';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { resourcePolicy } from '#features/resources/index.ts';
import { lessonHref, resourceOfLessonHref } from '../addresses.ts';
import { planPolicy } from '../plan.policy.ts';
import { lessonPage } from './lesson.page.ts';
import { openLessonToWrite } from './open-lesson.ts';

const common = { purpose: 'learning', access: planPolicy, page: lessonPage, input: z.object({}) } as const;

/** Joins a resource of the bank to a lesson. */
export const useResource = action(resourceOfLessonHref(':plan', ':lesson', ':resource', 'add'), {
  ...common,
  async run(change) {
    const { opened, lesson, resources } = await openLessonToWrite(change);
    const { tx, organisationId, who, now, params } = change;
    const id = params.resource!;
    if (!isId(id)) throw new NotFound();
    const item = await change.open(resourcePolicy, id);
    if (item.endedAt !== null) throw new NotFound(t('This resource was taken away.'));
    if (resources.some((each) => each.id === id)) throw new Refused(t('The lesson uses it already.'));
    await tx
      .insertInto('planned_resource')
      .values({
        owner_id: organisationId,
        id: newId(now),
        scheme_id: opened.plan.id,
        lesson_id: lesson.id,
        resource_id: id,
        added_by: who.personId,
        added_at: now,
      })
      .execute();
    await change.record({
      kind: 'plan.resource-joined',
      itemId: opened.plan.id,
      body: { lessonId: lesson.id, resourceId: id },
    });
    return see(
      lessonHref(opened.plan.id, lesson.id),
      t('The lesson is taught with it.'),
      resourceOfLessonHref(opened.plan.id, lesson.id, id, 'remove'),
    );
  },
});

export const leaveResourceOut = action(resourceOfLessonHref(':plan', ':lesson', ':resource', 'remove'), {
  ...common,
  async run(change) {
    const { opened, lesson } = await openLessonToWrite(change);
    const id = change.params.resource!;
    if (!isId(id)) throw new NotFound();
    const gone = await change.tx
      .deleteFrom('planned_resource')
      .where('owner_id', '=', change.organisationId)
      .where('scheme_id', '=', opened.plan.id)
      .where('lesson_id', '=', lesson.id)
      .where('resource_id', '=', id)
      .returning('id')
      .executeTakeFirst();
    if (!gone) throw new Refused(t('The lesson does not use it.'));
    await change.record({
      kind: 'plan.resource-left-out',
      itemId: opened.plan.id,
      body: { lessonId: lesson.id, resourceId: id },
    });
    return see(
      lessonHref(opened.plan.id, lesson.id),
      t('It is left out.'),
      resourceOfLessonHref(opened.plan.id, lesson.id, id, 'add'),
    );
  },
});
