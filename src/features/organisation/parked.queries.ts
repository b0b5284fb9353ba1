import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { isParked } from '#platform/jobs/parked.ts';

/** A message that was given up after many attempts. What it holds, which may be a letter, is not shown. */
export interface ParkedMessage {
  ownerId: string;
  id: string;
  kind: string;
  /** When it was written down. */
  since: Date;
  /** When it was last tried, or about then; with its id the name of this failure. */
  dueAt: Date;
  failure: string;
  /** The member to whom a letter or a link was to go; null for what goes to nobody in particular. */
  to: string | null;
  total: number;
}

/** How many are shown at a time. */
const most = 100;

/** Letters with a link of one's own are made when they are sent, and name the person until then. */
const accountLetters = ['person.invited', 'password.forgotten', 'email.given'];

/** The messages of a school that were given up, the oldest first: its own, and those its members caused in it. */
export async function selectParked(db: Db, organisationId: string): Promise<ParkedMessage[]> {
  const { rows } = await sql<ParkedMessage>`
    select o.owner_id as "ownerId", o.id, o.kind, o.created_at as since, o.due_at as "dueAt",
      coalesce(o.failure, '') as failure, count(*) over ()::int as total,
      (select p.name from member m join person p on p.id = m.person_id where m.owner_id = ${organisationId}
        and case when o.kind = 'mail.send'
          then exists (select 1 from person_email e where e.person_id = p.id and e.address = o.body->>'to')
          else o.kind = any(${accountLetters}::text[]) and p.id::text = o.body->>'personId' end
        order by m.ended_at nulls first, p.name limit 1) as "to"
    from outbox o
    where ${ofSchool(organisationId)} and ${isParked('o')}
    order by o.created_at, o.id limit ${most}`.execute(db);
  return rows;
}

/** A message of a school, parked or not, by its id and its owner's. */
export async function selectMessage(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Pick<ParkedMessage, 'ownerId' | 'id' | 'kind'> | undefined> {
  const { rows } = await sql<Pick<ParkedMessage, 'ownerId' | 'id' | 'kind'>>`
    select o.owner_id as "ownerId", o.id, o.kind from outbox o
    where ${ofSchool(organisationId)} and o.id = ${id}`.execute(db);
  return rows[0];
}

/** How many there are, as a column of a statement about the school. */
export const countParked = (organisationId: string): RawBuilder<number> =>
  sql<number>`(select count(*)::int from outbox o where ${ofSchool(organisationId)} and ${isParked('o')})`;

/** What somebody owns who belongs, or belonged, to several schools is shown in the one it happened in. */
const ofSchool = (organisationId: string): RawBuilder<boolean> =>
  sql`o.owner_id = any(array(select ${organisationId}::uuid union all
      select m.person_id from member m where m.owner_id = ${organisationId}))
    and (o.owner_id = ${organisationId} or o.body->>'organisationId' = ${organisationId})`;
