import type { RoleName } from '#platform/access/policy.ts';
import type { Who } from '#platform/access/who.ts';
import { dateKeepers } from '#features/organisation/index.ts';

/**
 * A timetable is no item: all staff read it, as they read the dates of the school. Those who keep the dates keep it; the
 * office is among them.
 */
export const timetableKeepers: readonly RoleName[] = dateKeepers;

export const keepsTimetable = (who: Who): boolean => who.hasAny(timetableKeepers);
