import type { Who } from '#platform/access/who.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { dateKeepers } from '#features/organisation/index.ts';
import type { Design } from './design.ts';

/** Says that steps lie where no term is entered, so that nobody takes their days for days of school. */
export function beyondTerms(
  { steps, terms }: Pick<Design, 'steps' | 'terms'>,
  who: Pick<Who, 'hasAny'>,
): Html {
  const last = steps.at(-1)?.on_date;
  const entered = terms
    .map(({ endsOn }) => endsOn)
    .toSorted()
    .at(-1);
  if (last === undefined || (entered !== undefined && last <= entered)) return nothing;
  return notice(
    'caution',
    html`${
      entered === undefined
        ? t('No terms are entered for these weeks, so steps may fall in a holiday.')
        : t('The terms after {day} are not entered yet, so steps after it may fall in a holiday.', {
            day: formatDate(entered),
          })
    }
    ${
      who.hasAny(dateKeepers)
        ? html`<a href="/school/dates">${t('Enter the terms')}</a>`
        : t('Ask an administrator to enter them.')
    }`,
  );
}
