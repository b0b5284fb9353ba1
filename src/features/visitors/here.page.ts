import { allStaff } from '#platform/access/audience-words.ts';
import { clockIn } from '#platform/calendar/local-time.ts';
import { members, page } from '#platform/http/route.ts';
import { formatTime, t, tn } from '#platform/i18n/i18n.ts';
import { printButton } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { personName } from '#ui/person-name.ts';
import { table } from '#ui/table.ts';
import { visitorsTrail } from './expect.page.ts';
import { selectHere } from './visitors.queries.ts';
import { herePath } from './visitors.ts';

/** A sheet to take out when the alarm goes: who is in the building and does not belong to the school. */
export const herePage = page(herePath, {
  purpose: 'administration',
  access: members('staff'),
  load: (visit) =>
    selectHere(visit.db, visit.who, visit.today, clockIn(visit.now, visit.who.standing.organisation.zone)),
  view: ({ visitors, away }, visit) => ({
    title: t('Who is in the building'),
    audience: allStaff(visit.who, t('All staff see it: whoever calls the names needs it.')),
    trail: visitorsTrail(),
    body: html`${table({
        caption: tn(
          visitors.length,
          '{n} visitor in the building at {time}',
          '{n} visitors in the building at {time}',
          {
            time: formatTime(visit.now),
          },
        ),
        columns: [
          { label: t('Name'), wide: true },
          { label: t('From where') },
          { label: t('With whom') },
          { label: t('Where') },
          { label: t('Since') },
        ],
        rows: visitors.map(({ name, organisation, host, place, arrivedAt }) => [
          personName({ name }),
          html`<bdi>${organisation}</bdi>`,
          personName({ name: host }),
          html`<bdi>${place}</bdi>`,
          arrivedAt === null ? '' : formatTime(arrivedAt),
        ]),
        empty: empty({ says: t('No visitor is signed in.') }),
      })}
      <h2>${t('Staff who said that they are away')}</h2>
      ${
        away.length === 0
          ? html`<p>${t('Nobody has said that they are away today.')}</p>`
          : html`<ul class="items dense">
              ${away.map(({ name }) => html`<li>${personName({ name })}</li>`)}
            </ul>`
      }
      <p class="meta">${t('Pupils stand in the registers.')}</p>
      ${printButton()}`,
  }),
});
