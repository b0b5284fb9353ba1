import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { chosenPoints, chosenPointsInput } from '#features/curriculum/index.ts';
import { lessonHref, planHref } from '../addresses.ts';
import { openLessonToWrite } from '../lessons/open-lesson.ts';
import { planPolicy } from '../plan.policy.ts';
import { openToWrite } from '../scheme/open-plan.ts';
import { chooseLessonPointsPage, choosePointsPage } from './choose-points.page.ts';
import { setPoints } from './point.queries.ts';

/** Makes the ticked points those of the plan. */
export const savePoints = action(planHref(':plan', 'points'), {
  purpose: 'learning',
  access: planPolicy,
  page: choosePointsPage,
  input: chosenPointsInput,
  async run(change, sent) {
    const { plan, points } = await openToWrite(change);
    // What a lesson takes up stays the plan's.
    const inLessons = points
      .filter(({ lessons }) => lessons.length > 0)
      .map(({ statementId }) => statementId);
    const notInLesson = (id: string): boolean => !inLessons.includes(id);
    const wanted = (await chosenPoints(change, sent)).filter(notInLesson);
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
  input: chosenPointsInput,
  async run(change, sent) {
    const { opened, lesson } = await openLessonToWrite(change);
    const wanted = await chosenPoints(change, sent);
    await save(change, { schemeId: opened.plan.id, lessonId: lesson.id }, sent.offered, wanted);
    return see(lessonHref(opened.plan.id, lesson.id), t('The points are saved.'));
  },
});

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
