import { type RawBuilder, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { filesInJson, type KeptFile } from '#features/files/index.ts';
import { noticeKinds } from './notices.ts';
import { tryOutPolicy } from './try-out.policy.ts';
import type { Written } from './try-out-form.ts';

export interface Comment {
  id: string;
  authorId: string;
  author: string;
  words: string;
  at: string;
}

export interface Revisit {
  number: number;
  dueOn: string;
  afterDays: number;
  lookedAt: string | null;
  how: string | null;
  note: string;
}

/** One try-out with all that its page shows. */
export interface TryOut extends Written {
  ownerId: string;
  id: string;
  organisationId: string;
  author: string;
  version: number;
  updatedAt: Date;
  meetingId: string | null;
  /** The place of an agreement in which it is filed. */
  placeId: string | null;
  programme: { title: string; slug: string } | null;
  /** What its author practises, in their words: for them alone. */
  practice: { words: string } | null;
  /** The session the idea comes from. */
  step: { title: string; slug: string; number: number } | null;
  meeting: { title: string; slug: string; number: number; onDate: string } | null;
  grants: string[];
  files: KeptFile[];
  comments: Comment[];
  revisits: Revisit[];
  /** It still waits in this person's list. */
  waits: boolean;
}

/** One try-out that the kernel has opened for this person already. */
export const selectTryOut = (db: Db, who: Who, ownerId: string, id: string): Promise<TryOut> =>
  select(db, who, ownerId, id, sql<boolean>`true`);

/** One's own try-out, for changing: asks the kernel inside the query. Throws `NotFound` when it is not one's own. */
export const selectOwnTryOut = (db: Db, who: Who, id: string): Promise<TryOut> =>
  select(db, who, who.personId, id, sql<boolean>`${who.sees('i', tryOutPolicy, 'write')}`);

async function select(
  db: Db,
  who: Who,
  ownerId: string,
  id: string,
  may: RawBuilder<boolean>,
): Promise<TryOut> {
  if (!isId(ownerId) || !isId(id)) throw new NotFound();
  const school = who.organisationId;
  const step = (column: 'step_id' | 'meeting_id') => sql`(
    select json_build_object('title', s.title, 'number', s.number, 'onDate', s.on_date, 'slug', p.slug)
    from programme_step s join programme p on p.owner_id = s.owner_id and p.id = s.programme_id
    where s.owner_id = ${school} and s.id = ${sql.ref(`t.${column}`)})`;
  const { rows } = await sql<TryOut>`
    select t.owner_id as "ownerId", t.id, t.organisation_id as "organisationId", a.name as author, t.version,
      t.updated_at as "updatedAt", t.on_date as "onDate", t.pupils, t.texts, t.programme_id as "programmeId",
      t.step_id as "stepId", t.evidence_id as "evidenceId", t.technique, t.minutes, t.held_constant as "heldConstant",
      t.changed, t.practice_id as "practiceId", t.meeting_id as "meetingId", t.place_id as "placeId",
      (select json_build_object('title', p.title, 'slug', p.slug) from programme p
        where p.owner_id = ${school} and p.id = t.programme_id) as programme,
      (select json_build_object('words', x.words) from practice x
        where x.owner_id = t.owner_id and x.id = t.practice_id) as practice,
      ${step('step_id')} as step, ${step('meeting_id')} as meeting,
      array(select g.principal from audience_grant g
        where g.owner_id = i.owner_id and g.audience_id = i.audience_id) as grants,
      ${filesInJson('i')} as files,
      coalesce((select json_agg(json_build_object('id', c.id, 'authorId', c.author_id, 'author', w.name,
          'words', c.words, 'at', c.created_at) order by c.created_at, c.id)
        from try_out_comment c join person w on w.id = c.author_id
        where c.owner_id = ${school} and c.try_out_id = t.id and c.try_out_owner_id = t.owner_id
          and c.ended_at is null), '[]'::json) as comments,
      coalesce((select json_agg(json_build_object('number', r.number, 'dueOn', r.due_on, 'afterDays', r.after_days,
          'lookedAt', r.looked_at, 'how', r.how, 'note', r.note) order by r.number)
        from try_out_revisit r
        where r.owner_id = t.owner_id and r.try_out_id = t.id and r.ended_at is null), '[]'::json) as revisits,
      exists (select 1 from notice n where n.owner_id = ${who.personId} and n.item_id = ${id}
        and n.kind = any(${[noticeKinds.shared, noticeKinds.comment]}::text[]) and n.done_at is null) as waits
    from try_out t join item i on i.owner_id = t.owner_id and i.id = t.id join person a on a.id = t.owner_id
    where t.owner_id = ${ownerId} and t.id = ${id} and ${may}`.execute(db);
  if (!rows[0]) throw new NotFound('There is no try-out of yours at this address.');
  return rows[0];
}
