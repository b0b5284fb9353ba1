import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { planHref } from '../addresses.ts';
import { planAudience } from '../audience.ts';
import { planPolicy } from '../plan.policy.ts';
import { planTrail } from '../plan-trail.ts';
import { openToWrite } from '../scheme/open-plan.ts';
import { lessonFields } from './lesson-fields.ts';

export const lessonDraft = (planId: string, lessonId = 'new'): string => `plan:${planId}:lesson:${lessonId}`;

/** Adds a lesson to a plan. */
export const newLessonPage = page(planHref(':plan', 'lessons'), {
  purpose: 'learning',
  access: planPolicy,
  async load(visit) {
    const { plan } = await openToWrite(visit);
    return { plan, draft: await visit.draft(lessonDraft(plan.id)) };
  },
  view: ({ plan, draft }, visit) => {
    const action = planHref(plan.id, 'lessons');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Add a lesson'),
      audience: planAudience(visit.who),
      trail: planTrail(plan),
      body: form(
        {
          action,
          button: t('Add the lesson'),
          values: { text: plan.lessonText, ...draft, ...values },
          errors,
          draft: lessonDraft(plan.id),
          cancel: planHref(plan.id),
        },
        lessonFields,
      ),
    };
  },
});
