import type { Visit } from '#platform/http/context.ts';
import { formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { activityHref, postHref } from '../addresses.ts';
import type { Standing } from '../kinds/kind.ts';
import { hasPlace } from './heard-by.ts';
import type { Post } from './post.queries.ts';

/** What was said, answers below what they answer, and a place to say something. */
export function discussionView(
  standing: Standing,
  posts: readonly Post[],
  visit: Visit,
  apart: boolean,
): Html {
  const { opened } = standing;
  // An answer whose beginning is older than what is shown stands by itself.
  const shown = new Set(posts.map(({ id }) => id));
  const first = posts.filter(({ replyTo }) => replyTo === null || !shown.has(replyTo));
  const said = posts.filter(({ endedAt }) => endedAt === null).length;
  const speaks =
    (opened.leads || opened.learns) && opened.course.closedAt === null && hasPlace(opened, apart);
  return html`<h2>${t('What was said')}</h2>
    ${apart && html`<p class="meta">${whoHears(opened)}</p>`}
    ${
      posts.length === 0
        ? html`<p class="empty">${t('Nobody has said anything yet.')}</p>`
        : html`<p class="count">${tn(said, '{n} contribution', '{n} contributions')}</p>
            ${first.map((post) => one(standing, post, posts, visit, speaks))}`
    }
    ${speaks && sayForm(standing, visit, null)}`;
}

function one(standing: Standing, post: Post, posts: readonly Post[], visit: Visit, speaks: boolean): Html {
  const answers = posts.filter(({ replyTo }) => replyTo === post.id);
  return html`<article class="course-post" id="p-${post.id}">
    ${words(standing, post, visit)}
    ${answers.map((answer) => html`<div class="course-answer" id="p-${answer.id}">${words(standing, answer, visit)}</div>`)}
    ${speaks && post.replyTo === null && details(t('Answer'), sayForm(standing, visit, post), isRefused(standing, visit, post))}
  </article>`;
}

/** Who hears what is said where each group talks by itself. */
function whoHears({ leads, groups, groupId }: Standing['opened']): string {
  if (leads) return t('Each group talks by itself. What you say to nobody in particular, all of them hear.');
  const own = groups.find(({ id }) => id === groupId);
  return own
    ? t('Your group, {name}, and those who lead the course hear what you say here.', { name: own.name })
    : t('Each group talks by itself here, and you are in none yet. Ask whoever leads the course.');
}

const groupName = ({ leads, groups }: Standing['opened'], { groupId }: Post): string =>
  (leads && groups.find(({ id }) => id === groupId)?.name) || '';

const words = ({ opened, activity }: Standing, post: Post, { who }: Visit): Html =>
  post.endedAt !== null
    ? html`<p class="meta">${t('This was taken back.')}</p>`
    : html`<p class="meta">
          <bdi>${[post.name, groupName(opened, post)].filter(Boolean).join(', ')}</bdi>,
          ${formatMoment(post.createdAt)}
        </p>
        <p class="as-written" dir="auto">${post.words}</p>
        ${
          (post.personId === who.personId || opened.leads) &&
          form({
            action: postHref(opened.course.id, activity.id, post.id, 'end'),
            button: post.personId === who.personId ? t('Take it back') : t('Take it out'),
            describe: post.words.slice(0, 60),
            quiet: true,
            prefix: `end-${post.id}`,
          })
        }`;

/** What was written in answer to it came back, to be mended. */
const isRefused = ({ opened, activity }: Standing, visit: Visit, { id }: Post): boolean =>
  visit.formAt(activityHref(opened.course.id, activity.id, 'posts')).values?.reply_to === id;

function sayForm({ opened, activity }: Standing, visit: Visit, to: Post | null): Html {
  const action = activityHref(opened.course.id, activity.id, 'posts');
  const prefix = to === null ? 'say' : `answer-${to.id}`;
  const state = visit.formAt(action);
  // The form that came back is the one it was sent from.
  const mine = (state.values?.reply_to ?? '') === (to?.id ?? '');
  return form(
    {
      action,
      button: to === null ? t('Say it') : t('Answer'),
      ...(to === null ? {} : { describe: t('Answer {name}', { name: to.name }) }),
      values: mine ? { ...state.values } : {},
      errors: mine ? state.errors : undefined,
      hidden: to === null ? {} : { reply_to: to.id },
      quiet: to !== null,
      prefix,
    },
    (f) =>
      f.textarea({
        name: 'words',
        label: to === null ? t('What you say') : t('Your answer'),
        required: true,
        rows: 3,
        maxlength: 5000,
      }),
  );
}
