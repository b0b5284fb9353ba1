import { page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { everything, type ListedResource, selectBank } from '#features/resources/index.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList, filters, pager } from '#ui/list.ts';
import { lessonHref, resourceOfLessonHref } from '../addresses.ts';
import { planAudience } from '../audience.ts';
import { planPolicy } from '../plan.policy.ts';
import { planTrail } from '../plan-trail.ts';
import { openLessonToWrite } from './open-lesson.ts';

/** Finds resources of the bank to teach a lesson with. */
export const lessonResourcesPage = page(lessonHref(':plan', ':lesson', 'resources'), {
  purpose: 'learning',
  access: planPolicy,
  async load(visit) {
    const { opened, lesson, resources } = await openLessonToWrite(visit);
    const words = (visit.query.words ?? '').trim().slice(0, 100);
    // Before anybody looks for words, what there is for the subject.
    const filter = { ...everything, words, subject: words === '' ? opened.plan.subject : '' };
    const { resources: found, more } = await selectBank(visit.db, visit.who, filter, {
      page: visit.pageNumber,
      today: visit.today,
    });
    return { plan: opened.plan, lesson, used: resources, found, more, words, pageNumber: visit.pageNumber };
  },
  view: ({ plan, lesson, used, found, more, words, pageNumber }, visit) => {
    const path = lessonHref(plan.id, lesson.id, 'resources');
    const has = new Set(used.map(({ id }) => id));
    return {
      title: t('Resources for “{title}”', { title: lesson.title }),
      audience: planAudience(visit.who),
      trail: [...planTrail(plan), { label: lesson.title, href: lessonHref(plan.id, lesson.id) }],
      body: html`${filters({ action: path, values: { words }, narrowed: words !== '', button: t('Find'), always: true }, (f) => f.search({ name: 'words', label: t('Words') }))}
      ${countedList({
        says:
          words === ''
            ? tn(
                found.length,
                '{n} resource for {subject} in the bank',
                '{n} resources for {subject} in the bank',
                { subject: plan.subject },
              )
            : tn(found.length, '{n} resource on this page', '{n} resources on this page'),
        items: found.map((each) => resourceLine(each, has.has(each.id), plan.id, lesson.id)),
        empty: empty({
          says:
            words === ''
              ? t('Nothing in the bank is for {subject} yet. Look for words instead.', {
                  subject: plan.subject,
                })
              : t('Nothing is found. Try fewer words; a slip of the finger in a title does not matter.'),
        }),
        withEnd: true,
      })}
      ${pager({ page: pageNumber, pages: 0, more, path, query: { words } })}
      ${quietActions([{ label: t('Write a page to teach with'), href: '/resources/new', icon: 'edit' }])}`,
    };
  },
});

const resourceLine = (
  { id, title, summary, author }: ListedResource,
  used: boolean,
  planId: string,
  lessonId: string,
): Html =>
  html`<span
      ><a href="/resources/${id}"><bdi>${title}</bdi></a> <span class="meta"><bdi>${author}</bdi></span
      >${summary !== '' && html`<br /><bdi>${summary}</bdi>`}</span
    >
    ${
      used
        ? html`<span class="meta">${t('Used in this lesson')}</span>`
        : form({
            action: resourceOfLessonHref(planId, lessonId, id, 'add'),
            button: t('Use it'),
            describe: title,
            quiet: true,
            prefix: `resource-${id}`,
          })
    }`;
