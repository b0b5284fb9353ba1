import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { draftColumn, type DraftFields, type Writer } from '#platform/drafts/drafts.ts';
import type { Db } from '#platform/db/database.ts';
import type { Manages } from '../management.ts';
import type { Kind } from '../together.ts';

export interface Asked {
  personId: string;
  name: string;
  memberKind: string;
  /** They are in this kind with the reader already, or one has asked the other. */
  together: boolean;
  /** The modules they have finished. */
  finished: string[];
}

export interface ToAsk {
  /** Those of the chosen who belong to the school, by name. */
  people: Asked[];
  management: Manages[];
  /** The modules the reader has finished. */
  finished: string[];
  draft: DraftFields | null;
}

/** Those whom a learner has chosen, and all that decides whether they may be asked. One statement. */
export async function selectToAsk(
  db: Db,
  writer: Writer,
  { kind, chosen, today, draft }: { kind: Kind; chosen: readonly string[]; today: string; draft: string },
): Promise<ToAsk> {
  const { personId: me, organisationId: owner } = writer;
  const finishedBy = (person: unknown) => sql`array(select d.module from coaching_prepared d
    where d.owner_id = ${owner} and d.person_id = ${person})`;
  const { rows } = await sql<ToAsk>`select
      coalesce((select json_agg(json_build_object('personId', m.person_id, 'name', n.name, 'memberKind', m.kind,
          'finished', ${finishedBy(sql`m.person_id`)},
          'together', exists (select 1 from pairing p
            join pairing_person x on x.owner_id = p.owner_id and x.pairing_id = p.id
            join pairing_person y on y.owner_id = p.owner_id and y.pairing_id = p.id
            where p.owner_id = ${owner} and x.owner_id = ${owner} and y.owner_id = ${owner} and p.kind = ${kind}
              and p.ended_at is null and x.person_id = ${me} and y.person_id = m.person_id
              and x.left_at is null and y.left_at is null
              and x.answer is distinct from 'no' and y.answer is distinct from 'no')) order by m.sort_name, m.person_id)
        from member m join person n on n.id = m.person_id
        where m.owner_id = ${owner} and m.person_id = any(${chosen}::uuid[]) and m.person_id <> ${me}
          and m.kind in ('staff', 'guest') and ${current('m', today)}), '[]'::json) as people,
      coalesce((select json_agg(json_build_object('managerId', l.manager_id, 'manager', a.name,
          'personId', l.person_id, 'person', b.name))
        from line_management l join person a on a.id = l.manager_id join person b on b.id = l.person_id
        where l.owner_id = ${owner} and l.manager_id = any(${[me, ...chosen]}::uuid[])
          and l.person_id = any(${[me, ...chosen]}::uuid[]) and ${current('l', today)}), '[]'::json) as management,
      ${finishedBy(me)} as finished,
      ${draftColumn(writer, draft)} as draft`.execute(db);
  return rows[0]!;
}

/**
 * Holds these people until the change is written, so that two who ask each other in one moment, or one who asks
 * twice, make one pairing. Always in the same order, so that nobody waits for one another.
 */
export async function lockMembers(tx: Db, ownerId: string, personIds: readonly string[]): Promise<void> {
  await tx
    .selectFrom('member')
    .select('person_id')
    .where('owner_id', '=', ownerId)
    .where('person_id', 'in', personIds)
    .orderBy('person_id')
    .forUpdate()
    .execute();
}
