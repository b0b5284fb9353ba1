import type { Who } from '#platform/access/who.ts';
import { administrators, role } from '#features/people/index.ts';
import type { Audience } from './audience.ts';

/** Those who speak for the school: to all pupils, to all families, to any class. */
const schoolVoices = [...administrators, role.seniorLeader] as const;

/** To whom one person may put notices up. */
export interface MayPost {
  /** To staff, whichever. */
  staff: boolean;
  /** To all pupils and families, whole years, and any class. */
  everybody: boolean;
  /** To the pupils and families of these, which they teach. */
  classes: ReadonlySet<string>;
}

/** Any member of staff writes to staff; to pupils and families those who teach the class, and the school's voices. */
export const mayPost = (who: Who, taught: Iterable<string>): MayPost => ({
  staff: who.standing.kind === 'staff',
  everybody: who.standing.kind === 'staff' && who.hasAny(schoolVoices),
  classes: new Set(who.standing.kind === 'staff' ? taught : []),
});

/**
 * Whether all of an audience is open to them. What the notice had before may stay, so that whoever no longer teaches a
 * class can still put a word right.
 */
export function mayAddress(may: MayPost, audience: Audience, before: Audience): boolean {
  if (!may.staff) return false;
  if (may.everybody) return true;
  return (
    audience.wholes.every((whole) => whole === 'staff' || before.wholes.includes(whole)) &&
    audience.years.every(({ label, people }) =>
      before.years.some((each) => each.label === label && each.people === people),
    ) &&
    audience.units.every(
      ({ unitId, people }) =>
        people === 'staff' ||
        may.classes.has(unitId) ||
        before.units.some((each) => each.unitId === unitId && each.people === people),
    )
  );
}
