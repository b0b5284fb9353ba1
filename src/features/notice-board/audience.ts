import { type Grant, principals } from '#platform/access/items.ts';
import type { MemberKind } from '#platform/access/who.ts';
import { parentRole, schoolPrincipals, type UnitPeople } from '#features/people/index.ts';

/** Everybody of one kind. Parents and carers who work at the school hold the role beside their own. */
export const wholes = ['staff', 'pupil', 'family'] as const;
export type Whole = (typeof wholes)[number];

/** Those for whom a notice is put up, one list for each way of naming people. */
export interface Audience {
  wholes: readonly Whole[];
  /** Roles in the school, of staff. */
  roles: readonly string[];
  units: readonly { unitId: string; people: UnitPeople }[];
  years: readonly { label: string; people: Exclude<UnitPeople, 'staff'> }[];
}

export const nobody: Audience = { wholes: [], roles: [], units: [], years: [] };

export const isEmpty = ({ wholes: whole, roles, units, years }: Audience): boolean =>
  whole.length + roles.length + units.length + years.length === 0;

/** The same people, without those who are named twice: a department's staff are among all staff. */
export const tidied = (audience: Audience): Audience => {
  const all = (people: UnitPeople): boolean => audience.wholes.includes(people);
  return {
    wholes: wholes.filter((each) => audience.wholes.includes(each)),
    roles: all('staff') ? [] : [...new Set(audience.roles)],
    units: audience.units.filter(({ people }) => !all(people)),
    years: audience.years.filter(({ people }) => !all(people)),
  };
};

/** What the kernel is told: the grants by which lists and pages decide. */
export function grantsFor(organisationId: string, audience: Audience): Grant[] {
  const named = [
    ...audience.wholes.map((kind) => principals.kind(organisationId, kind)),
    ...(audience.wholes.includes('family') ? [principals.role(organisationId, parentRole)] : []),
    ...audience.roles.map((role) => principals.role(organisationId, role)),
    ...audience.units.map(({ unitId, people }) => schoolPrincipals.ofUnit(unitId, people)),
    ...audience.years.map(({ label, people }) => schoolPrincipals.ofYear(organisationId, people, label)),
  ];
  return named.map((principal) => ({ principal, ability: 'read' }));
}

/** The same back from what is stored. */
export function audienceFrom(grants: readonly { principal: string }[]): Audience {
  const found = {
    wholes: [] as Whole[],
    roles: [] as string[],
    units: [] as { unitId: string; people: UnitPeople }[],
    years: [] as { label: string; people: 'pupil' | 'family' }[],
  };
  for (const { principal } of grants) {
    const [sort, first = '', second = ''] = principal.split(':');
    if (sort === 'role') found.roles.push(second);
    else if (sort === 'unit') found.units.push({ unitId: first, people: second as UnitPeople });
    else if (sort === 'year')
      found.years.push({
        people: second as 'pupil' | 'family',
        label: principal.split(':').slice(3).join(':'),
      });
    else if (isWhole(sort as MemberKind)) found.wholes.push(sort as Whole);
  }
  const roles = found.wholes.includes('family')
    ? found.roles.filter((role) => role !== parentRole)
    : found.roles;
  return { ...found, roles };
}

const isWhole = (sort: MemberKind): boolean => (wholes as readonly string[]).includes(sort);
