import { sql } from 'kysely';
import { current, notOver } from '#platform/access/current.ts';
import { list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { agreementPolicy } from './agreement.policy.ts';

export interface MyAgreement {
  id: string;
  programmeTitle: string;
  names: string[];
  version: number;
  inForceVersion: number | null;
  reviewOn: string | null;
  closedAt: Date | null;
  /** Whether I am asked and have not answered. */
  asked: boolean;
  /** Whether I left it. */
  left: boolean;
  /** Whether somebody else left after the text was written, so that it needs a new version. */
  outdated: boolean;
}

/** The agreements this person is in or asked into, in one programme when it is named. Newest first. */
export async function selectMyAgreements(db: Db, who: Who, programmeId?: string): Promise<MyAgreement[]> {
  return (await myAgreementsIn(who, programmeId).execute(db)).rows;
}

/** The same in all programmes, for a page that asks more than this. */
export const myAgreements = (who: Who): List<MyAgreement> =>
  list<MyAgreement>(myAgreementsIn(who), { closedAt: 'moment' });

/** Of `mine`, a row of agreement_party: left, and not asked again. */
const leftThen = sql`(mine.left_at is not null and mine.answer is not null)`;

/** The same as `othersIn` says: `q` was in it with `mine`, who left. */
const wereTogether = (ownerId: string) => sql`(q.left_at >= mine.left_at
  or (q.answer = 'accepted' and q.answered_at <= mine.left_at)
  or exists (select 1 from agreement_signature s
    join agreement_signature t on t.owner_id = s.owner_id and t.agreement_id = s.agreement_id and t.version = s.version
    where s.owner_id = ${ownerId} and s.agreement_id = q.agreement_id and s.person_id = q.person_id
      and t.person_id = mine.person_id))`;

const myAgreementsIn = (who: Who, programmeId?: string) => sql<MyAgreement>`
    select a.id, p.title as "programmeTitle", a.version, a.in_force_version as "inForceVersion",
      a.review_on as "reviewOn", a.closed_at as "closedAt", mine.answer is null as asked,
      ${leftThen} as "left",
      exists (select 1 from agreement_party q where q.owner_id = ${who.organisationId} and q.agreement_id = a.id
        and q.left_at > a.written_at) as outdated,
      array(select n.name from agreement_party q join person n on n.id = q.person_id
        where q.owner_id = ${who.organisationId} and q.agreement_id = a.id and q.person_id <> ${who.personId}
          and case when ${leftThen} then ${wereTogether(who.organisationId)}
            else q.answer is null or q.answer = 'accepted' end order by n.sort_name) as names
    from agreement a
    join item i on i.owner_id = a.owner_id and i.id = a.id
    join programme p on p.owner_id = a.owner_id and p.id = a.programme_id
    join agreement_party mine on mine.owner_id = a.owner_id and mine.agreement_id = a.id
      and mine.person_id = ${who.personId}
    where a.owner_id = ${who.organisationId} and ${who.sees('i', agreementPolicy)}
      and (mine.answer is null or mine.answer = 'accepted' or mine.left_at is not null)
      ${programmeId ? sql`and a.programme_id = ${programmeId}` : sql``}
    order by a.closed_at is not null, "left", a.created_at desc
    limit 50`;

export interface Colleague {
  personId: string;
  name: string;
}

/** Those who take part in a programme, staff alone and here or to come: whom one may ask to be a partner. */
export const selectParticipants = (
  db: Db,
  ownerId: string,
  programmeId: string,
  today: string,
): Promise<Colleague[]> =>
  db
    .selectFrom('circle_member as c')
    .innerJoin('member as m', (join) =>
      join.onRef('m.owner_id', '=', 'c.owner_id').onRef('m.person_id', '=', 'c.person_id'),
    )
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .select(['c.person_id as personId', 'p.name'])
    .where('c.owner_id', '=', ownerId)
    .where('c.circle_id', '=', programmeId)
    .where('c.part', '=', 'participant')
    .where('c.ends_at', 'is', null)
    .where('m.kind', '=', 'staff')
    .where(notOver('m', today))
    .orderBy('p.sort_name')
    .execute();

export interface Counts {
  participants: number;
  signed: number;
  writing: number;
}

/** How many of the participants are in a signed agreement, how many are writing one. Protected by the caller. */
export async function selectCounts(db: Db, ownerId: string, programmeId: string): Promise<Counts> {
  const { rows } = await sql<Counts>`
    with participant as (
      select c.person_id from circle_member c where c.owner_id = ${ownerId} and c.circle_id = ${programmeId}
        and c.part = 'participant' and c.ends_at is null),
    standing as (
      select q.person_id, bool_or(a.in_force_version is not null) as signed
      from agreement_party q join agreement a on a.owner_id = q.owner_id and a.id = q.agreement_id
      where q.owner_id = ${ownerId} and a.programme_id = ${programmeId} and q.answer = 'accepted' and a.closed_at is null
      group by q.person_id)
    select count(*)::int as participants, count(*) filter (where s.signed)::int as signed,
      count(*) filter (where not s.signed)::int as writing
    from participant x left join standing s on s.person_id = x.person_id`.execute(db);
  return rows[0]!;
}

export interface Pairing {
  names: string[];
  inForceAt: Date | null;
  reviewOn: string | null;
  /** A review is due. */
  due: boolean;
}

/**
 * Who works with whom and when they review, for the mentor co-ordinator. Nothing of what is written, nothing of
 * who asked whom before they agreed, and
 * nothing of a partnership with somebody whose line manager the co-ordinator is.
 */
export async function selectPairings(
  db: Db,
  who: Who,
  programmeId: string,
  today: string,
): Promise<Pairing[]> {
  const { rows } = await sql<Pairing>`
    select a.in_force_at as "inForceAt", a.review_on as "reviewOn",
      a.in_force_version is not null and (coalesce(a.review_on <= ${today}, false)
        or (a.review_round = 0 and a.observed_at is not null)) as due,
      array(select n.name from agreement_party q join person n on n.id = q.person_id
        where q.owner_id = ${who.organisationId} and q.agreement_id = a.id and q.answer = 'accepted'
        order by n.sort_name) as names
    from agreement a
    join item i on i.owner_id = a.owner_id and i.id = a.id
    where a.owner_id = ${who.organisationId} and a.programme_id = ${programmeId} and a.closed_at is null
      and ${who.sees('i', agreementPolicy, 'pairings')}
      and not exists (select 1 from agreement_party q where q.owner_id = ${who.organisationId}
        and q.agreement_id = a.id and q.answer = 'accepted' and q.person_id = any(${who.standing.manages}::uuid[]))
      and (select count(*) from agreement_party q where q.owner_id = ${who.organisationId}
        and q.agreement_id = a.id and q.answer = 'accepted') >= 2
    order by due desc, a.review_on nulls last, a.created_at
    limit 200`.execute(db);
  return rows;
}

/** Names of managers and the managed among these people: pairs that cannot share a partnership. */
export const selectManagement = (
  db: Db,
  ownerId: string,
  personIds: readonly string[],
  today: string,
): Promise<{ manager: string; person: string }[]> =>
  db
    .selectFrom('line_management as l')
    .innerJoin('person as manager', 'manager.id', 'l.manager_id')
    .innerJoin('person as managed', 'managed.id', 'l.person_id')
    .select(['manager.name as manager', 'managed.name as person'])
    .where('l.owner_id', '=', ownerId)
    .where('l.manager_id', 'in', personIds)
    .where('l.person_id', 'in', personIds)
    .where(current('l', today))
    .execute();
