import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import {
  allContactsPath,
  classContacts,
  contactsPath,
  ownContactsPath,
  pupilContacts,
} from '../addresses.ts';
import { contactsAudience, keepsContacts, readsAllContacts } from '../contacts.access.ts';
import { type ContactsHome, selectContactsHome } from './class.queries.ts';

/** The classes whose contacts one reads; for the office, whom nobody could call about, and which sheets are about. */
export const contactsHomePage = page(contactsPath, {
  purpose: 'administration',
  access: members('staff'),
  load: (visit) => selectContactsHome(visit.db, visit.who, { today: visit.today }),
  view: (home, visit) => ({
    title: t('Contacts'),
    audience: contactsAudience(),
    trail: [{ label: t('People'), href: '/people' }],
    body: html`${readsAllContacts(visit.who) && unreached(home)}
      <section>
        <h2>${t('Classes')}</h2>
        ${countedList({
          says: tn(home.units.length, '{n} class', '{n} classes'),
          items: home.units.map(
            ({ id, name, pupils }) =>
              html`<a href="${classContacts(id)}">${name}</a>
                <span class="meta">${tn(pupils, '{n} pupil', '{n} pupils')}</span>`,
          ),
          empty: t('No class has you among its teachers. Whoever looks after people can add you to one.'),
        })}
      </section>
      ${readsAllContacts(visit.who) && sheets(home)} ${keepsContacts(visit.who) && allOfThem(visit)}
      ${quietActions([{ label: t('How the school reaches me'), href: ownContactsPath, icon: 'me' }])}`,
  }),
});

const unreached = ({ unreached: pupils }: ContactsHome): Html | false =>
  pupils.length > 0 &&
  html`<section>
    <h2>${t('Nobody could be called')}</h2>
    <p>
      ${tn(pupils[0]!.all, 'For {n} pupil nobody with a number is written down to be called.', 'For {n} pupils nobody with a number is written down to be called.')}
    </p>
    <ul class="items dense">
      ${pupils.map(({ personId, name }) => html`<li>${personName({ name, href: pupilContacts(personId) })}</li> `)}
    </ul>
    ${pupils[0]!.all > pupils.length && html`<p class="meta">${t('The first {n} are shown.', { n: pupils.length })}</p>`}
  </section>`;

/** For another system, or for the day on which the power is out. */
const allOfThem = (visit: Visit): Html => {
  const state = visit.formAt(allContactsPath);
  return details(
    t('All contacts as a table'),
    html`<p>
        ${t('A file for a spreadsheet, with the numbers of all families. Who took it and what for is kept above. What a court or the school has said about somebody is not in it.')}
      </p>
      ${form({ ...state, button: t('Save the table') }, (f) =>
        f.text({
          name: 'reason',
          label: t('What is it for?'),
          hint: t('For example: for the system that sends our texts.'),
          required: true,
          maxlength: 200,
        }),
      )}`,
    state.errors !== undefined,
  );
};

const sheets = ({ sheets: made }: ContactsHome): Html =>
  html`<section>
    <h2>${t('Sheets that were made')}</h2>
    ${countedList({
      says: tn(made.length, 'The last sheet', 'The last {n} sheets'),
      items: made.map(
        ({ unit, by, reason, pupils, printedAt }) =>
          html`<span dir="auto">${reason}</span>
            <span class="meta"
              >${t('{unit}, {pupils}, {name}, {when}', { unit: unit ?? t('The whole school'), pupils: tn(pupils, '{n} pupil', '{n} pupils'), name: by, when: formatMoment(printedAt) })}</span
            >`,
      ),
      empty: t('No sheet was made yet.'),
    })}
  </section>`;
