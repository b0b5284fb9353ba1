import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { lessonHref, planHref } from '../addresses.ts';
import { planAudience } from '../audience.ts';
import { planPolicy } from '../plan.policy.ts';
import { planTrail } from '../plan-trail.ts';
import { lessonFields } from './lesson-fields.ts';
import { lessonDraft } from './new-lesson.page.ts';
import { openLessonToWrite } from './open-lesson.ts';

/** Changes one lesson; the text before it is kept. */
export const changeLessonPage = page(lessonHref(':plan', ':lesson', 'change'), {
  purpose: 'learning',
  access: planPolicy,
  async load(visit) {
    const { opened, lesson } = await openLessonToWrite(visit);
    return { plan: opened.plan, lesson, draft: await visit.draft(lessonDraft(opened.plan.id, lesson.id)) };
  },
  view: ({ plan, lesson, draft }, visit) => {
    const action = lessonHref(plan.id, lesson.id, 'change');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Change “{title}”', { title: lesson.title }),
      audience: planAudience(visit.who),
      trail: [...planTrail(plan), { label: lesson.title, href: lessonHref(plan.id, lesson.id) }],
      body: form(
        {
          action,
          button: t('Save the lesson'),
          values: {
            title: lesson.title,
            on_date: lesson.onDate ?? '',
            text: lesson.text,
            ...draft,
            ...values,
          },
          errors,
          draft: lessonDraft(plan.id, lesson.id),
          hidden: { version: lesson.version },
          cancel: planHref(plan.id),
        },
        lessonFields,
      ),
    };
  },
});
