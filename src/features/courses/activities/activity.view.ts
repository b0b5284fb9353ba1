import type { Visit } from '#platform/http/context.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { linkButton, quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { activityHref, courseHref } from '../addresses.ts';
import type { Activity } from '../course.ts';
import type { OpenedCourse } from '../course/open-course.ts';
import type { ActivityKind } from '../kinds/kind.ts';
import { kindTitle } from '../kinds/kinds.ts';
import { progressForm, progressThen } from '../progress/progress-form.view.ts';

interface Drawn {
  opened: OpenedCourse;
  activity: Activity;
  kind: ActivityKind | undefined;
  settings: unknown;
  facts: unknown;
  /** What one was saying of it when one left. */
  draft: Record<string, unknown> | null | undefined;
}

/** For those who do not read yet, and those who would rather listen. Needs a script and a voice; hidden without. */
const readAloud = (): Html =>
  html`<read-aloud data-stop="${t('Stop reading')}"
    ><button type="button" class="button secondary" hidden>${t('Read it to me')}</button></read-aloud
  >`;

export function activityView({ opened, activity, kind, settings, facts, draft }: Drawn, visit: Visit): Html {
  const { course, activities, progress, leads, learns } = opened;
  const first = activities.find(({ id }) => id === activity.requiresId);
  const isFirstDone = progress.some(
    (each) => each.activityId === activity.requiresId && each.doneAt !== null,
  );
  const at = activities.indexOf(activity);
  const next = activities[at + 1];
  const says = [
    kindTitle(activity.kind),
    activity.minutes !== null && tn(activity.minutes, 'about {n} minute', 'about {n} minutes'),
    activity.dueOn !== null && t('by {day}', { day: formatDate(activity.dueOn) }),
  ];
  return html`<p class="meta">${says.filter(Boolean).join(', ')}</p>
    ${
      first &&
      learns &&
      !isFirstDone &&
      notice(
        'info',
        html`${t('It helps to do this first:')}
          <a href="${activityHref(course.id, first.id)}"><bdi>${first.title}</bdi></a>`,
      )
    }
    ${learns && readAloud()}
    ${kind ? kind.draw(settings, facts, { opened, activity }, visit) : html`<p class="empty">${t('This cannot be shown here any more.')}</p>`}
    ${learns && (course.closedAt === null ? progressForm(opened, activity, { draft, visit }) : progressThen(opened, activity))}
    ${
      leads &&
      html`<p>
          ${linkButton({ label: t('Change it'), href: activityHref(course.id, activity.id, 'change'), icon: 'edit' })}
        </p>
        ${at > 0 && activities[at - 1]!.sectionId === activity.sectionId && form({ action: activityHref(course.id, activity.id, 'up'), button: t('Move it before “{title}”', { title: activities[at - 1]!.title }), quiet: true, prefix: 'up' })}
        ${next && next.sectionId === activity.sectionId && form({ action: activityHref(course.id, activity.id, 'down'), button: t('Move it after “{title}”', { title: next.title }), quiet: true, prefix: 'down' })}
        ${form({ action: activityHref(course.id, activity.id, 'end'), button: t('Take it away'), quiet: true, danger: true, prefix: 'end' })}`
    }
    ${quietActions([
      ...(leads
        ? [
            {
              label: t('How it was before'),
              href: activityHref(course.id, activity.id, 'versions'),
              icon: 'history' as const,
            },
          ]
        : []),
      ...(next
        ? [
            {
              label: t('Next: {title}', { title: next.title }),
              href: activityHref(course.id, next.id),
              icon: 'next' as const,
            },
          ]
        : []),
      { label: t('Back to the course'), href: courseHref(course.id), icon: 'back' as const },
    ])}`;
}
