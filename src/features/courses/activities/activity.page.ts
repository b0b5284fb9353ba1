import { page } from '#platform/http/route.ts';
import { activityHref } from '../addresses.ts';
import { courseAudience } from '../audience.ts';
import { courseTrail } from '../course-trail.ts';
import { openActivity } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import { kindOf } from '../kinds/kinds.ts';
import { progressDraft } from '../progress/progress-form.view.ts';
import { activityView } from './activity.view.ts';

/** One activity: what its kind shows, and what one did with it. */
export const activityPage = page(activityHref(':course', ':activity'), {
  purpose: 'learning',
  access: coursePolicy,
  async load(visit) {
    const { activity, ...opened } = await openActivity(visit);
    const kind = kindOf(activity.kind);
    const settings = kind?.settings.parse(activity.settings);
    const facts = await kind?.load(visit, { opened, activity }, settings);
    const draft = opened.learns ? await visit.draft(progressDraft(activity.id)) : null;
    return { opened, activity, kind, settings, facts, draft };
  },
  view: (data, visit) => ({
    title: data.activity.title,
    audience: courseAudience(visit.who, data.opened.course, data.opened.leaders),
    trail: courseTrail(data.opened.course),
    body: activityView(data, visit),
  }),
});
