import { type Bundle, listOf, type Row, rowsOf } from './bundle.ts';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
const periods = ['Period 1', 'Period 2', 'Period 3', 'Period 4', 'Period 5'] as const;

/**
 * A timetable for one school of a bundle, as a list to read in: every homeroom has registration each day with its
 * teacher, and each class as many lessons as its `periods` say where its teacher is free. A class of more lessons than
 * the week has room for gets fewer.
 */
export function timetableOf(bundle: Bundle, schoolId: string): string {
  const classes = rowsOf(bundle, 'classes.csv').filter(({ schoolSourcedId }) => schoolSourcedId === schoolId);
  const names = new Map(
    rowsOf(bundle, 'users.csv').map(({ sourcedId, givenName, familyName }) => [
      sourcedId!,
      `${givenName} ${familyName}`,
    ]),
  );
  const staffOf = Map.groupBy(
    rowsOf(bundle, 'enrollments.csv').filter(({ role }) => role === 'teacher' || role === 'aide'),
    ({ classSourcedId }) => classSourcedId!,
  );
  const taken = new Set<string>();
  const lines = classes.flatMap((unit, nth) => {
    const staff = staffOf.get(unit.sourcedId!) ?? [];
    const named = (part: string) =>
      staff
        .filter(({ role }) => role === part)
        .map(({ userSourcedId }) => names.get(userSourcedId!)!)
        .join('; ');
    const slots =
      unit.classType === 'homeroom'
        ? days.map((day) => [day, 'Registration'] as const)
        : free(unit, nth, staff, taken);
    return slots.map(([day, period]) =>
      [
        day,
        'both',
        period,
        unit.title,
        listOf(unit.subjects)[0] ?? '',
        unit.location,
        named('teacher'),
        named('aide'),
      ]
        .map((cell) => (/[",]/.test(cell ?? '') ? `"${cell!.replaceAll('"', '""')}"` : (cell ?? '')))
        .join(','),
    );
  });
  return ['Day,Week,Period,Class,Subject,Room,Teacher,Support', ...lines].join('\n');
}

/** Slots of the week in which neither the class's teachers nor its room are taken. */
function free({ periods: wanted, location }: Row, nth: number, staff: readonly Row[], taken: Set<string>) {
  const all = days.flatMap((day) => periods.map((period) => [day, period] as const));
  const uses = [location ?? '', ...staff.map(({ userSourcedId }) => userSourcedId!)];
  const slots: (readonly [string, string])[] = [];
  for (let step = 0; step < all.length && slots.length < (Number(wanted) || 3); step++) {
    const slot = all[(nth * 3 + step * 7) % all.length]!;
    const keys = uses.map((use) => `${slot.join()} ${use}`);
    if (keys.some((key) => taken.has(key))) continue;
    for (const key of keys) taken.add(key);
    slots.push(slot);
  }
  return slots;
}
