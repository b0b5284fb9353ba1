import { page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { linkButton, printButton, quietActions } from '#ui/actions.ts';
import { shownFiles } from '#features/files/index.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { drawText } from '#ui/text/draw-text.ts';
import { parseText } from '#ui/text/parse-text.ts';
import { lessonHref, planHref, pointHref, resourceOfLessonHref } from '../addresses.ts';
import { planAudience } from '../audience.ts';
import { planPolicy } from '../plan.policy.ts';
import { planTrail } from '../plan-trail.ts';
import { openLesson, type OpenedLesson } from './open-lesson.ts';

/** One lesson: what is done in it, which points it takes up, and what it is taught with. */
export const lessonPage = page(lessonHref(':plan', ':lesson'), {
  purpose: 'learning',
  access: planPolicy,
  load: openLesson,
  view: (data, visit) => ({
    title: data.lesson.title,
    audience: planAudience(visit.who),
    trail: planTrail(data.opened.plan),
    body: lessonView(data),
  }),
});

function lessonView({ opened, lesson, points, resources }: OpenedLesson): Html {
  const { plan, writes, lessons } = opened;
  const at = lessons.findIndex(({ id }) => id === lesson.id);
  const to = (part: Parameters<typeof lessonHref>[2]): string => lessonHref(plan.id, lesson.id, part);
  return html`${lesson.onDate !== null && html`<p>${formatDate(lesson.onDate, 'long')}</p>`}
    ${lesson.text === '' ? html`<p class="empty">${t('Nothing is written here yet.')}</p>` : drawText(parseText(lesson.text), shownFiles(plan.files))}
    <p>
      ${writes ? linkButton({ label: t('Change the lesson'), href: to('change'), icon: 'edit' }) : null}
      ${printButton()}
    </p>
    <h2>${t('Points of the curriculum')}</h2>
    ${countedList({
      says: tn(points.length, '{n} point', '{n} points'),
      items: points.map(
        ({ statementId, code, words }) =>
          html`<a href="${pointHref(statementId)}" dir="auto"
            >${code !== '' && html`<bdi>${code}</bdi> `}${words}</a
          >`,
      ),
      empty: html`<p class="empty">${t('This lesson names none.')}</p>`,
    })}
    ${writes && quietActions([{ label: t('Choose points'), href: to('points'), icon: 'edit' }])}
    <h2>${t('Taught with')}</h2>
    ${countedList({
      says: tn(resources.length, '{n} resource', '{n} resources'),
      items: resources.map(
        ({ id, title }) =>
          html`<a href="/resources/${id}"><bdi>${title}</bdi></a> ${
              writes &&
              form({
                action: resourceOfLessonHref(plan.id, lesson.id, id, 'remove'),
                button: t('Leave it out'),
                describe: title,
                quiet: true,
                prefix: `resource-${id}`,
              })
            }`,
      ),
      empty: html`<p class="empty">${t('No resource is joined to it yet.')}</p>`,
      withEnd: writes,
    })}
    ${writes && quietActions([{ label: t('Find a resource'), href: to('resources'), icon: 'search' }])}
    ${
      writes &&
      html`${at > 0 && form({ action: to('up'), button: t('Teach it before “{title}”', { title: lessons[at - 1]!.title }), quiet: true, prefix: 'up' })}
      ${at < lessons.length - 1 && form({ action: to('down'), button: t('Teach it after “{title}”', { title: lessons[at + 1]!.title }), quiet: true, prefix: 'down' })}
      ${form({ action: to('end'), button: t('Take this lesson away'), quiet: true, danger: true, prefix: 'end' })}`
    }
    ${quietActions([
      {
        label: t('Suggest something'),
        href: `${planHref(plan.id, 'suggest')}?lesson=${lesson.id}`,
        icon: 'peer',
      },
    ])}`;
}
