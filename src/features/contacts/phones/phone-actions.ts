import { z } from 'zod';
import type { Change } from '#platform/http/context.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { choice, line } from '#platform/http/input.ts';
import { type ActionRoute, type PageRoute, action, members, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { ownContactsPath, pupilContacts } from '../addresses.ts';
import { contactKeepers } from '../contacts.access.ts';
import { contactsPage } from '../contacts.page.ts';
import { mustBeOfPupil } from '../carers/carers.queries.ts';
import { ownContactsPage } from './own-contacts.page.ts';
import { isPhoneNumber, phoneLabels } from './phone-number.ts';
import { insertPhone, type KeptPhone, lockPhone, putFirst, setPhoneEnded } from './phones.queries.ts';

/** Where numbers are kept: the office on a pupil's page, and everybody on a page of their own. */
interface Place {
  path: string;
  access: ReturnType<typeof roles>;
  page: PageRoute;
  /** Throws where this person's numbers are not kept here by whoever asks. */
  mustKeep(change: Change, personId: string): Promise<void>;
  back(change: Change): string;
}

const ofPupil: Place = {
  path: pupilContacts(':pupil'),
  access: roles(...contactKeepers),
  page: contactsPage,
  mustKeep: (change, personId) =>
    mustBeOfPupil(
      change.tx,
      change.organisationId,
      { pupilId: change.params.pupil!, personId },
      change.today,
    ),
  back: (change) => pupilContacts(change.params.pupil!),
};

const own: Place = {
  path: ownContactsPath,
  access: members('staff', 'family', 'guest'),
  page: ownContactsPage,
  mustKeep: async (change, personId) => {
    if (personId !== change.who.personId) throw new NotFound();
  },
  back: () => ownContactsPath,
};

const input = z.object({ number: line('Write a number.', 40), label: choice(phoneLabels) });

function actionsAt(place: Place): ActionRoute[] {
  const common = { purpose: 'administration', access: place.access } as const;
  const held = async (change: Change): Promise<KeptPhone> => {
    const phone = await lockPhone(change.tx, change.organisationId, change.params.phone!);
    if (!phone) throw new NotFound();
    await place.mustKeep(change, phone.personId);
    return phone;
  };
  const recorded = (change: Change, kind: string, personId: string): Promise<unknown> =>
    change.record({ kind, itemId: personId, body: { personId } });
  return [
    action(`${place.path}/phones/of/:person`, {
      ...common,
      page: place.page,
      input,
      async run(change, { number, label }) {
        const personId = change.params.person!;
        await place.mustKeep(change, personId);
        if (!isPhoneNumber(number))
          throw new Refused({ number: t('This does not look like a telephone number.') });
        const phone = { personId, number, label, writtenBy: change.who.personId };
        const id = await insertPhone(change.tx, change.organisationId, phone, change.now);
        await recorded(change, 'contact-phone.added', personId);
        return see(
          place.back(change),
          t('The number is written down.'),
          `${place.back(change)}/phones/${id}/end`,
        );
      },
    }),
    action(`${place.path}/phones/:phone/end`, {
      ...common,
      input: z.object({}),
      async run(change) {
        const phone = await held(change);
        if (phone.endedAt !== null) throw new Refused(t('This number is taken out already.'));
        await setPhoneEnded(change.tx, change.organisationId, phone.id, change.now);
        await recorded(change, 'contact-phone.ended', phone.personId);
        return see(
          place.back(change),
          t('The number is taken out.'),
          `${place.back(change)}/phones/${phone.id}/restore`,
        );
      },
    }),
    action(`${place.path}/phones/:phone/restore`, {
      ...common,
      input: z.object({}),
      async run(change) {
        const phone = await held(change);
        await setPhoneEnded(change.tx, change.organisationId, phone.id, null);
        await recorded(change, 'contact-phone.restored', phone.personId);
        return see(place.back(change), t('The number is there again.'));
      },
    }),
    action(`${place.path}/phones/:phone/first`, {
      ...common,
      input: z.object({}),
      async run(change) {
        const phone = await held(change);
        if (phone.endedAt !== null) throw new Refused(t('This number is taken out already.'));
        await putFirst(change.tx, change.organisationId, phone);
        await recorded(change, 'contact-phone.first', phone.personId);
        return see(place.back(change), t('{number} is tried first.', { number: phone.number }));
      },
    }),
  ];
}

/** Numbers are added, taken out, brought back, and put first, by the office and by each person for themselves. */
export const phoneActions: readonly ActionRoute[] = [...actionsAt(own), ...actionsAt(ofPupil)];
