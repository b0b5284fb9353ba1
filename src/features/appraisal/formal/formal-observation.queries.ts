import { type RawBuilder, sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { role } from '#features/people/index.ts';
import type { Formal } from './formal-observation.ts';
import { formalPolicy } from './formal-observation.policy.ts';

const columns: RawBuilder<unknown> = sql`o.owner_id as "ownerId", o.id, o.person_id as "personId", p.name as person,
  o.observer_id as "observerId", b.name as observer, o.on_date as "on", o.starts_at as "startsAt", o.minutes, o.place,
  o.focus, o.version, o.arranged_by as "arrangedBy", o.released_at as "releasedAt", o.confirmed_at as "confirmedAt",
  o.called_off_at as "calledOffAt", o.done_at as "doneAt", o.changed_at as "changedAt", g.time_zone as zone,
  coalesce(s.coaching_first, false) as "coachingFirst", e.starts_on as "termFrom", e.ends_on as "termTo"`;

const joined = (owner: string): RawBuilder<unknown> => sql`formal_observation o
  join item i on i.owner_id = o.owner_id and i.id = o.id
  join organisation g on g.id = o.owner_id join person p on p.id = o.person_id join person b on b.id = o.observer_id
  left join appraisal_setting s on s.owner_id = o.owner_id
  left join lateral (select f.starts_on, f.ends_on from term f where f.owner_id = ${owner} and f.kind = 'term'
    and f.ended_at is null and f.starts_on <= o.on_date order by f.starts_on desc limit 1) e on true`;

/** One formal observation. Ask the kernel about its item first. */
export async function selectFormal(db: Db, ownerId: string, id: string): Promise<Formal | undefined> {
  const { rows } = await sql<Formal>`select ${columns} from ${joined(ownerId)}
    where o.owner_id = ${ownerId} and o.id = ${id}`.execute(db);
  return rows[0];
}

/** Those in which one observes or is observed, what is to come first. */
export async function selectMyFormal(db: Db, who: Who): Promise<Formal[]> {
  const { rows } = await sql<Formal>`select ${columns} from ${joined(who.organisationId)}
    where o.owner_id = ${who.organisationId} and i.ended_at is null and ${who.sees('i', formalPolicy, 'takePart')}
    order by o.done_at is not null or o.called_off_at is not null, o.on_date desc, o.id limit 60`.execute(db);
  return rows;
}

/** Those of a school to which nobody has said yes yet, their day still to come. */
export async function selectProposed(db: Db, ownerId: string, today: string): Promise<Formal[]> {
  const { rows } = await sql<Formal>`select ${columns} from ${joined(ownerId)}
    where o.owner_id = ${ownerId} and i.ended_at is null and o.confirmed_at is null and o.called_off_at is null
      and o.done_at is null and o.on_date >= ${today}::date
    order by o.on_date, o.id limit 2000`.execute(db);
  return rows;
}

/** Whose formal observation one may propose: for the head all staff, for a line manager the people they manage. */
export async function selectObservable(
  db: Db,
  who: Who,
  today: string,
): Promise<{ personId: string; name: string }[]> {
  const { rows } = await sql<{ personId: string; name: string }>`
    select m.person_id as "personId", p.name from member m join person p on p.id = m.person_id
    where m.owner_id = ${who.organisationId} and m.kind = 'staff' and ${current('m', today)}
      and m.person_id <> ${who.personId}
      and (${who.has(role.head)}::boolean or m.person_id = any(${who.standing.manages}::uuid[]))
    order by m.sort_name, m.person_id limit 2000`.execute(db);
  return rows;
}

/** Changes columns of a formal observation. */
export async function updateFormal(
  tx: Db,
  { ownerId, id }: Pick<Formal, 'ownerId' | 'id'>,
  changed: {
    released_at?: Date;
    confirmed_at?: Date | null;
    called_off_at?: Date | null;
    done_at?: Date | null;
    changed_at?: Date;
  },
): Promise<void> {
  await tx
    .updateTable('formal_observation')
    .set(changed)
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();
}
