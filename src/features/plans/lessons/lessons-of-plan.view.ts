import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { takenAway } from '#ui/taken-away.ts';
import { lessonHref, planHref } from '../addresses.ts';
import type { Lesson, LessonResource, Plan, Point } from '../plan.ts';

interface Lessons {
  plan: Pick<Plan, 'id'>;
  lessons: readonly Lesson[];
  lessonsAway: readonly { id: string; title: string }[];
  points: readonly Point[];
  resources: readonly LessonResource[];
  writes: boolean;
}

/** The lessons of a plan in order, each with its day and how much hangs on it. */
export const lessonsOfPlan = ({ plan, lessons, lessonsAway, points, resources, writes }: Lessons): Html =>
  html`<h2 id="lessons">${t('Lessons')}</h2>
    ${countedList({
      says: tn(lessons.length, '{n} lesson', '{n} lessons'),
      items: lessons.map(({ id, title, onDate }) => {
        const of = points.filter((point) => point.lessons.includes(id)).length;
        const used = resources.filter(({ lessonId }) => lessonId === id).length;
        const meta = [
          onDate && formatDate(onDate),
          of > 0 && tn(of, '{n} point of the curriculum', '{n} points of the curriculum'),
          used > 0 && tn(used, '{n} resource', '{n} resources'),
        ].filter(Boolean);
        return html`<a href="${lessonHref(plan.id, id)}"><bdi>${title}</bdi></a>
          ${meta.length > 0 && html`<span class="meta">${meta.join(', ')}</span>`}`;
      }),
      empty: html`<p class="empty">${t('No lesson is planned yet.')}</p>`,
      ordered: true,
    })}
    ${writes && quietActions([{ label: t('Add a lesson'), href: planHref(plan.id, 'lessons'), icon: 'add' }])}
    ${
      writes &&
      takenAway(
        tn(lessonsAway.length, '{n} lesson was taken away', '{n} lessons were taken away'),
        lessonsAway.map(({ id, title }) => ({ id, title, restore: lessonHref(plan.id, id, 'restore') })),
      )
    }`;
