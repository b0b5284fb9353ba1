import type { Who } from '#platform/access/who.ts';
import type { Person } from './person.queries.ts';
import { appointers, trustedRoles } from './roles.ts';

/**
 * Whether somebody may decide who opens a person's account: hand over a link, or say to which address
 * it is sent. Whoever opens the account of somebody with a trusted role holds that role, so there it
 * takes one who may appoint.
 */
export const mayHandOver = (who: Who, person: Person): boolean =>
  who.hasAny(appointers) || !person.roles.some(({ role }) => trustedRoles.includes(role));
