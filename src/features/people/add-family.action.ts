import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalEmail, optionalLine } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { addFamilyPage, pupilOf } from './add-family.page.ts';
import { appoint, parentRole } from './appointments.ts';
import { addEmail } from './emails.ts';
import { insertFamilyLink, type Namesake, selectFamily, selectNamesakes } from './family.queries.ts';
import { findByEmail } from './find-by-email.ts';
import { mayHandOver } from './hand-over.ts';
import { insertPerson } from './insert-people.ts';
import { insertMember } from './members.ts';
import { type Names, sortName } from './names.ts';
import { namesOf } from './person-fields.ts';
import { selectPerson } from './person.queries.ts';
import { administrators } from './roles.ts';

const input = z.object({
  given: optionalLine(100),
  family: optionalLine(100),
  relationship: optionalLine(60),
  email: optionalEmail(),
  /** Which of several of the same name: a person's id, or 'other' for somebody new. */
  who: optionalLine(40),
});

/** Adds a parent or carer to a pupil, or links one who is in the list already. */
export const addFamily = action('/people/:person/family', {
  purpose: 'administration',
  access: roles(...administrators),
  page: addFamilyPage,
  input,
  async run(change, { relationship, ...said }) {
    const pupil = await pupilOf(change);
    const adult = await findAdult(change, said);
    const family = await selectFamily(change.tx, change.organisationId, pupil.personId);
    if (family.some(({ personId }) => personId === adult.personId))
      throw new Refused(`${adult.name} is in the family already.`);
    const link = { adultId: adult.personId, pupilId: pupil.personId, relationship: relationship || null };
    const id = await insertFamilyLink(change.tx, change.organisationId, link, change.now);
    const { adultId } = link;
    await change.record({ kind: 'family.added', itemId: pupil.personId, body: { adultId, relationship } });
    await appointParent(change, adultId);
    return adult.isNew
      ? see(
          `/contacts/${pupil.personId}`,
          t('{name} is added. Write down here how to reach them; invite them on the child’s page.', {
            name: adult.name,
          }),
        )
      : see(
          `/people/${pupil.personId}`,
          t('{name}, who was here already, is linked to {child}.', { name: adult.name, child: pupil.name }),
          `/people/${pupil.personId}/family/${id}/end`,
        );
  },
});

type Said = Omit<z.output<typeof input>, 'relationship'>;
interface Adult {
  personId: string;
  name: string;
  isNew: boolean;
}

/** The person meant: by their address, by the answer to "who is it?", or somebody new. */
async function findAdult(change: Change, said: Said): Promise<Adult> {
  const holder = said.email ? await findByEmail(change.tx, change.organisationId, said.email) : undefined;
  if (holder?.kind === 'pupil') throw new Refused({ email: 'This is the address of a pupil.' });
  if (holder?.hasLeft)
    throw new Refused({
      email: `This address is ${holder.name}’s, who has left. Bring them back on their page first.`,
    });
  if (holder?.kind) return { ...holder, isNew: false };
  const names = namesOf({ ...said, called: '' });
  if (holder) {
    await join(change, holder.personId, names);
    return { ...holder, isNew: true };
  }
  const namesakes = await selectNamesakes(change.tx, change.organisationId, sortName(names));
  const chosen = namesakes.find(({ personId }) => personId === said.who);
  if (chosen) {
    if (said.email) await giveAddress(change, chosen, said.email);
    return { ...chosen, isNew: false };
  }
  if (namesakes.length > 0 && said.who !== 'other')
    throw new Refused({
      who: 'Somebody of this name is in the list already. Say below whether it is the same person.',
    });
  const personId = await insertPerson(change.tx, names, change.now);
  if (said.email) await mustHaveAddress(change, personId, said.email);
  await join(change, personId, names);
  return { personId, name: [names.givenName, names.familyName].filter(Boolean).join(' '), isNew: true };
}

/** An address leads into an account, so somebody who was here before is given one only as their own page allows it. */
async function giveAddress(change: Change, { personId, name }: Namesake, address: string): Promise<void> {
  const person = await selectPerson(change.tx, change.organisationId, personId, change.today);
  if (person.hasAccount)
    throw new Refused({
      email: `${name} has an account, so only they add an address to it. Leave this empty to link them.`,
    });
  if (!mayHandOver(change.who, person))
    throw new Refused({
      email: `Because of the role ${name} has, only an administrator or the head says where their invitation goes.`,
    });
  await mustHaveAddress(change, personId, address);
}

async function mustHaveAddress(change: Change, personId: string, address: string): Promise<void> {
  const given = { personId, kind: 'personal', givenBy: change.organisationId, confirmedAt: null } as const;
  if ((await addEmail(change.tx, { ...given, address }, change.now)) === 'taken')
    throw new Refused({ email: 'Somebody else has this address already.' });
}

/** Makes somebody a member of this school as family. */
async function join(change: Change, personId: string, names: Names): Promise<void> {
  const member = { ...names, personId, kind: 'family' as const, startsOn: change.today };
  await insertMember(change.tx, change.organisationId, member, change.now);
  await change.record({
    kind: 'person.added',
    itemId: personId,
    body: { personId, memberKind: 'family' },
    tell: true,
  });
}

/** The role that an import gives too; staff who are parents hold it beside their own. */
async function appointParent(change: Change, personId: string): Promise<void> {
  const span = { startsOn: change.today, endsOn: null };
  const given = await appoint(
    change.tx,
    change.organisationId,
    { ...span, personId, roles: [parentRole], appointedBy: change.who.personId },
    change.now,
  );
  if (given.length > 0)
    await change.record({
      kind: 'role.given',
      itemId: personId,
      body: { roles: given, ...span },
      tell: true,
    });
}
