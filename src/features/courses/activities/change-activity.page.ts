import { NotFound } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { activityHref } from '../addresses.ts';
import { courseAudience } from '../audience.ts';
import { courseTrail } from '../course-trail.ts';
import { openActivityToLead } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import { selectLoad } from '../due/load.queries.ts';
import { loadView } from '../due/load.view.ts';
import { kindOf } from '../kinds/kinds.ts';
import { activityFields, activityValues } from './activity-form.ts';

/** Changes an activity. */
export const changeActivityPage = page(activityHref(':course', ':activity', 'change'), {
  purpose: 'learning',
  access: coursePolicy,
  async load(visit) {
    const opened = await openActivityToLead(visit);
    return { ...opened, load: await selectLoad(visit.db, visit.who, opened.course, visit.today) };
  },
  view: ({ activity, load, ...opened }, visit) => {
    const { course, leaders, activities } = opened;
    const kind = kindOf(activity.kind);
    if (!kind) throw new NotFound(t('This cannot be changed here any more.'));
    const action = activityHref(course.id, activity.id, 'change');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Change “{title}”', { title: activity.title }),
      audience: courseAudience(visit.who, course, leaders),
      trail: courseTrail(course, activity),
      body: html`${loadView(load)}
      ${form(
        {
          action,
          button: t('Save'),
          values: { ...activityValues(kind, activity), ...values },
          errors,
          hidden: { version: activity.version },
          cancel: activityHref(course.id, activity.id),
        },
        activityFields(
          kind,
          opened,
          activities.filter(({ id }) => id !== activity.id),
        ),
      )}`,
    };
  },
});
