import type { RoleName } from '#platform/access/policy.ts';
import type { Who } from '#platform/access/who.ts';
import { role } from '#features/people/index.ts';

/**
 * Those who decide how messages work at the school. Naming who watches opens conversations of pupils, so it is for those
 * who answer for pupils’ safety and not for whoever runs the program.
 */
export const setters: readonly RoleName[] = [role.head, role.safeguardingLead];

export const maySet = (who: Who): boolean => who.hasAny(setters);
