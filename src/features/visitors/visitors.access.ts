import type { RoleName } from '#platform/access/policy.ts';
import type { Who } from '#platform/access/who.ts';
import { administrators, role } from '#features/people/index.ts';
import type { Visitor } from './visitors.ts';

/**
 * Visitors are no items: all staff see who comes today, so that nobody walks about unknown. Whoever expects somebody,
 * and those they come to see, change it; the desk signs in and out. What was checked is read by fewer.
 */
export const deskRoles: readonly RoleName[] = [...administrators, role.safeguardingLead];
/** Those who see a check of somebody's record, write it down and read it later. */
export const checkRoles: readonly RoleName[] = [role.head, role.administrator, role.safeguardingLead];
/** Those who write down and read why somebody is to be asked about before they are let in. */
export const cautionRoles: readonly RoleName[] = [role.head, role.administrator, role.safeguardingLead];

const isStaff = (who: Who): boolean => who.standing.kind === 'staff';
export const isAtTheDesk = (who: Who): boolean => isStaff(who) && who.hasAny(deskRoles);
export const readsChecks = (who: Who): boolean => isStaff(who) && who.hasAny(checkRoles);
export const readsCautions = (who: Who): boolean => isStaff(who) && who.hasAny(cautionRoles);

export const mayChange = (who: Who, { hostId, writtenBy }: Pick<Visitor, 'hostId' | 'writtenBy'>): boolean =>
  hostId === who.personId || writtenBy === who.personId || isAtTheDesk(who);
