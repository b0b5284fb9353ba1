import { selectTexts } from '#platform/audit/text-versions.ts';
import { page } from '#platform/http/route.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { activityHref } from '../addresses.ts';
import { courseAudience } from '../audience.ts';
import { openActivityToLead } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import { courseTrail } from '../course-trail.ts';
import type { Activity } from '../course.ts';
import { kindOf } from '../kinds/kinds.ts';

/** How an activity was at each version, and the way back to it. */
export const activityVersionsPage = page(activityHref(':course', ':activity', 'versions'), {
  purpose: 'learning',
  access: coursePolicy,
  async load(visit) {
    const opened = await openActivityToLead(visit);
    const of = { ownerId: visit.organisationId, id: opened.activity.id };
    return { ...opened, texts: await selectTexts(visit.db, of) };
  },
  view: ({ course, leaders, activity, texts }, visit) => ({
    title: t('How “{title}” was before', { title: activity.title }),
    audience: courseAudience(visit.who, course, leaders),
    trail: courseTrail(course, activity),
    body: html`${texts.map((each) => version(course.id, activity, each))}`,
  }),
});

type Kept = Awaited<ReturnType<typeof selectTexts>>[number];

function version(courseId: string, { id, kind, version: newest }: Activity, kept: Kept): Html {
  const by = { name: kept.writtenBy, when: formatMoment(kept.writtenAt) };
  const settings = kindOf(kind)?.settings.safeParse(kept.fields.settings);
  const values = settings?.success ? (kindOf(kind)?.values(settings.data) ?? {}) : {};
  const isNewest = kept.version === newest;
  return details(
    isNewest ? t('As it stands: {name}, {when}', by) : t('Before: {name}, {when}', by),
    html`${definitionList([
      { term: t('Title'), says: html`<bdi>${String(kept.fields.title ?? '')}</bdi>` },
      {
        term: t('What stood there'),
        says: Object.values(values)
          .filter((value) => typeof value === 'string' && value !== '')
          .map((value) => html`<span class="as-written" dir="auto">${String(value)}</span>`),
      },
    ])}
    ${
      !isNewest &&
      settings?.success &&
      form({
        action: activityHref(courseId, id, 'put-back'),
        button: t('Go back to this'),
        describe: t('Go back to this of {when}', by),
        quiet: true,
        hidden: { kept: kept.version, version: newest },
        prefix: `kept-${kept.version}`,
      })
    }`,
    isNewest,
  );
}
