import { createHash } from 'node:crypto';
import { nextYearLabel } from './next-year.ts';
import type { ClassFate, PupilFate } from './year-end.ts';

/** A class with what becomes of it; the fate is null while nobody knows. */
export interface PlannedClass {
  id: string;
  name: string;
  yearLabel: string | null;
  fate: ClassFate | null;
  toUnitId: string | null;
}

/** Somebody's place in a class on the last day of the old year. */
export interface Place {
  membershipId: string;
  unitId: string;
  personId: string;
  name: string;
  part: 'pupil' | 'teacher' | 'assistant' | 'member';
  /** The day on which it ends anyway. */
  endsOn: string | null;
  /** Of pupils: the year group, and the day on which they leave the school anyway. */
  yearLabel: string | null;
  leavesOn: string | null;
  /** Of pupils for whom something else holds than for their class. */
  fate: PupilFate | null;
  toUnitId: string | null;
}

/** Everything that passing to the next year changes. */
export interface Plan {
  /** Places in classes that end on the last day, with the day they would have ended on. */
  ending: { membershipId: string; before: string | null }[];
  /** Places that begin on the first day. */
  beginning: { unitId: string; personId: string }[];
  /** Pupils who leave the school after the last day. */
  leaving: { personId: string; name: string; before: string | null }[];
  /** Year groups of pupils that move up on the first day. */
  labels: { personId: string; before: string; after: string }[];
  /** Classes that are taken off the list on the first day. */
  ended: string[];
  /** What must be settled before, and what is well to know, as kinds and names. */
  problems: Problem[];
}

export type Problem =
  | { kind: 'undecided'; unitId: string; name: string }
  | { kind: 'goes-nowhere'; unitId: string; name: string }
  | { kind: 'pupils-nowhere'; names: string[] }
  | { kind: 'two-classes'; names: string[] }
  | { kind: 'unknown-year'; names: string[] };

/** Problems that must be settled before anything can be carried out. */
export const mustSettle = ({ kind }: Problem): boolean =>
  kind === 'undecided' || kind === 'goes-nowhere' || kind === 'pupils-nowhere';

/** Works out what the chosen fates of classes and pupils come to. It reads nothing and changes nothing. */
export function planYearEnd(classes: readonly PlannedClass[], places: readonly Place[]): Plan {
  const byId = new Map(classes.map((each) => [each.id, each]));
  const plan: Plan = { ending: [], beginning: [], leaving: [], labels: [], ended: [], problems: [] };
  plan.problems.push(...problemsOf(classes, byId));
  plan.ended.push(...classes.filter(({ fate }) => fate === 'end').map(({ id }) => id));

  const pupils = Map.groupBy(
    places.filter(({ part }) => part === 'pupil'),
    ({ personId }) => personId,
  );
  for (const each of places)
    if (each.part !== 'pupil' && byId.get(each.unitId)?.fate === 'end') plan.ending.push(ending(each));
  for (const theirs of pupils.values()) planPupil(theirs, byId, plan);
  plan.problems.push(...doubtsOf(pupils, byId));
  return plan;
}

const ending = ({ membershipId, endsOn }: Place) => ({ membershipId, before: endsOn });

function planPupil(theirs: readonly Place[], byId: ReadonlyMap<string, PlannedClass>, plan: Plan): void {
  const { personId, name, yearLabel, leavesOn } = theirs[0]!;
  const fates = theirs.map((place) => ({ place, ...fateOf(place, byId) }));
  if (fates.some(({ fate }) => fate === 'leave')) {
    plan.leaving.push({ personId, name, before: leavesOn });
    plan.ending.push(...theirs.map(ending));
    return;
  }
  const classes = new Set(theirs.map(({ unitId }) => unitId));
  for (const { place, fate, toUnitId } of fates) {
    if (fate === 'go' || fate === 'end') plan.ending.push(ending(place));
    // Whoever is in that class already stays in it; whoever comes from two classes comes once.
    if (fate === 'go' && toUnitId !== null && !classes.has(toUnitId)) {
      plan.beginning.push({ unitId: toUnitId, personId });
      classes.add(toUnitId);
    }
  }
  // Classes that end say nothing of a year; whoever does the year again keeps it.
  const moves = fates.some(({ fate }) => fate === 'go' || fate === 'stay');
  const after = yearLabel === null ? null : nextYearLabel(yearLabel);
  if (moves && yearLabel !== null && after !== null && !fates.some(({ fate }) => fate === 'repeat'))
    plan.labels.push({ personId, before: yearLabel, after });
}

/** What holds for somebody's place: what was said of them, otherwise what becomes of the class. */
function fateOf(
  { fate, toUnitId, unitId }: Place,
  byId: ReadonlyMap<string, PlannedClass>,
): { fate: ClassFate | PupilFate | null; toUnitId: string | null } {
  if (fate !== null) return { fate, toUnitId };
  const of = byId.get(unitId);
  return { fate: of?.fate ?? null, toUnitId: of?.toUnitId ?? null };
}

const problemsOf = (classes: readonly PlannedClass[], byId: ReadonlyMap<string, PlannedClass>): Problem[] =>
  classes.flatMap(({ id: unitId, name, fate, toUnitId }): Problem[] => {
    if (fate === null) return [{ kind: 'undecided', unitId, name }];
    const to = toUnitId === null ? undefined : byId.get(toUnitId);
    return fate === 'go' && (to === undefined || to.fate === 'end')
      ? [{ kind: 'goes-nowhere', unitId, name }]
      : [];
  });

/** Whether what was said of a single pupil leads to a class that is there no more, or keeps them in one that ends. */
function leadsNowhere({ fate, toUnitId, unitId }: Place, byId: ReadonlyMap<string, PlannedClass>): boolean {
  if (fate === null) return false;
  const to = byId.get(fate === 'go' ? toUnitId! : unitId);
  return to === undefined || to.fate === 'end';
}

/** What is to be known of pupils: what must be settled, and what can be carried out as it is. */
function doubtsOf(
  pupils: ReadonlyMap<string, readonly Place[]>,
  byId: ReadonlyMap<string, PlannedClass>,
): Problem[] {
  const [two, unknown, nowhere]: [string[], string[], string[]] = [[], [], []];
  for (const theirs of pupils.values()) {
    const fates = theirs.map((place) => fateOf(place, byId));
    if (fates.some(({ fate }) => fate === 'leave')) continue;
    const { name, yearLabel } = theirs[0]!;
    if (theirs.some((place) => leadsNowhere(place, byId))) nowhere.push(name);
    if (new Set(fates.flatMap(({ toUnitId }) => toUnitId ?? [])).size > 1) two.push(name);
    const moves = fates.some(({ fate }) => fate === 'go' || fate === 'stay');
    if (moves && (yearLabel === null || nextYearLabel(yearLabel) === null)) unknown.push(name);
  }
  return [
    ...(nowhere.length > 0 ? [{ kind: 'pupils-nowhere' as const, names: nowhere }] : []),
    ...(two.length > 0 ? [{ kind: 'two-classes' as const, names: two }] : []),
    ...(unknown.length > 0 ? [{ kind: 'unknown-year' as const, names: unknown }] : []),
  ];
}

/** The same plan has the same digest: what was looked at is what is carried out, or nothing. */
export const digestOf = (plan: Plan): string =>
  createHash('sha256').update(JSON.stringify(plan)).digest('base64url').slice(0, 20);
