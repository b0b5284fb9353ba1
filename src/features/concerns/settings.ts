import { type RawBuilder, sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { type Grant, principals } from '#platform/access/items.ts';
import type { RoleName } from '#platform/access/policy.ts';
import type { Db } from '#platform/db/database.ts';
import { appointers, role } from '#features/people/index.ts';
import type { SchoolHours } from './look-by.ts';

/** Whom a school can name beside the safeguarding lead: they hear of what nobody looked at in time. */
export const nameable = [role.head, role.seniorLeader, role.trustOfficer] as const;

export interface ConcernSettings extends SchoolHours {
  /** Roles beside the safeguarding lead. */
  roles: RoleName[];
  version: number;
}

/** Until a school says otherwise. */
const usual: ConcernSettings = {
  roles: [role.head],
  hours: 2,
  opensAt: '08:30',
  closesAt: '16:00',
  version: 0,
};

export async function selectSettings(db: Db, owner: string): Promise<ConcernSettings> {
  const row = await db
    .selectFrom('concern_settings')
    .select(['roles', 'hours', 'opens_at as opensAt', 'closes_at as closesAt', 'version'])
    .where('owner_id', '=', owner)
    .executeTakeFirst();
  return row ? { ...row, roles: row.roles as RoleName[] } : usual;
}

/** All who read concerns. The safeguarding lead always does: somebody must. */
export const readers = ({ roles }: Pick<ConcernSettings, 'roles'>): RoleName[] => [
  role.safeguardingLead,
  ...roles,
];

export const grantsOfReaders = (owner: string, settings: Pick<ConcernSettings, 'roles'>): Grant[] =>
  readers(settings).map((name) => ({ principal: principals.role(owner, name), ability: 'read' }));

/** A person who is named, and whether as the safeguarding lead. */
export interface Named {
  personId: string;
  name: string;
  isLead: boolean;
}

/** A person who can appoint others. */
export type Appointer = Omit<Named, 'isLead'>;

/** Those who are named today, leads first, as a select of a statement. */
export const namedPeople = (
  owner: string,
  today: RawBuilder<unknown> | unknown,
): RawBuilder<Named> => sql<Named>`
  select p.id as "personId", p.name, bool_or(a.role = ${role.safeguardingLead}) as "isLead"
  from appointment a join person p on p.id = a.person_id
  join member m on m.owner_id = ${owner} and m.person_id = a.person_id and m.kind = 'staff' and ${current('m', today as string)}
  where a.owner_id = ${owner} and ${current('a', today as string)}
    and (a.role = ${role.safeguardingLead} or a.role = any(coalesce(
      (select s.roles from concern_settings s where s.owner_id = ${owner}), ${usual.roles}::text[])))
  group by p.id, p.name, p.sort_name
  order by bool_or(a.role = ${role.safeguardingLead}) desc, p.sort_name, p.id`;

/**
 * Those for whom a concern waits: the leads; the others who are named too once it was passed on to them, or where no
 * lead is.
 */
export function whoLooks(named: readonly Named[], { passedOnAt }: { passedOnAt: Date | null }): Named[] {
  const leads = named.filter(({ isLead }) => isLead);
  return passedOnAt !== null || leads.length === 0 ? [...named] : leads;
}

/** Those who can name somebody today, as a select of a statement: whoever is told where nobody is named. */
export const peopleWhoAppoint = (
  owner: string,
  today: RawBuilder<unknown> | unknown,
): RawBuilder<Appointer> => sql<Appointer>`
  select p.id as "personId", p.name
  from appointment a join person p on p.id = a.person_id
  join member m on m.owner_id = ${owner} and m.person_id = a.person_id and ${current('m', today as string)}
  where a.owner_id = ${owner} and ${current('a', today as string)} and a.role = any(${[...appointers]}::text[])
  group by p.id, p.name, p.sort_name order by p.sort_name, p.id limit 12`;

export const selectNamed = async (db: Db, owner: string, today: string): Promise<Named[]> =>
  (await namedPeople(owner, today).execute(db)).rows;
