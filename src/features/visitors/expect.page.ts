import { allStaff } from '#platform/access/audience-words.ts';
import { isCalendarDate } from '#platform/calendar/dates.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { whoFields } from './visitor-input.ts';
import { selectColleagues } from './visitors.queries.ts';
import { newPath, visitorsPath } from './visitors.ts';

export const visitorsTrail = () => [
  { label: t('Today'), href: '/today' },
  { label: t('Visitors'), href: visitorsPath },
];

/** Writes down who is expected, once or each week; or who is here already. */
export const expectPage = page(newPath, {
  purpose: 'administration',
  access: members('staff'),
  load: async (visit) => ({
    colleagues: await selectColleagues(visit.db, visit.who, visit.today),
    state: visit.formAt(newPath),
    here: visit.query['here'] === 'yes',
    day: isCalendarDate(visit.query['day'] ?? '') ? visit.query['day']! : visit.today,
  }),
  view: ({ colleagues, state, here, day }, visit) => ({
    title: here ? t('Somebody is here') : t('Expect a visitor'),
    audience: allStaff(
      visit.who,
      t('All staff see who comes and to whom, so that nobody walks about unknown.'),
    ),
    trail: visitorsTrail(),
    body: form(
      {
        ...state,
        values: state.values ?? { day, host: visit.who.personId },
        hidden: { here: here ? 'yes' : '', day: here ? visit.today : undefined },
        button: here ? t('Write them down as here') : t('Write it down'),
        cancel: visitorsPath,
      },
      (f) =>
        html`${whoFields(f, colleagues)}
        ${
          !here &&
          html`${f.date({ name: 'day', label: t('Day'), required: true })}
          ${f.time({ name: 'from', label: t('From when') })}
          ${f.date({ name: 'weekly_until', label: t('Each week until'), hint: t('For volunteers who come every week. Leave it empty for once.') })}`
        }`,
    ),
  }),
});
