import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { classContacts, contactsPath, pupilContacts } from '../addresses.ts';
import { contactsAudience } from '../contacts.access.ts';
import { selectClassContacts } from './class.queries.ts';

/** A class: each pupil's contacts, and a sheet to print for a trip. */
export const classContactsPage = page(classContacts(':unit'), {
  purpose: 'administration',
  access: members('staff'),
  load: (visit) => selectClassContacts(visit.db, visit.who, visit.params.unit!, visit.today),
  view: (unit, visit) => ({
    title: t('Contacts of {unit}', { unit: unit.name }),
    audience: contactsAudience(),
    trail: [{ label: t('Contacts'), href: contactsPath }],
    body: html`${countedList({
      says: tn(unit.pupils.length, '{n} pupil', '{n} pupils'),
      items: unit.pupils.map(
        ({ personId, name, carers }) =>
          html`${personName({ name, href: pupilContacts(personId) })}
            <span class="meta"
              >${carers.length === 0 ? t('Nobody to call is written down') : tn(carers.length, '{n} to call', '{n} to call')}</span
            >`,
      ),
      empty: t('No pupil is in this class today.'),
    })}
    ${
      unit.pupils.length > 0 &&
      html`<section>
        <h2>${t('A sheet for a trip')}</h2>
        <p>
          ${t('It has the numbers of all the families of this class. Who printed it and what for is kept, and read by the office. Bring it back and shred it.')}
        </p>
        ${form({ ...visit.formAt(classContacts(unit.unitId)), button: t('Make the sheet') }, (f) =>
          f.text({
            name: 'reason',
            label: t('What is it for?'),
            hint: t('For example: trip to the museum on 24 November.'),
            required: true,
            maxlength: 200,
          }),
        )}
      </section>`
    }`,
  }),
});
