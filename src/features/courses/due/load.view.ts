import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { html, type Value } from '#ui/html.ts';
import type { WeekLoad } from './load.queries.ts';

/** What is due for the same learners elsewhere, week by week, to choose a day by. */
export const loadView = (weeks: readonly WeekLoad[]): Value =>
  weeks.length > 0 &&
  details(
    t('What is due for these learners in other courses'),
    html`<ul>
      ${weeks.map(
        ({ week, things, minutes, courses }) =>
          html`<li>
            ${t('Week of {day}: {things} in {courses}', {
              day: formatDate(week, 'short'),
              things: tn(things, '{n} thing', '{n} things'),
              courses: tn(courses, '{n} course', '{n} courses'),
            })}${minutes > 0 && `, ${tn(minutes, 'about {n} minute', 'about {n} minutes')}`}
          </li>`,
      )}
    </ul>`,
    true,
  );
