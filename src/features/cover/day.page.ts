import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { addressOf } from '#ui/list.ts';
import { awayPath, coverPath, planPath } from './cover.ts';
import { dayView } from './day.view.ts';
import { loadDay } from './load-day.ts';

/** Who is away on a day and who takes their classes; for those who keep cover, with a suggestion for each that is open. */
export const dayPage = page(coverPath, {
  purpose: 'administration',
  access: members('staff'),
  load: loadDay,
  view: (data, visit) => ({
    title: t('Cover on {day}', { day: formatDate(data.day, 'weekday') }),
    audience: allStaff(
      visit.who,
      data.keeps
        ? t(
            'All staff see who is away and who takes which class. Suggestions and why somebody is away are shown to those who keep cover alone.',
          )
        : t('All staff see who is away and who takes which class. Why somebody is away is not said here.'),
    ),
    trail: [{ label: t('Today'), href: '/today' }],
    action:
      data.suggestions.size > 1
        ? { label: t('Look at all suggestions'), href: addressOf(planPath, { day: data.day }) }
        : { label: t('I cannot be in'), href: awayPath },
    body: dayView(data, visit.who.personId),
  }),
});
