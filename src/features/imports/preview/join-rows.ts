import type { Planned } from './make-plan.ts';

/** Who comes into a class and who goes, summed. */
export interface JoinsBody {
  unit: string;
  /** The school of it, where the files have several. */
  school?: string | undefined;
  pupilsIn: number;
  staffIn: number;
  pupilsOut: number;
  staffOut: number;
  /** Those whose first or last day changes, or who are there again. */
  changed: number;
}

/** One line a class: a school of 400 pupils has thousands of memberships, which nobody reads one by one. */
export function joinRows({ plan, have, roster }: Planned, names: ReadonlyMap<string, string>): JoinsBody[] {
  const sums = new Map<string, JoinsBody>();
  const nameOfKey = new Map(roster.units.map(({ key, name }) => [key, name]));
  const schoolOfKey = new Map(
    roster.units.map(({ key, organisationKey = '' }) => [key, names.get(organisationKey)]),
  );
  const nameOfId = new Map(have.roster.units.map(({ id, name }) => [id, name]));
  const sumOf = (unit: string, name: string | undefined): JoinsBody => {
    const known = sums.get(unit);
    if (known) return known;
    const made = { unit: name ?? unit, pupilsIn: 0, staffIn: 0, pupilsOut: 0, staffOut: 0, changed: 0 };
    sums.set(unit, made);
    return made;
  };
  const ofKey = (key: string): JoinsBody => {
    const id = plan.units.ids.get(key);
    const sum = sumOf(id ?? key, nameOfKey.get(key) ?? nameOfId.get(id ?? ''));
    if (roster.organisations.length > 1) sum.school = schoolOfKey.get(key);
    return sum;
  };
  for (const { unitKey, role } of plan.memberships.added)
    ofKey(unitKey)[role === 'pupil' ? 'pupilsIn' : 'staffIn'] += 1;
  for (const { item } of plan.memberships.changed) ofKey(item.unitKey).changed += 1;
  const ours = new Map(have.roster.memberships.map((each) => [each.id, each]));
  for (const { id } of plan.memberships.ended) {
    const { unitId, role } = ours.get(id)!;
    sumOf(unitId, nameOfId.get(unitId))[role === 'pupil' ? 'pupilsOut' : 'staffOut'] += 1;
  }
  return [...sums.values()].toSorted((a, b) => (a.unit < b.unit ? -1 : 1));
}
