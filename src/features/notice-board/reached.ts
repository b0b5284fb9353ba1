import { type Expression, type RawBuilder, sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { parentRole } from '#features/people/index.ts';
import type { Audience } from './audience.ts';

type Day = string | Expression<unknown>;

/**
 * Whether the member whose row stands under `m` is among those for whom a notice is put up. The kernel answers the same
 * for whoever is signed in; this answers it for everybody, to count them and to see who has not read. A test holds the
 * two together.
 */
export function isReached(owner: string, audience: Audience, today: Day): RawBuilder<boolean> {
  const { wholes, roles, units, years } = audience;
  const allFamilies = wholes.includes('family');
  const held = allFamilies ? [...roles, parentRole] : [...roles];
  const unitsOf = (people: string) =>
    units.filter((each) => each.people === people).map(({ unitId }) => unitId);
  const yearsOf = (people: string) =>
    years.filter((each) => each.people === people).map(({ label }) => label);
  const inUnits = (person: string, ids: readonly string[]) =>
    sql`exists (select 1 from membership ms where ms.owner_id = ${owner} and ms.person_id = ${sql.ref(person)}
      and ms.unit_id = any(${[...ids]}::uuid[]) and ${current('ms', today)})`;
  const conditions = [
    sql`m.kind = any(${[...wholes]}::text[])`,
    ...(held.length > 0
      ? [
          sql`(m.kind is not null and exists (select 1 from appointment a where a.owner_id = ${owner}
            and a.person_id = m.person_id and a.role = any(${held}::text[]) and ${current('a', today)}))`,
        ]
      : []),
    ...(['staff', 'pupil'] as const).flatMap((kind) =>
      unitsOf(kind).length > 0 ? [sql`(m.kind = ${kind} and ${inUnits('m.person_id', unitsOf(kind))})`] : [],
    ),
    ...(yearsOf('pupil').length > 0
      ? [sql`(m.kind = 'pupil' and m.year_label = any(${yearsOf('pupil')}::text[]))`]
      : []),
    ...(unitsOf('family').length + yearsOf('family').length > 0
      ? [
          sql`exists (select 1 from family_relation f
            join member c on c.owner_id = ${owner} and c.person_id = f.pupil_id and c.kind = 'pupil' and ${current('c', today)}
            where f.owner_id = ${owner} and f.adult_id = m.person_id and f.ended_at is null and 'notices' = any(f.told)
              and (c.year_label = any(${yearsOf('family')}::text[]) or exists (select 1 from membership ms
                where ms.owner_id = ${owner} and ms.person_id = c.person_id and ms.part = 'pupil'
                  and ms.unit_id = any(${unitsOf('family')}::uuid[]) and ${current('ms', today)})))`,
        ]
      : []),
  ];
  return sql<boolean>`(m.owner_id = ${owner} and ${current('m', today)} and (${sql.join(conditions, sql` or `)}))`;
}

/** Those of an audience who are named as staff, and not as the parents that some of them are. */
const asStaff = ({ wholes, roles, units }: Audience): Audience => ({
  wholes: wholes.filter((whole) => whole === 'staff'),
  roles,
  units: units.filter(({ people }) => people === 'staff'),
  years: [],
});

/** Whether the member under `m` is one of the staff whom it reaches as such. */
export const isReachedAsStaff = (owner: string, audience: Audience, today: Day): RawBuilder<boolean> =>
  sql<boolean>`(m.kind = 'staff' and ${isReached(owner, asStaff(audience), today)})`;

/** As what it reaches the member under `m`: a teacher who reads it for the sake of their child is family here. */
export const reachedAs = (owner: string, audience: Audience, today: Day): RawBuilder<string> =>
  sql<string>`case when m.kind <> 'staff' then m.kind
    when ${isReachedAsStaff(owner, audience, today)} then 'staff' else 'family' end`;
