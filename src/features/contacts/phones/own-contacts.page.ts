import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { ownContactsPath } from '../addresses.ts';
import { selectPhones } from './phones.queries.ts';
import { keptPhones } from './phones.view.ts';

/** One's own numbers, kept by oneself: a family's on the bus, a colleague's for when they are away. */
export const ownContactsPage = page(ownContactsPath, {
  purpose: 'administration',
  access: members('staff', 'family', 'guest'),
  load: (visit) => selectPhones(visit.db, visit.organisationId, visit.who.personId),
  view: (phones, visit) => ({
    title: t('How the school reaches me'),
    audience: {
      icon: 'group',
      words: t('You, and those at the school who call'),
      why: t(
        'The office calls by these numbers, and so do the teachers of your children where you have any here. No other family sees them.',
      ),
    },
    body: html`<p>${t('The first number is tried first.')}</p>
      ${keptPhones(visit, phones, { at: ownContactsPath, name: visit.who.standing.name, personId: visit.who.personId })}
      <p><a href="/me">${t('Addresses of mail and sign-ins stand under My details')}</a></p>`,
  }),
});
