import { type RawBuilder, sql } from 'kysely';
import type { Standing } from '#platform/access/who.ts';
import { hashSecret, newSecret } from '#platform/auth/secrets.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';

interface Member {
  ownerId: string;
  programmeId: string;
  personId: string;
}

/**
 * Whether the address `l` is in use: not ended by its maker, who has been in the programme ever since they made it.
 * Whoever left and came in again makes another.
 */
const inUse = (ownerId: string): RawBuilder<boolean> => sql<boolean>`(l.ended_at is null
  and exists (select 1 from circle_member c where c.owner_id = ${ownerId} and c.circle_id = l.programme_id
    and c.person_id = l.person_id and c.ends_at is null and c.starts_at <= l.made_at))`;

/** When the member's address that is in use was made, or undefined when there is none. */
export async function selectProgrammeLink(
  db: Db,
  { ownerId, programmeId, personId }: Member,
): Promise<Date | undefined> {
  const { rows } = await sql<{ madeAt: Date }>`
    select l.made_at as "madeAt" from programme_calendar l
    where l.owner_id = ${ownerId} and l.programme_id = ${programmeId} and l.person_id = ${personId}
      and ${inUse(ownerId)}
    order by l.made_at desc limit 1`.execute(db);
  return rows[0]?.madeAt;
}

/** Ends the member's addresses. */
export async function endProgrammeLinks(db: Db, member: Member, now: Date): Promise<void> {
  await db
    .updateTable('programme_calendar')
    .set({ ended_at: now })
    .where('owner_id', '=', member.ownerId)
    .where('programme_id', '=', member.programmeId)
    .where('person_id', '=', member.personId)
    .where('ended_at', 'is', null)
    .execute();
}

/** Makes an address; answers its secret, of which only the hash is kept. */
export async function insertProgrammeLink(db: Db, member: Member, now: Date): Promise<string> {
  const secret = newSecret();
  await db
    .insertInto('programme_calendar')
    .values({
      owner_id: member.ownerId,
      id: newId(now),
      programme_id: member.programmeId,
      person_id: member.personId,
      token_hash: hashSecret(secret),
      made_at: now,
      ended_at: null,
    })
    .execute();
  return secret;
}

interface ProgrammeFeed {
  programme: { id: string; title: string };
  /** Who made the address. */
  person: { personId: string; name: string; locale: string; theme: string };
  organisation: Standing['organisation'];
}

/** Whose programme a secret opens, and through whom, or undefined. */
export async function selectProgrammeFeed(
  db: Db,
  ownerId: string,
  secret: string,
): Promise<ProgrammeFeed | undefined> {
  const { rows } = await sql<ProgrammeFeed>`
    select json_build_object('id', p.id, 'title', p.title) as programme,
      json_build_object('personId', m.id, 'name', m.name, 'theme', m.theme,
        'locale', coalesce(m.locale, o.locale)) as person,
      json_build_object('id', o.id, 'name', o.name, 'zone', o.time_zone, 'currency', o.currency) as organisation
    from programme_calendar l
    join programme p on p.owner_id = l.owner_id and p.id = l.programme_id
    join person m on m.id = l.person_id
    join organisation o on o.id = l.owner_id
    where l.owner_id = ${ownerId} and p.owner_id = ${ownerId} and l.token_hash = ${hashSecret(secret)}
      and m.ended_at is null and ${inUse(ownerId)}`.execute(db);
  return rows[0];
}
