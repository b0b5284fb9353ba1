import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { choosePointsView, type PointChoice, selectPointChoice } from '#features/curriculum/index.ts';
import { lessonHref, planHref } from '../addresses.ts';
import { planAudience } from '../audience.ts';
import { openLessonToWrite } from '../lessons/open-lesson.ts';
import { planPolicy } from '../plan.policy.ts';
import type { Lesson } from '../plan.ts';
import { planTrail } from '../plan-trail.ts';
import { type OpenedPlan, openToWrite } from '../scheme/open-plan.ts';

interface Choosing {
  opened: OpenedPlan;
  /** Undefined where the points of the plan as a whole are chosen. */
  lesson: Lesson | undefined;
  choice: PointChoice;
}

/** Chooses which points of the curriculum a plan takes up. */
export const choosePointsPage = page(planHref(':plan', 'points'), {
  purpose: 'learning',
  access: planPolicy,
  async load(visit) {
    const opened = await openToWrite(visit);
    return { opened, lesson: undefined, choice: await selectPointChoice(visit, opened.plan) };
  },
  view: (data, visit) => content(data, visit),
});

/** The same for one lesson; what it takes up, its plan takes up. */
export const chooseLessonPointsPage = page(lessonHref(':plan', ':lesson', 'points'), {
  purpose: 'learning',
  access: planPolicy,
  async load(visit) {
    const { opened, lesson } = await openLessonToWrite(visit);
    return { opened, lesson, choice: await selectPointChoice(visit, opened.plan) };
  },
  view: (data, visit) => content(data, visit),
});

function content({ opened, lesson, choice }: Choosing, visit: Visit) {
  const { plan, points } = opened;
  return {
    title: t('Points that “{title}” takes up', { title: (lesson ?? plan).title }),
    audience: planAudience(visit.who),
    trail: [
      ...planTrail(plan),
      ...(lesson ? [{ label: lesson.title, href: lessonHref(plan.id, lesson.id) }] : []),
    ],
    body: choosePointsView(
      {
        choice,
        path: lesson ? lessonHref(plan.id, lesson.id, 'points') : planHref(plan.id, 'points'),
        taken: points
          .filter((each) => !lesson || each.lessons.includes(lesson.id))
          .map(({ statementId }) => statementId),
        cancel: lesson ? lessonHref(plan.id, lesson.id) : planHref(plan.id),
      },
      visit,
    ),
  };
}
