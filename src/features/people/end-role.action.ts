import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { setAppointmentEnded } from './appointments.ts';
import { mustNotBeLastAdministrator } from './last-administrator.ts';
import { personOf } from './person.page.ts';
import { roleTitle } from './role-words.ts';
import { appointers, role } from './roles.ts';

/** Ends one role of somebody, at once. */
export const endRole = action('/people/:person/roles/:appointment/end', {
  purpose: 'administration',
  access: roles(...appointers),
  input: z.object({}),
  async run(change) {
    const person = await personOf(change);
    const held = await roleOf(change);
    if (held.role === role.administrator) await mustNotBeLastAdministrator(change, person);
    await setAppointmentEnded(change.tx, change.organisationId, held.id, change.now);
    await change.record({
      kind: 'role.ended',
      itemId: person.personId,
      body: { role: held.role, appointmentId: held.id },
    });
    const at = `/people/${person.personId}`;
    return see(
      at,
      t('{name} is no longer: {role}.', { name: person.name, role: roleTitle(held.role) }),
      `${at}/roles/${held.id}/restore`,
    );
  },
});

/** Takes the ending back. */
export const restoreRole = action('/people/:person/roles/:appointment/restore', {
  purpose: 'administration',
  access: roles(...appointers),
  input: z.object({}),
  async run(change) {
    const person = await personOf(change);
    const held = await roleOf(change);
    await setAppointmentEnded(change.tx, change.organisationId, held.id, null);
    await change.record({
      kind: 'role.restored',
      itemId: person.personId,
      body: { role: held.role, appointmentId: held.id },
    });
    return see(
      `/people/${person.personId}`,
      t('{name} is again: {role}.', { name: person.name, role: roleTitle(held.role) }),
    );
  },
});

/** The appointment of this person that the address names. */
async function roleOf(change: Change): Promise<{ id: string; role: string }> {
  const id = change.params.appointment!;
  const found = isId(id)
    ? await change.tx
        .selectFrom('appointment')
        .select(['id', 'role'])
        .where('owner_id', '=', change.organisationId)
        .where('id', '=', id)
        .where('person_id', '=', change.params.person!)
        .executeTakeFirst()
    : undefined;
  if (!found) throw new NotFound();
  return found;
}
