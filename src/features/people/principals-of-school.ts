import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { addPrincipals } from '#platform/access/further-principals.ts';

/** Those of a class, form, department or team whom an audience may name apart: a unit's pupils are not its staff. */
export type UnitPeople = 'staff' | 'pupil' | 'family';

/** Parts of a school that a grant can name, beside those the kernel knows. */
export const schoolPrincipals = {
  /** Its staff, its pupils, or the families of its pupils. */
  ofUnit: (unitId: string, people: UnitPeople): string => `unit:${unitId}:${people}`,
  /** The pupils of a year group as the register of pupils names it ('5'), or their families. */
  ofYear: (organisationId: string, people: Exclude<UnitPeople, 'staff'>, label: string): string =>
    `year:${organisationId}:${people}:${label}`,
} as const;

// Families stand for the classes and years of their children who are here today, if they may be told of notices about
// them, whatever else they are themselves: a teacher with a child at the school reads what that child's class is told.
addPrincipals(
  (owner, me, today) => sql`
    select 'unit:' || ms.unit_id || ':' || m.kind from member m
      join membership ms on ms.owner_id = ${owner} and ms.person_id = m.person_id and ${current('ms', today)}
      where m.owner_id = ${owner} and m.person_id = ${me} and m.kind in ('staff', 'pupil') and ${current('m', today)}
    union select 'year:' || m.owner_id || ':pupil:' || m.year_label from member m
      where m.owner_id = ${owner} and m.person_id = ${me} and m.kind = 'pupil' and m.year_label is not null
        and ${current('m', today)}
    union select p.named
      from family_relation f
      join member c on c.owner_id = ${owner} and c.person_id = f.pupil_id and c.kind = 'pupil' and ${current('c', today)}
      left join membership ms on ms.owner_id = ${owner} and ms.person_id = f.pupil_id and ms.part = 'pupil'
        and ${current('ms', today)}
      cross join lateral (values ('unit:' || ms.unit_id || ':family'),
        ('year:' || c.owner_id || ':family:' || c.year_label)) p (named)
      where f.owner_id = ${owner} and f.adult_id = ${me} and f.ended_at is null and 'notices' = any(f.told)
        and p.named is not null`,
);
