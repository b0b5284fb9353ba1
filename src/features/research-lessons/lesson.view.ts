import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatList, formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { printButton, quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { lessonHref } from './addresses.ts';
import { comparison } from './comparison.view.ts';
import { namesOf } from './lesson.ts';
import type { ShownLesson } from './lesson.queries.ts';
import type { OpenedLesson } from './open-lesson.ts';

/** What the parts of a lesson's page are drawn from. */
export interface LessonView {
  at: OpenedLesson;
  lesson: ShownLesson;
  visit: Visit;
  /** The programme is still open. */
  writes: boolean;
  /** There is a pupil to watch. */
  planned: boolean;
}

export const lessonView = (view: LessonView): Html =>
  html`<div class="research-lesson full">
    ${view.at.step.prompt && html`<p class="as-written">${view.at.step.prompt}</p>`} ${facts(view)}
    ${onwards(view)} ${comparison(view)} ${notesSoFar(view)} ${holding(view)}
    ${view.planned && html`<p>${printButton()}</p>`}
  </div>`;

const facts = ({ at: { step }, lesson }: LessonView): Html =>
  definitionList([
    {
      term: t('When'),
      says: [
        formatDate(step.on_date, 'weekday'),
        step.starts_at && t('from {time}', { time: step.starts_at }),
      ]
        .filter(Boolean)
        .join(', '),
    },
    { term: t('Where'), says: step.place },
    { term: t('Who teaches'), says: named(lesson, lesson.teacherIds) },
    { term: t('Who observes'), says: named(lesson, lesson.observerIds) },
    {
      term: t('Held'),
      says:
        lesson.heldAt &&
        t('{name} said so on {when}', {
          name: lesson.heldBy ?? t('Somebody'),
          when: formatMoment(lesson.heldAt),
        }),
    },
  ]);

const named = (lesson: ShownLesson, ids: readonly string[]): Html | string =>
  ids.length === 0 ? t('Not chosen yet') : html`<bdi>${formatList(namesOf(lesson, ids))}</bdi>`;

/** What stands at the head of the page as its main action is not repeated here. */
function onwards({ at, lesson, writes, planned }: LessonView): Html {
  if (!writes) return nothing;
  const here = (below: string) => lessonHref(at.opened.programme, at.step, below);
  const noting = planned && lesson.heldAt === null;
  return quietActions([
    ...(planned || lesson.heldAt !== null
      ? [{ label: t('Change the plan'), href: here('plan'), icon: 'edit' as const }]
      : []),
    ...(noting ? [] : [{ label: t('Your notes'), href: here('notes'), icon: 'pupils' as const }]),
  ]);
}

/** Before the lesson has been held only how many notes there are is said, not what stands in them. */
function notesSoFar({ lesson: { heldAt, counts, notes } }: LessonView): Html {
  if (heldAt !== null) return nothing;
  return html`<h2>${t('What observers note')}</h2>
    ${
      counts.notes === 0
        ? empty({
            says: t(
              'Nobody has noted anything yet. Each observer reads their own notes; once you say that the lesson has been held, everybody who takes part reads all of them.',
            ),
          })
        : html`<p>
            ${tn(counts.notes, 'One note so far', '{n} notes so far')},
            ${tn(counts.observers, 'by one observer', 'by {n} observers')}.
            ${tn(notes.length, 'One is yours.', '{n} are yours.')}
            ${t('You read one another’s once the lesson has been held, so that nobody writes what somebody else saw.')}
          </p>`
    }`;
}

/** Says that it has been held; what that does stands beside the button. */
function holding({ at, lesson, writes, planned }: LessonView): Html {
  if (!writes || lesson.heldAt !== null || (!planned && lesson.counts.notes === 0)) return nothing;
  return html`<h2>${t('After the lesson')}</h2>
    <p>
      ${t('From then on everybody who takes part reads all notes, beside what you predicted, and what you predicted stands. Notes can still be added.')}
      ${t('For a day it can be taken back, as long as nobody wrote what you make of the notes; what you predicted stands all the same.')}
    </p>
    ${form({
      action: lessonHref(at.opened.programme, at.step, 'held'),
      button: t('The lesson has been held'),
      quiet: true,
    })}`;
}
