import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { line, optionalLine } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { insertFamilyLink, insertMember, insertPerson } from '#features/people/index.ts';
import { pupilContacts } from '../addresses.ts';
import { contactKeepers } from '../contacts.access.ts';
import { isPhoneNumber } from '../phones/phone-number.ts';
import { insertPhone } from '../phones/phones.queries.ts';
import { selectContacts } from './carers.queries.ts';
import { emergencyPage } from './emergency.page.ts';
import { lockCarer, saveCarer } from './save-carer.ts';

/** Adds somebody to call in an emergency, after all who are called already. */
export const addEmergency = action(pupilContacts(':pupil', '/emergency'), {
  purpose: 'administration',
  access: roles(...contactKeepers),
  page: emergencyPage,
  input: z.object({
    given: line('Write a first name.', 100),
    family: optionalLine(100),
    relationship: optionalLine(60),
    number: line('Write a number.', 40),
  }),
  async run(change, { given, family, relationship, number }) {
    const { tx, organisationId: owner, now, today, who } = change;
    const pupil = await selectContacts(tx, who, change.params.pupil!, today);
    if (!isPhoneNumber(number))
      throw new Refused({ number: t('This does not look like a telephone number.') });
    const names = { givenName: given, familyName: family };
    const personId = await insertPerson(tx, names, now);
    await insertMember(tx, owner, { ...names, personId, kind: 'family', startsOn: today }, now);
    const link = { adultId: personId, pupilId: pupil.personId, relationship: relationship || null };
    const relationId = await insertFamilyLink(tx, owner, link, now);
    const carer = await lockCarer(tx, owner, { pupilId: pupil.personId, relationId }, today);
    // Where some have no place in the order, whoever is added comes after them without one.
    const called = pupil.carers.filter(({ notCalled }) => !notCalled).map(({ calledIn }) => calledIn);
    const inOrder = called.filter((place) => place !== null);
    const place = inOrder.length === called.length ? Math.max(0, ...inOrder) + 1 : null;
    await saveCarer(
      tx,
      owner,
      carer,
      { ...carer, told: [], calledIn: place },
      { changedBy: who.personId, now },
    );
    await insertPhone(tx, owner, { personId, number, label: 'mobile', writtenBy: who.personId }, now);
    await change.record({
      kind: 'family.added',
      itemId: pupil.personId,
      body: { adultId: personId, relationship },
    });
    return see(
      pupilContacts(pupil.personId),
      t('{name} is added, to be called last.', { name: carer.name }),
      `/people/${pupil.personId}/family/${relationId}/end`,
    );
  },
});
