import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { contactsPath, pupilContacts } from './addresses.ts';
import { selectContacts } from './carers/carers.queries.ts';
import { contactsAudience, keepsContacts, readsAllContacts, readsRestrictions } from './contacts.access.ts';
import { contactsView } from './contacts.view.ts';

/** One pupil: whom to call, in order, and what each of them is told. */
export const contactsPage = page(pupilContacts(':pupil'), {
  purpose: 'administration',
  access: members('staff'),
  load: (visit) => selectContacts(visit.db, visit.who, visit.params.pupil!, visit.today),
  view: (pupil, visit) => ({
    title: t('Whom to call about {name}', { name: pupil.name }),
    audience: contactsAudience(),
    trail: [{ label: t('Contacts'), href: contactsPath }],
    body: contactsView({
      pupil,
      visit,
      keeps: keepsContacts(visit.who),
      readsAll: readsAllContacts(visit.who),
      readsWords: readsRestrictions(visit.who),
    }),
  }),
});
