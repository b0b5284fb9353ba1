import { sql } from 'kysely';
import { notOver } from '#platform/access/current.ts';
import type { MemberKind } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { role } from '#features/people/index.ts';
import type { ExistingPerson, ExistingRoster } from '../plan/index.ts';
import type { Reach } from './reach.ts';
import { selectThings } from './select-things.ts';

/** What the organisation and those below it have, with what the planner need not know. */
export interface WhatWeHave {
  roster: ExistingRoster;
  /** Who may appoint people at home: nobody's list ends them. */
  administrators: ReadonlySet<string>;
  /** The organisations in which each person is a member now, or was last. */
  organisationsOf: ReadonlyMap<string, readonly string[]>;
  unitOwner: ReadonlyMap<string, string>;
  /** Ids kept for keys, also for those who are not there yet: `source`, a space, the key. */
  personIds: ReadonlyMap<string, string>;
}

interface MemberRow {
  ownerId: string;
  personId: string;
  kind: MemberKind;
  givenName: string;
  familyName: string;
  name: string;
  jobTitle: string | null;
  yearLabel: string | null;
  admissionNumber: string | null;
  staffCode: string | null;
  upn: string | null;
  payrollNumber: string | null;
  dateOfBirth: string | null;
  grades: string[] | null;
  startsOn: string | null;
  endsOn: string | null;
  ended: boolean;
}

/** Reads everything an import is compared with. `today` is an ISO day at home. */
export async function selectExisting(db: Db, reach: Reach, today: string): Promise<WhatWeHave> {
  const things = await selectThings(db, reach, today);
  const { rows: members } = await sql<MemberRow>`
    select m.owner_id as "ownerId", m.person_id as "personId", m.kind, p.given_name as "givenName",
      p.family_name as "familyName", p.name, m.job_title as "jobTitle", m.year_label as "yearLabel",
      m.pupil_number as "admissionNumber", m.staff_code as "staffCode", r.upn, r.payroll_number as "payrollNumber",
      r.date_of_birth as "dateOfBirth", r.grades, m.starts_on as "startsOn", m.ends_on as "endsOn",
      not ${notOver('m', today)} as ended
    from member m join person p on p.id = m.person_id
      left join member_record r on r.owner_id = m.owner_id and r.person_id = m.person_id
    where m.owner_id = any(${reach.owners}::uuid[])
    order by (m.owner_id = ${reach.home.id}) desc, m.ended_at desc nulls first, m.id`.execute(db);
  const roles = await selectRoles(db, reach, today);
  const emails = await selectEmails(db, reach);

  const people: ExistingPerson[] = [];
  const organisationsOf = new Map<string, string[]>();
  for (const [id, all] of Map.groupBy(members, ({ personId }) => personId)) {
    const here = all.filter(({ ended }) => !ended);
    const counted = here.length > 0 ? here : all;
    const held = (roles.get(id) ?? []).map(({ role: each }) => each);
    organisationsOf.set(
      id,
      counted.map(({ ownerId }) => ownerId),
    );
    people.push({
      ...personOf(counted[0]!, counted),
      sourceKeys: things.keysOf.get(id) ?? [],
      emails: emails.get(id) ?? [],
      roles: [...new Set(held)],
    });
  }
  const administrators = new Set<string>();
  for (const [id, held] of roles)
    if (held.some((each) => each.role === role.administrator && each.ownerId === reach.home.id))
      administrators.add(id);
  return {
    roster: { ...things.roster, people },
    administrators,
    organisationsOf,
    unitOwner: things.unitOwner,
    personIds: things.personIds,
  };
}

function personOf(
  row: MemberRow,
  all: readonly MemberRow[],
): Omit<ExistingPerson, 'sourceKeys' | 'emails' | 'roles'> {
  const { personId, ended, kind, givenName, familyName } = row;
  return {
    id: personId,
    ended,
    kind,
    givenName,
    familyName,
    organisationIds: all.map(({ ownerId }) => ownerId),
    ...given({
      preferredName: preferredOf(row),
      jobTitle: row.jobTitle,
      yearLabel: row.yearLabel,
      admissionNumber: row.admissionNumber,
      staffCode: row.staffCode,
      upn: row.upn,
      payrollNumber: row.payrollNumber,
      dateOfBirth: row.dateOfBirth,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
    }),
    ...(row.grades?.length ? { grades: row.grades } : {}),
  };
}

/** The name somebody goes by is kept as a whole; the planner knows it without the family name. */
function preferredOf({ givenName, familyName, name }: MemberRow): string | null {
  if (name === [givenName, familyName].filter(Boolean).join(' ')) return null;
  return familyName !== '' && name.endsWith(` ${familyName}`) ? name.slice(0, -familyName.length - 1) : name;
}

function given<T extends Record<string, string | null>>(fields: T): { [K in keyof T]?: string } {
  const known = Object.entries(fields).filter(([, value]) => value !== null && value !== '');
  return Object.fromEntries(known) as { [K in keyof T]?: string };
}

/** Roles held now or to come. The planner calls a carer what the lists call them. */
async function selectRoles(
  db: Db,
  reach: Reach,
  today: string,
): Promise<Map<string, { ownerId: string; role: string }[]>> {
  const { rows } = await sql<{ personId: string; ownerId: string; role: string }>`
    select a.person_id as "personId", a.owner_id as "ownerId", a.role from appointment a
    where a.owner_id = any(${reach.owners}::uuid[]) and a.unit_id is null and ${notOver('a', today)}
    order by a.starts_on, a.id`.execute(db);
  const said = rows.map((row) => (row.role === 'parent-carer' ? { ...row, role: 'parent' } : row));
  return Map.groupBy(said, ({ personId }) => personId);
}

async function selectEmails(db: Db, reach: Reach): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ personId: string; address: string }>`
    select e.person_id as "personId", e.address from person_email e
    where e.person_id in (select m.person_id from member m where m.owner_id = any(${reach.owners}::uuid[]))
    order by e.created_at, e.address`.execute(db);
  const found = new Map<string, string[]>();
  for (const { personId, address } of rows) found.set(personId, [...(found.get(personId) ?? []), address]);
  return found;
}
