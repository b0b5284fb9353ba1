import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { courseHref } from '../addresses.ts';
import { courseAudience } from '../audience.ts';
import { openToLead } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import { courseTrail } from '../course-trail.ts';

/** What stands at the head of a course: a word for these days, and when those who lead it can be asked. */
export const headPage = page(courseHref(':course', 'head'), {
  purpose: 'learning',
  access: coursePolicy,
  load: openToLead,
  view: ({ course, leaders, head }, visit) => {
    const action = courseHref(course.id, 'head');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('A word to those who learn'),
      audience: courseAudience(visit.who, course, leaders),
      trail: courseTrail(course),
      body: form(
        {
          action,
          button: t('Save'),
          values: { note: head?.note ?? '', reach: head?.reach ?? '', ...values },
          errors,
          hidden: { version: head?.version ?? 0 },
          cancel: courseHref(course.id),
        },
        (f) => [
          f.textarea({
            name: 'note',
            label: t('A word for these days'),
            hint: t('It stands at the head of the course until you write another.'),
            rows: 4,
            maxlength: 2000,
          }),
          f.text({
            name: 'reach',
            label: t('When and where you can be asked'),
            hint: t('For example: Tuesdays after school in the library, or by message.'),
            maxlength: 300,
          }),
        ],
      ),
    };
  },
});
