import { onlyYou } from '#platform/access/audience-words.ts';
import { addDays, isCalendarDate } from '#platform/calendar/dates.ts';
import type { Feature } from '#platform/http/feature.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { entriesAlone, inWords } from './entries.ts';
import { entriesByDay } from './entry-list.view.ts';

const address = '/me/calendar';

/** A month of what is mine, out of every room. */
export const myCalendarPage = (features: () => readonly Feature[]) => {
  const selectEntries = entriesAlone(features);
  return page(address, {
    purpose: 'learning',
    access: 'signed-in',
    async load(visit) {
      const first = firstOfMonth(visit.query.month, visit.today);
      const last = addDays(firstAfter(first), -1);
      const found = await selectEntries(visit.db, visit.who, { from: first, until: last });
      return { first, last, found };
    },
    view({ first, last, found }, visit) {
      const entries = inWords(found, features());
      const to = (day: string) => `${address}?month=${day.slice(0, 7)}`;
      const now = visit.today.slice(0, 7);
      return {
        title: t('My calendar, {month}', { month: formatDate(first, 'month') }),
        audience: onlyYou(
          t('It holds what is yours out of everything you belong to. Nobody else sees it put together.'),
        ),
        body: html`${quietActions([
            { label: formatDate(addDays(first, -1), 'month'), href: to(addDays(first, -1)), icon: 'back' },
            ...(first.startsWith(now) ? [] : [{ label: t('This month'), href: address }]),
            { label: formatDate(addDays(last, 1), 'month'), href: to(addDays(last, 1)), icon: 'next' },
          ])}
          ${
            entries.length === 0
              ? empty({
                  says: t(
                    'Nothing is in your calendar this month. Sessions, observations and reviews appear here by themselves.',
                  ),
                })
              : html`<p class="count">${tn(entries.length, '{n} entry', '{n} entries')}</p>
                  ${entriesByDay(entries)}`
          }
          <p><a href="${address}/link">${t('Show this in the calendar of my phone or computer')}</a></p>`,
      };
    },
  });
};

/** The first day of the month asked for, or of this one when the address makes no sense. */
function firstOfMonth(asked: string | undefined, today: string): string {
  const first = `${asked ?? ''}-01`;
  return isCalendarDate(first) && first > '1900' ? first : `${today.slice(0, 7)}-01`;
}

/** The first day of the month after. */
const firstAfter = (first: string): string => `${addDays(first, 31).slice(0, 7)}-01`;
