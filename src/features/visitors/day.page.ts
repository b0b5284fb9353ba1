import { allStaff } from '#platform/access/audience-words.ts';
import { addDays, isCalendarDate } from '#platform/calendar/dates.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { visitorLine } from './visitor-line.view.ts';
import { isAtTheDesk, readsCautions } from './visitors.access.ts';
import { type ListedVisitor, selectDay } from './visitors.queries.ts';
import { dayHref, herePath, newPath, settingsPath, visitorsPath } from './visitors.ts';

/** Who comes on a day: who is here, who is expected, who has gone. The desk signs them in and out here. */
export const dayPage = page(visitorsPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const asked = visit.query['day'] ?? '';
    const day = isCalendarDate(asked) ? asked : visit.today;
    return { day, visitors: await selectDay(visit.db, visit.who, day) };
  },
  view: ({ day, visitors }, { who, today }) => {
    const isDesk = isAtTheDesk(who) && day === today;
    const here = visitors.filter(({ arrivedAt, leftAt }) => arrivedAt !== null && leftAt === null);
    const expected = visitors.filter(({ arrivedAt }) => arrivedAt === null);
    const gone = visitors.filter(({ leftAt }) => leftAt !== null);
    return {
      title: t('Visitors, {day}', { day: formatDate(day, 'weekday') }),
      audience: allStaff(
        who,
        t(
          'All staff see who comes and to whom. What was checked is read by the head, the administrator and the safeguarding lead.',
        ),
      ),
      trail: [{ label: t('Today'), href: '/today' }],
      action: { label: t('Expect a visitor'), href: day > today ? `${newPath}?day=${day}` : newPath },
      body: html`${isDesk && html`<p><a class="button secondary" href="${newPath}?here=yes">${t('Somebody is here who was not expected')}</a></p>`}
      ${
        visitors.length === 0
          ? empty({ says: t('Nobody is expected on this day.') })
          : html`${part(t('Here now'), here, isDesk)}
            ${part(day < today ? t('Were expected') : t('Expected'), expected, isDesk)}
            ${part(t('Gone again'), gone, isDesk)}`
      }
      ${quietActions([
        { label: formatDate(addDays(day, -1)), href: dayHref(addDays(day, -1)), icon: 'back' },
        ...(day === today ? [] : [{ label: t('Today'), href: visitorsPath }]),
        { label: formatDate(addDays(day, 1)), href: dayHref(addDays(day, 1)), icon: 'next' },
        { label: t('Who is in the building'), href: herePath, icon: 'print' },
        ...(readsCautions(who)
          ? [{ label: t('Settings'), href: settingsPath, icon: 'settings' as const }]
          : []),
      ])}`,
    };
  },
});

const part = (title: string, those: readonly ListedVisitor[], isDesk: boolean): Html | false =>
  those.length > 0 &&
  html`<section>
    <h2>${title}</h2>
    ${countedList({
      says: tn(those.length, '{n} person', '{n} people'),
      items: those.map((each) => visitorLine(each, isDesk)),
      empty: '',
    })}
  </section>`;
