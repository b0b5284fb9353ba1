import { page } from '#platform/http/route.ts';
import { formatDate, formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { activityHref, courseHref } from '../addresses.ts';
import { courseTrail } from '../course-trail.ts';
import { openToLead, type OpenedCourse } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import { groupOf, isForGroup } from '../groups/group.ts';
import type { CoursePerson } from '../course.ts';
import { type LearnerProgress, selectProgress } from './progress.queries.ts';

/** What learners did, activity by activity, and who might be glad of a word; for those who lead the course. */
export const progressPage = page(courseHref(':course', 'progress'), {
  purpose: 'learning',
  access: coursePolicy,
  async load(visit) {
    const opened = await openToLead(visit);
    return {
      opened,
      ...(await selectProgress(visit.db, visit.who, opened.course, visit.today)),
      today: visit.today,
    };
  },
  view: ({ opened, learners, progress, today }) => ({
    title: t('What came of it'),
    audience: {
      icon: 'people',
      words: t('Those who lead it'),
      why: t('Each learner sees their own.'),
    },
    trail: courseTrail(opened.course),
    body:
      learners.length === 0
        ? empty({ says: t('Nobody has begun yet.') })
        : html`<p>
              ${tn(learners.length, '{n} learner.', '{n} learners.')}
              ${t('Done says that somebody was there. What they tried, and what came of it, says more.')}
            </p>
            ${byActivity(opened, progress)} ${word(opened, learners, progress, today)}
            ${evidence(opened, learners, progress)}`,
  }),
});

const byActivity = ({ course, activities }: OpenedCourse, progress: readonly LearnerProgress[]): Html =>
  table({
    caption: t('How many did, tried and showed what'),
    columns: [
      { label: t('Activity'), wide: true },
      { label: t('Done'), numeric: true },
      { label: t('Tried'), numeric: true },
      { label: t('What came of it'), numeric: true },
    ],
    rows: activities.map(({ id, title }) => {
      const of = progress.filter(({ activityId }) => activityId === id);
      return [
        html`<a href="${activityHref(course.id, id)}"><bdi>${title}</bdi></a>`,
        formatNumber(of.filter(({ doneAt }) => doneAt).length),
        formatNumber(of.filter(({ triedAt }) => triedAt).length),
        formatNumber(of.filter((each) => each.evidence !== '').length),
      ];
    }),
    empty: t('The course has no activity yet.'),
  });

/** Who has not done what was due, by the days that passed: a reason that can be checked, no judgement. */
function word(
  { activities, groups }: Pick<OpenedCourse, 'activities' | 'groups'>,
  learners: readonly CoursePerson[],
  progress: readonly LearnerProgress[],
  today: string,
): Html | false {
  const due = activities.filter(({ dueOn }) => dueOn !== null && dueOn < today);
  const waiting = learners
    .map(({ personId, name }) => ({
      name,
      open: due.filter(
        (activity) =>
          isForGroup(activity, groupOf(groups, personId)) &&
          !progress.some(
            (each) => each.personId === personId && each.activityId === activity.id && each.doneAt,
          ),
      ),
    }))
    .filter(({ open }) => open.length > 0);
  return (
    waiting.length > 0 &&
    html`<h2>${t('Who might be glad of a word')}</h2>
      ${countedList({
        says: tn(waiting.length, '{n} person', '{n} people'),
        items: waiting.map(
          ({ name, open }): Value =>
            html`<bdi>${name}</bdi>
              <span class="meta"
                >${open.map(({ title, dueOn }) => t('{title}: was due on {day}', { title, day: formatDate(dueOn!) })).join('; ')}</span
              >`,
        ),
        empty: '',
      })}`
  );
}

function evidence(
  { course, activities }: OpenedCourse,
  learners: readonly CoursePerson[],
  progress: readonly LearnerProgress[],
): Html | false {
  const names = new Map(learners.map(({ personId, name }) => [personId, name]));
  const shown = progress
    .filter((each) => each.evidence !== '')
    .toSorted((a, b) => b.evidencedAt!.getTime() - a.evidencedAt!.getTime());
  const titles = new Map(activities.map(({ id, title }) => [id, title]));
  return (
    shown.length > 0 &&
    html`<h2>${t('In their words')}</h2>
      ${countedList({
        says: tn(shown.length, '{n} entry', '{n} entries'),
        items: shown.map(
          (each): Value =>
            html`<p class="as-written" dir="auto">${each.evidence}</p>
              <p class="meta">
                <bdi>${names.get(each.personId)}</bdi>,
                <a href="${activityHref(course.id, each.activityId)}"
                  ><bdi>${titles.get(each.activityId)}</bdi></a
                >, ${formatDate(each.evidencedAt!)}
              </p>`,
        ),
        empty: '',
      })}`
  );
}
