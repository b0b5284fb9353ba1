import { NotFound } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { linkButton } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { courseHref } from '../addresses.ts';
import { courseAudience } from '../audience.ts';
import { courseTrail } from '../course-trail.ts';
import { openToLead } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import { leftWords } from '../packages/left-words.ts';

/** What came in with a package, and what was left, with the reason of each. */
export const broughtPage = page(courseHref(':course', 'brought'), {
  purpose: 'learning',
  access: coursePolicy,
  async load(visit) {
    const opened = await openToLead(visit);
    if (opened.course.brought === null) throw new NotFound();
    return { ...opened, brought: opened.course.brought };
  },
  view: ({ course, leaders, sections, activities, brought }, visit) => ({
    title: t('What was brought in'),
    audience: courseAudience(visit.who, course, leaders),
    trail: courseTrail(course),
    body: html`<p>
        ${t('From “{name}”:', { name: brought.name })} ${tn(sections.length, '{n} part', '{n} parts')},
        ${tn(activities.length, '{n} activity', '{n} activities')},
        ${tn(course.files.length, '{n} file', '{n} files')}.
      </p>
      <p>${linkButton({ label: t('Look at the course'), href: courseHref(course.id), icon: 'next' })}</p>
      <h2>${t('What was left')}</h2>
      ${table({
        caption: t('What was left, and why'),
        captionHidden: true,
        columns: [{ label: t('What'), wide: true }, { label: t('Kind') }, { label: t('Why'), wide: true }],
        rows: [
          ...brought.left.map(({ what, kind, why }) => [html`<bdi>${what}</bdi>`, kind, leftWords(why)]),
          ...brought.tooLarge.map((name) => [
            html`<bdi>${name}</bdi>`,
            t('a file'),
            t('It is larger than a file may be here.'),
          ]),
        ],
        empty: t('Nothing: everything in it was carried.'),
      })}`,
  }),
});
