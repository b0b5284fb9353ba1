import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { countedList, pager } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { administrators, withoutMailServer } from '#features/people/index.ts';
import { perPage, selectRequests } from './guest-request.queries.ts';

/** Guests whom groups ask for, for those who look after people. */
export const admitGuestsPage = page('/groups/guests-asked-for', {
  purpose: 'administration',
  access: roles(...administrators),
  load: ({ db, organisationId, pageNumber }) => selectRequests(db, organisationId, { page: pageNumber }),
  view: ({ waiting, all }, visit) => ({
    title: t('Guests that groups ask for'),
    audience: theseRoles(administrators, t('Those who look after people.')),
    trail: [{ label: t('People'), href: '/people' }],
    body: html`<p>
        ${t('Saying yes makes the person a guest of the school, sends them an invitation to open an account where they have none, and asks them into the group. They see that group and nothing else.')}
      </p>
      ${withoutMailServer(visit.services.mailer)}
      ${countedList({
        says: tn(all, 'One person', '{n} people'),
        items: waiting.map(({ id, title, name, address, comesFrom, by, at }) => {
          const here = `/groups/guests-asked-for/${id}`;
          return html`<p>
              ${personName({ name })}
              <span class="meta">${address}; ${comesFrom}</span>
              <span class="meta"
                >${t('For the group {title}; asked for by {by} on {day}', { title, by, day: formatDate(at, 'short') })}</span
              >
            </p>
            <div class="acts">
              ${form({
                ...visit.formAt(here),
                action: here,
                button: t('Let them in as a guest'),
                describe: t('Let them in as a guest: {name}', { name }),
                quiet: true,
                hidden: { answer: 'yes' },
                prefix: `admit-${id}`,
              })}
              ${form({
                action: here,
                button: t('Do not let them in'),
                describe: t('Do not let them in: {name}', { name }),
                quiet: true,
                hidden: { answer: 'no' },
                prefix: `refuse-${id}`,
              })}
            </div>`;
        }),
        empty: empty({ says: t('No group asks for a guest now.') }),
      })}
      ${pager({ page: visit.pageNumber, pages: Math.ceil(all / perPage), path: '/groups/guests-asked-for' })}`,
  }),
});
