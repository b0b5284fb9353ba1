import { allStaff } from '#platform/access/audience-words.ts';
import { addDays, isCalendarDate, isWeekend, weekOf } from '#platform/calendar/dates.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { filled, newRotaPath, rotasPath, rotasTrail, sheetPath, weekHref } from './rotas.ts';
import { makesRotas } from './rotas.access.ts';
import { sheetView } from './sheet.view.ts';
import { selectSheet, selectWeek } from './week.queries.ts';
import { weekView } from './week.view.ts';

/** The Monday of the week that the address asks for. On a Saturday and a Sunday the week to come is looked at. */
function mondayAsked({ query, today }: Visit): string {
  const asked = query.week;
  return typeof asked === 'string' && isCalendarDate(asked) && asked > '2000' && asked < '2200'
    ? weekOf(asked)
    : weekOf(isWeekend(today) ? addDays(today, 2) : today);
}

/** Who is on duty in a week: one's own, what is asked, and everybody's. */
export const weekPage = page(rotasPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const monday = mondayAsked(visit);
    const found = await selectWeek(visit.db, visit.who, {
      from: monday,
      until: addDays(monday, 6),
      today: visit.today,
    });
    return {
      ...found,
      monday,
      week: filled(found.needs, found.duties),
      personId: visit.who.personId,
      today: visit.today,
      makes: makesRotas(visit.who),
    };
  },
  view: (data, { who }) => ({
    title: t('Rotas: week of {day}', { day: formatDate(data.monday, 'short') }),
    audience: allStaff(
      who,
      t(
        'All staff see who is on duty when. What is asked of one colleague, they and those who make rotas read alone.',
      ),
    ),
    trail: [{ label: t('Today'), href: '/today' }],
    ...(data.makes && { action: { label: t('Begin a rota'), href: newRotaPath } }),
    body: weekView(data),
  }),
});

/** The week on one sheet, to be printed for the wall. */
export const sheetPage = page(sheetPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const monday = mondayAsked(visit);
    const found = await selectSheet(visit.db, visit.who, { from: monday, until: addDays(monday, 6) });
    return { monday, week: filled(found.needs, found.duties) };
  },
  view: ({ monday, week }, { who }) => ({
    title: t('On duty: week of {day}', { day: formatDate(monday, 'short') }),
    audience: allStaff(who, t('Names of colleagues stand on it: hang it where staff read it.')),
    trail: [...rotasTrail(), { label: formatDate(monday, 'short'), href: weekHref(monday) }],
    wide: true,
    body: sheetView(monday, week),
  }),
});
