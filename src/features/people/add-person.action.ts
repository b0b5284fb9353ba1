import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, day, optionalId, ticked, ticks } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { addableKinds, addPersonPage } from './add-person.page.ts';
import { appoint } from './appointments.ts';
import { addEmail } from './emails.ts';
import { findByEmail } from './find-by-email.ts';
import { insertPerson } from './insert-people.ts';
import { insertMember } from './members.ts';
import { type Names, sortName, wholeName } from './names.ts';
import { namesOf, personInputs } from './person-fields.ts';
import { selectClassChoices } from './people-list.queries.ts';
import { rolesFor } from './role-words.ts';
import { administrators, appointers } from './roles.ts';
import { insertMemberships } from './units.ts';

/** Adds one person by hand: a colleague, a pupil, or a guest such as a specialist from outside. */
export const addPerson = action('/people/new', {
  purpose: 'administration',
  access: roles(...administrators),
  page: addPersonPage,
  input: z.object({
    kind: choice(addableKinds),
    ...personInputs,
    start: day(),
    unit: optionalId(),
    roles: ticks(),
    same: ticked(),
  }),

  async run(change, input) {
    const names = namesOf(input);
    if (input.kind === 'guest' && !input.email)
      throw new Refused({ email: 'Write an address, so that they can be invited.' });
    const known = new Set(rolesFor(input.kind).map(({ id }) => id));
    if (input.roles.length > 0 && !change.who.hasAny(appointers))
      throw new Refused({ roles: 'Only an administrator or the head appoints.' });
    if (input.roles.some((each) => !known.has(each)))
      throw new Refused({ roles: 'Choose roles from the list.' });
    const personId =
      (input.email && (await joining(change, input.email))) || (await makePerson(change, names, input));
    const member = {
      ...names,
      personId,
      kind: input.kind,
      jobTitle: input.job || null,
      yearLabel: input.kind === 'pupil' ? input.year || null : null,
      comesFrom: input.kind === 'guest' ? input.from || null : null,
      startsOn: input.start,
    };
    await insertMember(change.tx, change.organisationId, member, change.now);
    await change.record({
      kind: 'person.added',
      itemId: personId,
      body: { personId, memberKind: input.kind },
      tell: true,
    });
    if (input.unit !== null) await joinClass(change, personId, input.kind, input.unit, input.start);
    const span = { startsOn: input.start, endsOn: null };
    const given = await appoint(
      change.tx,
      change.organisationId,
      { ...span, personId, roles: input.roles, appointedBy: change.who.personId },
      change.now,
    );
    if (given.length > 0)
      await change.record({
        kind: 'role.given',
        itemId: personId,
        body: { roles: given, ...span },
        tell: true,
      });
    return see(
      `/people/${personId}`,
      t('{name} is added. Invite them when they should have an account.', { name: wholeName(names) }),
    );
  },
});

/** A pupil is in a class from the first day on. */
async function joinClass(
  change: Change,
  personId: string,
  kind: string,
  unitId: string,
  startsOn: string,
): Promise<void> {
  const classes = await selectClassChoices(change.tx, change.organisationId);
  if (kind !== 'pupil' || !classes.some(({ id }) => id === unitId))
    throw new Refused({ unit: 'Choose a class from the list.' });
  const membership = { unitId, personId, part: 'pupil', startsOn } as const;
  await insertMemberships(change.tx, change.organisationId, [membership], change.now);
  await change.record({ kind: 'unit.joined', body: { unitId, people: [personId], part: 'pupil' } });
}

async function makePerson(
  change: Change,
  names: Names,
  input: { kind: string; email: string | null; same: boolean },
): Promise<string> {
  if (!input.same) await mustBeNew(change, names);
  const personId = await insertPerson(change.tx, names, change.now);
  const kind = input.kind === 'guest' ? 'personal' : 'work';
  const given = { personId, kind, givenBy: change.organisationId, confirmedAt: null } as const;
  if (input.email) await addEmail(change.tx, { ...given, address: input.email }, change.now);
  return personId;
}

/** Somebody of the same name may be the same person: asked once, not forbidden. */
async function mustBeNew(change: Change, names: Names): Promise<void> {
  const twin = await change.tx
    .selectFrom('member as m')
    .select('m.job_title')
    .where('m.owner_id', '=', change.organisationId)
    .where('m.sort_name', '=', sortName(names))
    .executeTakeFirst();
  if (twin)
    throw new Refused({
      same: `${wholeName(names)} is in the list already. Tick the box below if this is somebody else.`,
    });
}

/** Somebody of another school who joins this one under the same account. */
async function joining(change: Change, address: string): Promise<string | undefined> {
  const found = await findByEmail(change.tx, change.organisationId, address);
  if (found?.hasLeft)
    throw new Refused({
      email: `This address is ${found.name}’s, who has left. Bring them back on their page.`,
    });
  if (found?.kind) throw new Refused({ email: 'Somebody in the list has this address already.' });
  return found?.personId;
}
