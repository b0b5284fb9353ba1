import { type RawBuilder, sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import { keepText } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import type { Target } from './target.ts';
import { targetPolicy } from './target.policy.ts';
import { yearAround } from './target.ts';

/** Recorded under the person themself, who alone reads that a wording was copied. */
export const copiedKind = 'appraisal.wording-copied';

const columns = (today: string, me: string): RawBuilder<unknown> => sql`
  g.owner_id as "ownerId", g.id, g.person_id as "personId", p.name as person, g.year, g.wording,
  g.looks_like as "looksLike", g.version, g.written_at as "writtenAt", g.person_agreed as "personAgreed",
  g.manager_agreed as "managerAgreed", g.manager_agreed_at as "managerAgreedAt", a.name as "agreedBy",
  i.ended_at as "endedAt",
  coalesce((select json_agg(json_build_object('personId', m.id, 'name', m.name) order by m.sort_name)
    from line_management lm join person m on m.id = lm.manager_id
    where lm.owner_id = g.owner_id and lm.person_id = g.person_id and ${current('lm', today)}), '[]'::json) as managers,
  case when g.person_id = ${me} then (select v.at from event v
    where v.owner_id = ${me} and v.item_id = g.id and v.kind = ${copiedKind}) end as "copiedAt"`;

const joined: RawBuilder<unknown> = sql`appraisal_target g join item i on i.owner_id = g.owner_id and i.id = g.id
  join person p on p.id = g.person_id left join person a on a.id = g.manager_id`;

/** One target. Ask the kernel about its item first. `me` is whoever reads it. */
export async function selectTarget(
  db: Db,
  { ownerId, id }: { ownerId: string; id: string },
  reader: { me: string; today: string },
): Promise<Target | undefined> {
  const { rows } = await sql<Target>`select ${columns(reader.today, reader.me)} from ${joined}
    where g.owner_id = ${ownerId} and g.id = ${id}`.execute(db);
  return rows[0];
}

/** One's own targets, those of the latest year first. */
export async function selectMyTargets(db: Db, who: Who, today: string): Promise<Target[]> {
  const { rows } = await sql<Target>`select ${columns(today, who.personId)} from ${joined}
    where g.owner_id = ${who.organisationId} and g.person_id = ${who.personId} and i.ended_at is null
      and ${who.sees('i', targetPolicy)}
    order by g.year desc, g.written_at desc, g.id limit 200`.execute(db);
  return rows;
}

export interface Managed {
  personId: string;
  name: string;
  targets: (Pick<
    Target,
    'id' | 'ownerId' | 'year' | 'wording' | 'version' | 'personAgreed' | 'managerAgreed'
  > & {
    endedAt: null;
  })[];
  total: number;
}

/** The people whose line manager one is today, with their targets: those of the latest year first. */
export async function selectManaged(
  db: Db,
  who: Who,
  { limit, offset }: { limit: number; offset: number },
): Promise<Managed[]> {
  const { rows } = await sql<Managed>`
    select m.person_id as "personId", p.name, count(*) over ()::integer as total,
      coalesce((select json_agg(json_build_object('id', g.id, 'ownerId', g.owner_id, 'year', g.year,
          'wording', g.wording, 'version', g.version, 'personAgreed', g.person_agreed,
          'managerAgreed', g.manager_agreed) order by g.year desc, g.written_at desc)
        from appraisal_target g join item i on i.owner_id = g.owner_id and i.id = g.id
        where g.owner_id = m.owner_id and i.owner_id = m.owner_id and g.person_id = m.person_id
          and i.ended_at is null and ${who.sees('i', targetPolicy)}), '[]'::json) as targets
    from member m join person p on p.id = m.person_id
    where m.owner_id = ${who.organisationId} and m.person_id = any(${who.standing.manages}::uuid[])
      and m.ended_at is null
    order by m.sort_name, m.person_id limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

/** What the school calls the year that a day is in. */
export async function schoolYearOn(db: Db, organisationId: string, today: string): Promise<string> {
  const row = await db
    .selectFrom('term')
    .select('name')
    .where('owner_id', '=', organisationId)
    .where('kind', '=', 'year')
    .where('ended_at', 'is', null)
    .where('starts_on', '<=', today)
    .where('ends_on', '>=', today)
    .executeTakeFirst();
  return row?.name ?? yearAround(today);
}

/** The words of a target. */
export type Words = Pick<Target, 'year' | 'wording' | 'looksLike'>;

/** Writes the row of a target whose item was just made. */
export async function insertTarget(
  tx: Db,
  target: { ownerId: string; id: string; personId: string } & Words,
  now: Date,
): Promise<void> {
  const { ownerId, id, personId, year, wording, looksLike } = target;
  await tx
    .insertInto('appraisal_target')
    .values({
      owner_id: ownerId,
      id,
      person_id: personId,
      year,
      wording,
      looks_like: looksLike,
      version: 1,
      written_at: now,
    })
    .execute();
  await keepText(tx, target, 1, { year, wording, looksLike }, personId, now);
}

/** Saves new words over the version that was shown; false when it is that version no more. */
export async function updateTarget(
  tx: Db,
  { ownerId, id, personId }: Pick<Target, 'ownerId' | 'id' | 'personId'>,
  shown: number,
  { year, wording, looksLike }: Words,
  now: Date,
): Promise<boolean> {
  const saved = await tx
    .updateTable('appraisal_target')
    .set({ year, wording, looks_like: looksLike, version: shown + 1, written_at: now })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .where('version', '=', shown)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) return false;
  await keepText(tx, { ownerId, id }, shown + 1, { year, wording, looksLike }, personId, now);
  return true;
}
