import type { Db } from '#platform/db/database.ts';
import { type Plan, planYearEnd, type PlannedClass } from './plan-year-end.ts';
import { suggestFates } from './suggest.ts';
import type { YearEnd } from './year-end.ts';
import { type ClassNow, selectClasses, selectPlaces } from './year-end.queries.ts';

/** A class with what becomes of it, and whether somebody chose that or it is what usually happens. */
export type DecidedClass = ClassNow & PlannedClass & { chosen: boolean };

/** What stands of the passage to the next year: the classes with their fates, and what it all comes to. */
export async function workOut(
  db: Db,
  owner: string,
  yearEnd: YearEnd,
): Promise<{ classes: DecidedClass[]; plan: Plan }> {
  const classes = decide(await selectClasses(db, owner, yearEnd));
  const plan = planYearEnd(classes, await selectPlaces(db, owner, yearEnd));
  return { classes, plan };
}

/** Classes without pupils stay as they are: they wait for those who come. */
export function decide(classes: readonly ClassNow[]): DecidedClass[] {
  const usual = suggestFates(classes);
  return classes.map((each) => {
    if (each.fate !== null) return { ...each, chosen: true };
    const suggested = usual.get(each.id)!;
    const waits = each.pupils === 0 && suggested.fate !== 'end';
    return { ...each, ...(waits ? { fate: 'stay' as const, toUnitId: null } : suggested), chosen: false };
  });
}
