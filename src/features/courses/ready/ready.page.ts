import { allStaff } from '#platform/access/audience-words.ts';
import { NotFound } from '#platform/errors.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { drawText } from '#ui/text/draw-text.ts';
import { parseText } from '#ui/text/parse-text.ts';
import { newCoursePath, readyHref } from '../addresses.ts';
import { courseTrail } from '../course-trail.ts';
import { kindTitle } from '../kinds/kinds.ts';
import { type ReadyActivity, type ReadyCourse, readyCourses } from './read-ready.ts';

/** The ready course of this name. Throws `NotFound`. */
export function readyCourse(id: string | undefined): ReadyCourse {
  const found = readyCourses().find((each) => each.id === id);
  if (!found) throw new NotFound();
  return found;
}

/** Looks a course over that comes with the program, and begins it as one's own. */
export const readyPage = page(readyHref(':ready'), {
  purpose: 'learning',
  access: members('staff'),
  load: async (visit) => Promise.resolve(readyCourse(visit.params.ready)),
  view: (course, visit) => {
    const action = readyHref(course.id);
    const { values, errors } = visit.formAt(action);
    return {
      title: course.title,
      audience: allStaff(visit.who),
      trail: [...courseTrail(), { label: t('Begin a course'), href: newCoursePath }],
      body: html`<p>${course.about}</p>
        <p class="meta">
          ${t('Written for Staffroom, version {version}. What you begin is yours: change what does not fit. A later version changes nothing in it.', { version: course.version })}
        </p>
        ${course.weeks.map(({ title, about, activities }) => week(title, about, activities))}
        <h2>${t('Begin it')}</h2>
        ${form(
          { action, button: t('Begin it as my own'), values: { whom: 'all-staff', ...values }, errors },
          (f) => [
            f.radios({
              name: 'whom',
              label: t('Whom is it for?'),
              options: [
                { value: 'all-staff', label: t('All staff who wish') },
                { value: 'named-staff', label: t('Colleagues whom you name') },
              ],
            }),
            f.date({
              name: 'starts_on',
              label: t('First day'),
              hint: t(
                'Each week opens a week after the one before. Without a day all of it is open at once.',
              ),
            }),
          ],
        )}
        <p>
          ${t('To know what it changed, make it part of a programme: what pupils need, what you will look at, and when. Its surveys tell what colleagues think, which is a beginning.')}
          <a href="/programmes">${t('Programmes')}</a>
        </p>`,
    };
  },
});

const week = (title: string, about: string, activities: readonly ReadyActivity[]): Html =>
  details(
    t('{week}, {time}', {
      week: title,
      time: tn(
        activities.reduce((sum, { minutes }) => sum + minutes, 0),
        'about {n} minute',
        'about {n} minutes',
      ),
    }),
    html`${drawText(parseText(about))}
    ${activities.map(
      (each) =>
        html`<h2><bdi>${each.title}</bdi></h2>
          <p class="meta">
            ${kindTitle(each.kind)}, ${tn(each.minutes, 'about {n} minute', 'about {n} minutes')}
          </p>
          ${drawText(parseText(each.text.replace(/^#+ (.*)$/gm, '**$1**')))}`,
    )}`,
  );
