import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { day, optionalDay, optionalId, ticks } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { appoint } from './appointments.ts';
import { appointPage } from './appoint.page.ts';
import { selectUnitChoices } from './people-list.queries.ts';
import { personOf } from './person.page.ts';
import { roleTitle, rolesFor } from './role-words.ts';
import { appointers } from './roles.ts';

/** Appoints somebody to one or several roles. One may appoint oneself: it is recorded and shown like any other. */
export const appointAction = action('/people/:person/roles', {
  purpose: 'administration',
  access: roles(...appointers),
  page: appointPage,
  input: z.object({ roles: ticks(), from: day(), until: optionalDay(), unit: optionalId() }),

  async run(change, input) {
    const person = await personOf(change);
    const known = new Set(rolesFor(person.kind).map(({ id }) => id));
    if (person.hasLeft) throw new Refused(`${person.name} has left. Note first that they are back.`);
    if (input.roles.length === 0) throw new Refused({ roles: 'Tick at least one role.' });
    if (input.roles.some((each) => !known.has(each)))
      throw new Refused({ roles: 'Choose roles from the list.' });
    if (input.until !== null && input.until < input.from)
      throw new Refused({ until: 'The last day is before the first.' });
    if (
      input.unit &&
      !(await selectUnitChoices(change.tx, change.organisationId)).some(({ id }) => id === input.unit)
    )
      throw new Refused({ unit: 'Choose one from the list.' });

    const span = { startsOn: input.from, endsOn: input.until };
    const given = await appoint(
      change.tx,
      change.organisationId,
      {
        ...span,
        personId: person.personId,
        roles: input.roles,
        unitId: input.unit,
        appointedBy: change.who.personId,
      },
      change.now,
    );
    if (given.length === 0) throw new Refused({ roles: 'They hold these roles already.' });
    await change.record({
      kind: 'role.given',
      itemId: person.personId,
      body: { roles: given, unitId: input.unit, ...span },
      tell: true,
    });
    return see(
      `/people/${person.personId}`,
      t('{name} is appointed: {roles}.', { name: person.name, roles: formatList(given.map(roleTitle)) }),
    );
  },
});
