import { formatDate, t } from '#platform/i18n/i18n.ts';
import { html, type Value } from '#ui/html.ts';
import { drawText } from '#ui/text/draw-text.ts';
import { parseText } from '#ui/text/parse-text.ts';
import type { OpenedCourse } from '../course/open-course.ts';

/** The word for these days, from whom and since when. */
export const headOfCourse = ({ head }: Pick<OpenedCourse, 'head'>): Value =>
  head !== undefined &&
  head.note !== '' &&
  html`<div class="course-head">
    ${drawText(parseText(head.note))}
    <p class="meta"><bdi>${head.changedBy}</bdi>, ${formatDate(head.changedAt)}</p>
  </div>`;

/** When those who lead can be asked, and when one of them last spoke; never when anybody was there. */
export const presence = ({ head, lastWord }: Pick<OpenedCourse, 'head' | 'lastWord'>) => [
  { term: t('When they can be asked'), says: head?.reach || false },
  {
    term: t('Last word from them'),
    says: lastWord !== undefined && t('{name}, {day}', { name: lastWord.name, day: formatDate(lastWord.at) }),
  },
];
