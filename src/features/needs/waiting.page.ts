import { page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { countedList, pager } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { isOpen } from './closing.ts';
import { askingPolicy } from './need.policy.ts';
import { openAsking } from './open-asking.ts';
import { resultsAddress, resultsHead, resultsTabs } from './results-frame.ts';
import { selectWaiting } from './results.queries.ts';

const perPage = 100;

/** Who is asked and has not answered; they can be reminded once. */
export const waitingPage = page('/school/needs/:asking/waiting', {
  purpose: 'learning',
  access: askingPolicy,
  async load(visit) {
    const asking = await openAsking(visit, 'manage');
    const number = visit.pageNumber;
    const waiting = await selectWaiting(visit.db, visit.organisationId, asking, visit.today, {
      limit: perPage,
      offset: (number - 1) * perPage,
    });
    return { asking, number, waiting, today: visit.today };
  },
  view: ({ asking, number, waiting, today }) => ({
    ...resultsHead(asking, today),
    body: html`${resultsTabs(asking, 'waiting')}
      <p>${t('Nobody has to answer. This list is for asking kindly, and it is kept nowhere else.')}</p>
      ${
        asking.remindedAt
          ? html`<p>
              ${t('They were reminded on {day}. One reminder is enough, so there is no second.', { day: formatDate(asking.remindedAt, 'long') })}
            </p>`
          : isOpen(asking, today) &&
            waiting.total > 0 &&
            html`<p>${t('Each of them gets one mail and a line in their list. It can be done once.')}</p>
              ${form({ action: `/school/needs/${asking.slug}/remind`, button: tn(waiting.total, 'Remind {n} person', 'Remind {n} people'), quiet: true })}`
      }
      ${countedList({
        says: tn(waiting.total, '{n} person has not answered', '{n} people have not answered'),
        items: waiting.people.map((person) => personName({ name: person.name })),
        dense: true,
        empty: t('Everybody who was asked has answered.'),
      })}
      ${pager({ page: number, pages: Math.ceil(waiting.total / perPage), path: resultsAddress(asking, 'waiting') })}`,
  }),
});
