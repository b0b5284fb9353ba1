import { mustSettle, type Place, type Plan } from './plan-year-end.ts';

/** What a passage that is prepared keeps, by the ids of what it changed. */
export interface Kept {
  memberships: ReadonlySet<string>;
  leavers: ReadonlySet<string>;
  labels: ReadonlySet<string>;
  units: ReadonlySet<string>;
  /** Places of pupils that begin in the new year, with whether the passage made them. */
  coming: readonly Coming[];
}
export interface Coming {
  membershipId: string;
  personId: string;
  unitId: string;
  made: boolean;
}

/** What came to pass since a passage was prepared, and would not be carried along. */
export interface Since {
  /** What it comes to, to be carried out beside what was. */
  plan: Plan;
  /** Places that the passage made for pupils who changed class since: they go elsewhere now. */
  unmade: string[];
  /** The pupils it is about, by name. */
  names: string[];
}

/**
 * Sets the plan as it would be now beside what was kept. New are places, leavers and year groups that nothing was kept
 * of. What was kept and changed by hand since is left as somebody made it.
 *
 * @param now the plan as it would be now
 */
export function sincePrepared(now: Plan, places: readonly Place[], kept: Kept): Since {
  const byMembership = new Map(places.map((place) => [place.membershipId, place]));
  const ending = now.ending.filter(({ membershipId }) => !kept.memberships.has(membershipId));
  const late = new Set(
    ending.flatMap(({ membershipId }) => {
      const place = byMembership.get(membershipId);
      return place?.part === 'pupil' ? [place.personId] : [];
    }),
  );
  const leaving = now.leaving.filter(({ personId }) => !kept.leavers.has(personId));
  const labels = now.labels.filter(({ personId }) => !kept.labels.has(personId));
  const there = new Set(kept.coming.map(key));
  const beginning = now.beginning.filter((each) => late.has(each.personId) && !there.has(key(each)));
  const wanted = new Set(now.beginning.map(key));
  // Whoever has another place by now, be it in a class that stays, goes on from that one.
  const elsewhere = new Set(
    places.flatMap(({ part, membershipId, personId }) =>
      part === 'pupil' && !kept.memberships.has(membershipId) ? [personId] : [],
    ),
  );
  const unmade = kept.coming.filter(
    (each) => each.made && elsewhere.has(each.personId) && !wanted.has(key(each)),
  );
  const about = new Set([
    ...late,
    ...unmade.map(({ personId }) => personId),
    ...leaving.map(({ personId }) => personId),
    ...labels.map(({ personId }) => personId),
  ]);
  const names = new Map(places.map(({ personId, name }) => [personId, name]));
  return {
    plan: {
      ending,
      beginning,
      leaving,
      labels,
      ended: now.ended.filter((unitId) => !kept.units.has(unitId)),
      problems: now.problems,
    },
    unmade: unmade.map(({ membershipId }) => membershipId),
    names: [...about].flatMap((personId) => names.get(personId) ?? []),
  };
}

const key = ({ unitId, personId }: { unitId: string; personId: string }): string => `${unitId} ${personId}`;

/** Whether there is anything to take along, or to decide first: when it was prepared everything was decided. */
export const isAnything = ({ plan, unmade }: Since): boolean =>
  plan.problems.some(mustSettle) ||
  [plan.ending, plan.leaving, plan.labels, plan.ended, unmade].some((each) => each.length > 0);
