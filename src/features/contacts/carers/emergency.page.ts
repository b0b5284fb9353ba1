import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { pupilContacts } from '../addresses.ts';
import { contactKeepers, keepersAudience } from '../contacts.access.ts';
import { selectContacts } from './carers.queries.ts';
import { carerTrail } from './change-carer.page.ts';

/** Somebody to call when no parent can be reached: a name and a number, without an account, told nothing else. */
export const emergencyPage = page(pupilContacts(':pupil', '/emergency'), {
  purpose: 'administration',
  access: roles(...contactKeepers),
  load: (visit) => selectContacts(visit.db, visit.who, visit.params.pupil!, visit.today),
  view: (pupil, visit) => ({
    title: t('Somebody to call about {name} in an emergency', { name: pupil.name }),
    audience: keepersAudience(),
    trail: carerTrail(pupil),
    body: html`<p>
        ${t('A neighbour, a grandparent: somebody to call when no parent answers. They have no account and are sent nothing.')}
      </p>
      ${form(
        {
          ...visit.formAt(pupilContacts(pupil.personId, '/emergency')),
          button: t('Add this person'),
          cancel: pupilContacts(pupil.personId),
        },
        (f) => [
          f.text({
            name: 'given',
            label: t('First name'),
            required: true,
            maxlength: 100,
            autocomplete: 'off',
          }),
          f.text({ name: 'family', label: t('Family name'), maxlength: 100, autocomplete: 'off' }),
          f.text({ name: 'relationship', label: t('What they are to the child'), maxlength: 60 }),
          f.text({
            name: 'number',
            label: t('Number'),
            inputmode: 'tel',
            autocomplete: 'off',
            required: true,
            maxlength: 40,
          }),
        ],
      )}`,
  }),
});
