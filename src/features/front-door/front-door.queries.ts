import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { DemoPerson } from './demo-door.view.ts';

/** Whoever one may be in the demo: one person for each role first, then everybody else with a part in its story. */
export async function selectDemoPeople(db: Db): Promise<DemoPerson[]> {
  const { rows } = await sql<Omit<DemoPerson, 'isFirst'>>`/* job: demo-door */
    select p.id as "personId", p.name, m.kind, coalesce(m.job_title, '') as "jobTitle",
      array_agg(a.role order by a.role) as roles
    from organisation o
    join member m on m.owner_id = o.id and m.ended_at is null
    join person p on p.id = m.person_id
    join appointment a on a.owner_id = o.id and a.person_id = p.id and a.ended_at is null
    where o.ended_at is null
    group by p.id, p.name, p.sort_name, m.kind, m.job_title
    union all
    (select distinct on (m.kind) p.id, p.name, m.kind, coalesce(m.job_title, ''), array[m.kind]
     from organisation o
     join member m on m.owner_id = o.id and m.ended_at is null and m.kind in ('pupil', 'family')
     join person p on p.id = m.person_id
     where o.ended_at is null
       and exists (select 1 from affiliation f where f.owner_id = p.id and f.organisation_id = o.id and f.ended_at is null)
       and (m.kind = 'pupil' or exists (select 1 from family_relation r where r.owner_id = o.id and r.adult_id = p.id
         and r.ended_at is null and 'attendance' = any(r.told)))
     order by m.kind, p.sort_name)
    order by name`.execute(db);
  return firstForEachRole(rows);
}

/** The roles of the demo, those whose work it is about first. */
const shownRoles = [
  'cpd-leader',
  'teacher',
  'specialist',
  'head',
  'mentor-co-ordinator',
  'safeguarding-lead',
  'administrator',
  'attendance-officer',
  'cover-manager',
  'teaching-assistant',
  'governor',
  'pupil',
  'family',
];

/** Roles of those who stand below, so that a story can be seen from both its sides. */
const otherRoles = ['teacher', 'early-career-teacher', 'specialist', 'senco', 'senior-leader'];

/** For each role one person, who may hold several: fewer faces, and each of them busier. The others follow, by name. */
function firstForEachRole(people: readonly Omit<DemoPerson, 'isFirst'>[]): DemoPerson[] {
  const chosen: Omit<DemoPerson, 'isFirst'>[] = [];
  for (const role of shownRoles) {
    if (chosen.some((person) => person.roles.includes(role))) continue;
    const holder = people.find((person) => person.roles.includes(role));
    if (holder) chosen.push(holder);
  }
  const others = people.filter(
    (person) => !chosen.includes(person) && person.roles.some((role) => otherRoles.includes(role)),
  );
  return [
    ...chosen.map((person) => ({ ...person, isFirst: true })),
    ...others.map((person) => ({ ...person, isFirst: false })),
  ];
}

/** The organisation that a person of the demo belongs to. */
export async function selectOrganisationOf(db: Db, personId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('affiliation')
    .select('organisation_id')
    .where('owner_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.organisation_id;
}
