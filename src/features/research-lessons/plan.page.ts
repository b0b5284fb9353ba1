import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmeTrail, stepHref } from '#features/programmes/index.ts';
import { lessonDraftKey, lessonHref } from './addresses.ts';
import { openLessonPage } from './lesson.queries.ts';
import { planView } from './plan.view.ts';
import { researchLessonPolicy } from './research-lesson.policy.ts';

/** Where the group says who teaches, who observes, which pupils they watch and at which moments. */
export const planPage = page('/programmes/:programme/steps/:number/lesson/plan', {
  purpose: 'learning',
  access: researchLessonPolicy,
  load: openLessonPage,
  view({ at, lesson }, visit) {
    const { programme } = at.opened;
    const action = lessonHref(programme, at.step, 'plan');
    return {
      title: t('Plan the research lesson'),
      audience: audienceNote(at.item, researchLessonPolicy, visit.who),
      trail: [
        ...programmeTrail(programme),
        { label: at.step.title, href: stepHref(programme, at.step) },
        { label: t('What pupils may do, and did'), href: lessonHref(programme, at.step) },
      ],
      body: planView({
        lesson,
        state: visit.formAt(action),
        draftKey: lessonDraftKey(programme, at.step, 'plan'),
        cancel: lessonHref(programme, at.step),
      }),
    };
  },
});
