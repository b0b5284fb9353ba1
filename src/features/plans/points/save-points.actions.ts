import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { ticks } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { lessonHref, planHref } from '../addresses.ts';
import { openLessonToWrite } from '../lessons/open-lesson.ts';
import { planPolicy } from '../plan.policy.ts';
import { openToWrite } from '../scheme/open-plan.ts';
import { chooseLessonPointsPage, choosePointsPage } from './choose-points.page.ts';
import { selectUsable, setPoints } from './point.queries.ts';

const input = z.object({
  point: ticks(500),
  /** What stood there to be ticked, so that what did not stays as it is. */
  offered: z
    .string()
    .default('')
    .transform((text) => text.split(' ').filter(isId)),
});

type Sent = z.output<typeof input>;

/** Makes the ticked points those of the plan. */
export const savePoints = action(planHref(':plan', 'points'), {
  purpose: 'learning',
  access: planPolicy,
  page: choosePointsPage,
  input,
  async run(change, sent) {
    const { plan, points } = await openToWrite(change);
    // What a lesson takes up stays the plan's.
    const inLessons = points
      .filter(({ lessons }) => lessons.length > 0)
      .map(({ statementId }) => statementId);
    const notInLesson = (id: string): boolean => !inLessons.includes(id);
    const wanted = (await usable(change, sent)).filter(notInLesson);
    const offered = sent.offered.filter(notInLesson);
    await save(change, { schemeId: plan.id, lessonId: null }, offered, wanted);
    return see(planHref(plan.id), t('The points are saved.'));
  },
});

/** Makes the ticked points those of a lesson. */
export const saveLessonPoints = action(lessonHref(':plan', ':lesson', 'points'), {
  purpose: 'learning',
  access: planPolicy,
  page: chooseLessonPointsPage,
  input,
  async run(change, sent) {
    const { opened, lesson } = await openLessonToWrite(change);
    const wanted = await usable(change, sent);
    await save(change, { schemeId: opened.plan.id, lessonId: lesson.id }, sent.offered, wanted);
    return see(lessonHref(opened.plan.id, lesson.id), t('The points are saved.'));
  },
});

/** The ticked ones, all of which plans may name. Throws `Refused`. */
async function usable({ tx, organisationId }: Change, { point }: Sent): Promise<string[]> {
  const found = await selectUsable(tx, organisationId, point.filter(isId));
  if (found.length !== new Set(point).size)
    throw new Refused(t('One of these points is not in a curriculum that is used here.'));
  return found;
}

async function save(
  change: Change,
  of: { schemeId: string; lessonId: string | null },
  offered: readonly string[],
  wanted: readonly string[],
): Promise<void> {
  const { added, removed } = await setPoints(change, of, offered, wanted);
  if (added.length === 0 && removed.length === 0) throw new Refused(t('Nothing was changed.'));
  await change.record({
    kind: 'plan.points-chosen',
    itemId: of.schemeId,
    body: { lessonId: of.lessonId, added, removed },
  });
}
