import { page } from '#platform/http/route.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { planHref } from '../addresses.ts';
import { planPolicy } from '../plan.policy.ts';
import type { PlanTeacher } from '../plan.ts';
import { planTrail } from '../plan-trail.ts';
import { openPlan } from '../scheme/open-plan.ts';

/** Said before anything is written. */
export const suggestionAudience = (teachers: readonly PlanTeacher[]): AudienceNote => ({
  icon: 'people',
  words: t('You and those who teach by this plan'),
  why: t(
    '{names} read it, and you read what they answer. Nobody else does, and nothing of it goes to appraisal.',
    { names: teachers.length === 0 ? t('Nobody yet') : formatList(teachers.map(({ name }) => name)) },
  ),
});

/** Suggests something beside a plan, to those who teach by it. */
export const suggestPage = page(planHref(':plan', 'suggest'), {
  purpose: 'learning',
  access: planPolicy,
  async load(visit) {
    const opened = await openPlan(visit);
    return { ...opened, draft: await visit.draft(suggestDraft(opened.plan.id)) };
  },
  view: ({ plan, lessons, teachers, draft }, visit) => {
    const action = planHref(plan.id, 'suggest');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Suggest something'),
      audience: suggestionAudience(teachers),
      trail: planTrail(plan),
      body: form(
        {
          action,
          button: t('Say it'),
          values: { lesson: visit.query.lesson ?? '', ...draft, ...values },
          errors,
          draft: suggestDraft(plan.id),
          cancel: planHref(plan.id),
        },
        (f) => [
          f.textarea({
            name: 'words',
            label: t('What you suggest'),
            hint: t(
              'What you noticed, what it may do for pupils, and what you would try. A question helps more than a verdict.',
            ),
            required: true,
            rows: 5,
            maxlength: 4000,
          }),
          lessons.length > 0 &&
            f.select({
              name: 'lesson',
              label: t('On'),
              options: [
                { value: '', label: t('The plan as a whole') },
                ...lessons.map(({ id, title }) => ({ value: id, label: title })),
              ],
            }),
        ],
      ),
    };
  },
});

const suggestDraft = (planId: string): string => `plan:${planId}:suggestion`;
