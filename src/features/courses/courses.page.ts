import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, formatList, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { countedList } from '#ui/list.ts';
import { bringInPath, courseHref, coursesPath, newCoursePath } from './addresses.ts';
import { weekInWords } from './due/due-on-today.view.ts';
import { type ListedCourse, selectCourses } from './courses.queries.ts';

/** One's courses: those one learns in, those one leads, and the school's templates. */
export const coursesPage = page(coursesPath, {
  purpose: 'learning',
  access: members('staff', 'pupil'),
  load: async (visit) => ({
    ...(await selectCourses(visit.db, visit.who, visit.today)),
    isStaff: visit.who.standing.kind === 'staff',
  }),
  view: ({ courses, week, isStaff }) => {
    const here = courses.filter(({ isAway }) => !isAway);
    const templates = here.filter(({ isTemplate }) => isTemplate);
    const leads = here.filter((each) => each.leads && !each.isTemplate);
    const learns = here.filter((each) => !each.leads && !each.isTemplate);
    const away = courses.filter(({ isAway }) => isAway);
    return {
      title: t('Courses'),
      audience: onlyYou(t('This list is for you alone. Each course says who is in it.')),
      ...(isStaff ? { action: { label: t('Begin a course'), href: newCoursePath } } : {}),
      body: html`${week.length > 0 && html`<p>${weekInWords(week)}</p>`}
      ${part(t('I learn in'), learns, true)} ${part(t('I lead'), leads, false)}
      ${part(t('Templates to begin from'), templates, false)}
      ${away.length > 0 && details(tn(away.length, '{n} course was taken away', '{n} courses were taken away'), part(t('Taken away'), away, false))}
      ${
        here.length === 0 &&
        empty({
          says: isStaff
            ? t('No course is here yet. Begin one for your class or for colleagues.')
            : t('No course is open to you yet. Your teacher opens them.'),
        })
      }
      ${isStaff && quietActions([{ label: t('Bring in a course from another system'), href: bringInPath, icon: 'download' }])}`,
    };
  },
});

const part = (title: string, courses: readonly ListedCourse[], withNext: boolean): Html | false =>
  courses.length > 0 &&
  html`<h2>${title}</h2>
    ${countedList({
      says: tn(courses.length, '{n} course', '{n} courses'),
      items: courses.map((course) => line(course, withNext)),
      empty: '',
    })}`;

const line = (
  { id, title, subject, unit, publishedAt, closedAt, isTemplate, leaders, next }: ListedCourse,
  withNext: boolean,
): Html =>
  html`<a href="${courseHref(id)}"><bdi>${title}</bdi></a>
    ${publishedAt === null && !isTemplate && label(t('Not open yet'))}
    ${closedAt !== null && label(t('Closed'))}
    <span class="meta">${[subject, unit, formatList(leaders)].filter(Boolean).join('; ')}</span>
    ${withNext && next && closedAt === null && html`<span class="meta">${t('{title}, by {day}', { title: next.title, day: formatDate(next.dueOn) })}</span>`}`;
