import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { carerHref, contactsPath, pupilContacts } from '../addresses.ts';
import { contactKeepers, keepersAudience } from '../contacts.access.ts';
import type { Carer } from './carer.ts';
import { carerForm } from './carer-form.view.ts';
import { type PupilContacts, selectContacts } from './carers.queries.ts';

export async function carerOf(visit: Visit): Promise<{ pupil: PupilContacts; carer: Carer }> {
  const pupil = await selectContacts(visit.db, visit.who, visit.params.pupil!, visit.today);
  const carer = pupil.carers.find(({ relationId }) => relationId === visit.params.relation);
  if (!carer) throw new NotFound();
  return { pupil, carer };
}

/** What the school says of one carer of one child. */
export const changeCarerPage = page(carerHref(':pupil', ':relation'), {
  purpose: 'administration',
  access: roles(...contactKeepers),
  load: carerOf,
  view: ({ pupil, carer }, visit) => {
    const action = carerHref(pupil.personId, carer.relationId);
    return {
      title: t('{name} and {child}', { name: carer.name, child: pupil.name }),
      audience: keepersAudience(),
      trail: carerTrail(pupil),
      body: carerForm({ ...visit.formAt(action), action, button: t('Save'), carer, child: pupil.name }),
    };
  },
});

export const carerTrail = (pupil: Pick<PupilContacts, 'personId' | 'name'>) => [
  { label: t('Contacts'), href: contactsPath },
  { label: pupil.name, href: pupilContacts(pupil.personId) },
];
