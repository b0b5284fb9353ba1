import { type RawBuilder, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { draftColumn, type DraftFields } from '#platform/drafts/drafts.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Programme } from '#features/programmes/index.ts';
import type { OnCall } from './on-call.ts';
import { questionPolicy } from './question.policy.ts';
import { answeredNotice } from './tell-of-questions.handler.ts';

export const audiences = ['group', 'specialist'] as const;
export type Audience = (typeof audiences)[number];

export interface ListedQuestion {
  id: string;
  title: string;
  asker: string;
  audience: Audience;
  replies: number;
  waitingSince: string | null;
  movedAt: string;
}

interface QuestionList {
  questions: ListedQuestion[];
  total: number;
  onCall: OnCall[];
  specialists: string[];
  draft: DraftFields | null;
}

export const questionDraftKey = (programme: Pick<Programme, 'slug'>): string => `question:${programme.slug}`;

/** The questions of a programme that the person may read, the last moved first. One statement. */
export async function selectQuestions(
  visit: Visit,
  programme: Programme,
  page: { limit: number; offset: number },
): Promise<QuestionList> {
  const { who } = visit;
  const { owner_id: owner, id } = programme;
  const { rows } = await sql<QuestionList>`
    with seen as (
      select q.id, q.title, q.audience, q.waiting_since, q.moved_at, p.name as asker, count(*) over ()::integer as total,
        (select count(*)::integer from question_reply r where r.owner_id = ${owner} and r.question_id = q.id
          and r.ended_at is null) as replies
      from question q
      join item i on i.owner_id = q.owner_id and i.id = q.id
      join person p on p.id = q.asker_id
      where q.owner_id = ${owner} and q.programme_id = ${id} and i.ended_at is null and ${who.sees('i', questionPolicy)}
      order by q.moved_at desc, q.id desc limit ${page.limit} offset ${page.offset})
    select
      coalesce((select json_agg(json_build_object('id', seen.id, 'title', seen.title, 'asker', seen.asker,
        'audience', seen.audience, 'replies', seen.replies, 'waitingSince', seen.waiting_since,
        'movedAt', seen.moved_at) order by seen.moved_at desc, seen.id desc) from seen), '[]'::json) as questions,
      coalesce((select max(seen.total) from seen), 0)::integer as total,
      coalesce((select json_agg(json_build_object('on', s.on_date, 'days', s.days) order by s.on_date)
        from programme_step s where s.owner_id = ${owner} and s.programme_id = ${id} and s.kind = 'on-call'
          and s.ended_at is null), '[]'::json) as "onCall",
      array(select p.name from circle_member cm join person p on p.id = cm.person_id
        where cm.owner_id = ${owner} and cm.circle_id = ${id} and cm.part = 'specialist' and cm.ends_at is null
        order by p.sort_name) as specialists,
      ${draftColumn(who, questionDraftKey(programme))} as draft`.execute(visit.db);
  return rows[0]!;
}

/** The first days on which the plan of a programme has the specialist on call. */
export const selectOnCall = (db: Db, programme: Programme): Promise<{ on: string }[]> =>
  db
    .selectFrom('programme_step')
    .select('on_date as on')
    .where('owner_id', '=', programme.owner_id)
    .where('programme_id', '=', programme.id)
    .where('kind', '=', 'on-call')
    .where('ended_at', 'is', null)
    .execute();

export interface WaitingQuestion {
  id: string;
  title: string;
  asker: string;
  waitingSince: string;
}

/** The questions of a programme to which an answer is owed and that the person may read, as JSON: part of a statement. */
export const waitingQuestionsJson = (
  who: Who,
  programme: Programme,
): RawBuilder<WaitingQuestion[]> => sql`coalesce((
  select json_agg(json_build_object('id', q.id, 'title', q.title, 'asker', p.name, 'waitingSince', q.waiting_since)
    order by q.waiting_since)
  from question q join item i on i.owner_id = q.owner_id and i.id = q.id join person p on p.id = q.asker_id
  where q.owner_id = ${programme.owner_id} and q.programme_id = ${programme.id} and q.waiting_since is not null
    and i.ended_at is null and ${who.sees('i', questionPolicy)}), '[]'::json)`;

export interface Reply {
  id: string;
  authorId: string;
  author: string;
  /** Speaks as the specialist of the programme. */
  specialist: boolean;
  text: string;
  at: string;
}

export interface Thread {
  id: string;
  ownerId: string;
  askerId: string;
  asker: string;
  audience: Audience;
  title: string;
  text: string;
  askedAt: Date;
  waitingSince: Date | null;
  replies: Reply[];
  programme: Pick<Programme, 'id' | 'slug' | 'sort' | 'title' | 'closed_at'>;
  draft: DraftFields | null;
  /** That it is answered still stands in the reader's list. */
  waits: boolean;
}

/** The question that the address names, with what was said in it. The kernel is asked by the caller. */
export async function selectThread(visit: Visit): Promise<Thread> {
  const { programme = '', question = '' } = visit.params;
  const { rows } = isId(question)
    ? await sql<Thread>`
        select q.id, q.owner_id as "ownerId", q.asker_id as "askerId", a.name as asker, q.audience, q.title, q.text,
          q.asked_at as "askedAt", q.waiting_since as "waitingSince",
          exists (select 1 from notice n where n.owner_id = ${visit.who.personId} and n.item_id = q.id
            and n.kind = ${answeredNotice} and n.done_at is null) as waits,
          json_build_object('id', p.id, 'slug', p.slug, 'sort', p.sort, 'title', p.title,
            'closed_at', p.closed_at) as programme,
          coalesce((select json_agg(json_build_object('id', r.id, 'authorId', r.author_id, 'author', w.name,
              'text', r.text, 'at', r.created_at, 'specialist', exists (select 1 from circle_member cm
                where cm.owner_id = r.owner_id and cm.circle_id = p.id and cm.person_id = r.author_id
                  and cm.part = 'specialist' and cm.starts_at <= r.created_at)) order by r.created_at, r.id)
            from question_reply r join person w on w.id = r.author_id
            where r.owner_id = ${visit.organisationId} and r.question_id = q.id and r.ended_at is null),
            '[]'::json) as replies,
          ${draftColumn(visit.who, sql`'reply:' || q.id`)} as draft
        from question q
        join programme p on p.owner_id = q.owner_id and p.id = q.programme_id
        join person a on a.id = q.asker_id
        where q.owner_id = ${visit.organisationId} and q.id = ${question} and p.slug = ${programme}`.execute(
        visit.db,
      )
    : { rows: [] };
  if (!rows[0]) throw new NotFound('There is no question at this address.');
  return rows[0];
}
