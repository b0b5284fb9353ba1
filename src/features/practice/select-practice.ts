import { type RawBuilder, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { tryOutPolicy } from '#features/try-outs/index.ts';
import type { Practice } from './practice.ts';
import { practicePolicy } from './practice.policy.ts';

/** One practice that the kernel has opened for this person already; of what was tried, what they may read. */
export const selectPractice = (db: Db, who: Who, ownerId: string, id: string): Promise<Practice> =>
  select(db, who, ownerId, id, sql<boolean>`true`);

/** One's own practice, for changing: asks the kernel inside the query. Throws `NotFound` when it is not one's own. */
export const selectOwnPractice = (db: Db, who: Who, id: string): Promise<Practice> =>
  select(db, who, who.personId, id, sql<boolean>`${who.sees('i', practicePolicy, 'write')}`);

async function select(
  db: Db,
  who: Who,
  ownerId: string,
  id: string,
  may: RawBuilder<boolean>,
): Promise<Practice> {
  if (!isId(ownerId) || !isId(id)) throw new NotFound();
  const school = who.organisationId;
  const { rows } = await sql<Practice>`
    select x.owner_id as "ownerId", x.id, x.organisation_id as "organisationId", a.name as author, x.technique,
      x.step_id as "stepId", x.words, x.where_used as "whereUsed", x.model, x.replaces,
      x.example_seen_at as "exampleSeenAt", x.settled_at as "settledAt", i.ended_at as "endedAt", x.version,
      (select q.title from technique q where q.owner_id = ${school} and q.id::text = x.technique) as "schoolTitle",
      exists (select 1 from technique_example e join item ei on ei.owner_id = e.owner_id and ei.id = e.id
        where e.owner_id = ${school} and e.technique = x.technique and ei.ended_at is null) as "exampleGiven",
      array(select g.principal from audience_grant g
        where g.owner_id = i.owner_id and g.audience_id = i.audience_id) as grants,
      exists (select 1 from notice n where n.owner_id = ${who.personId} and n.item_id = ${id}
        and n.kind = 'practice.shared' and n.done_at is null) as waits,
      coalesce((select json_agg(json_build_object('id', r.id, 'onDate', r.on_date, 'how', r.how, 'with', w.name,
          'words', r.words) order by r.on_date, r.id)
        from practice_rehearsal r left join person w on w.id = r.with_id
        where r.owner_id = x.owner_id and r.practice_id = x.id and r.ended_at is null), '[]'::json) as rehearsals,
      coalesce((select json_agg(json_build_object('number', l.number, 'dueOn', l.due_on, 'afterDays', l.after_days,
          'relapse', l.relapse, 'lookedAt', l.looked_at, 'how', l.how, 'note', l.note) order by l.number)
        from practice_look l
        where l.owner_id = x.owner_id and l.practice_id = x.id and l.ended_at is null), '[]'::json) as looks,
      coalesce((select json_agg(json_build_object('id', t.id, 'technique', t.technique, 'tried', t.texts->>'tried',
          'onDate', t.on_date, 'pupils', t.pupils, 'responded', t.texts->>'pupils-responded',
          'surprise', t.texts->>'surprise', 'heldConstant', t.held_constant, 'changed', t.changed)
          order by t.on_date, t.id)
        from try_out t join item ti on ti.owner_id = t.owner_id and ti.id = t.id
        where t.owner_id = x.owner_id and t.practice_id = x.id and ti.ended_at is null
          and ${who.sees('ti', tryOutPolicy)}), '[]'::json) as doings
    from practice x join item i on i.owner_id = x.owner_id and i.id = x.id join person a on a.id = x.owner_id
    where x.owner_id = ${ownerId} and x.id = ${id} and ${may}`.execute(db);
  if (!rows[0]) throw new NotFound('There is no practice of yours at this address.');
  return rows[0];
}
