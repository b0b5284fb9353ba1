import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { countOthersInRole, type Person } from './person.queries.ts';
import { role } from './roles.ts';

/** A school always keeps somebody who can appoint people. Throws `Refused` when it would not. */
export async function mustNotBeLastAdministrator(change: Change, person: Person): Promise<void> {
  if (!person.roles.some((held) => held.role === role.administrator)) return;
  if (
    (await countOthersInRole(
      change.tx,
      change.organisationId,
      role.administrator,
      person.personId,
      change.today,
    )) > 0
  )
    return;
  throw new Refused(`${person.name} is the only administrator. Appoint another one first.`);
}
