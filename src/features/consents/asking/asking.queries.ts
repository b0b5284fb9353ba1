import { type Expression, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import { current, notOver } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import type { Answer } from '../consent.ts';
import { standingIn } from '../standing.ts';
import { yearEnd } from '../year-end.ts';
import { askedCarers, lastWords, roundStands } from './asked.ts';

export interface Round {
  id: string;
  purposes: string[];
  answerBy: string;
  until: string;
  askedBy: string;
  createdAt: Date;
  endedAt: Date | null;
}

/** A child of whom somebody at home, or on paper, has yet to say something. */
export interface Unanswered {
  personId: string;
  name: string;
  classes: string[];
  /** Whether anybody who is asked has an account to answer in. */
  hasAccount: boolean;
}

const roundColumns = sql`r.id, r.purposes, r.answer_by as "answerBy", r.until, p.name as "askedBy",
  r.created_at as "createdAt", r.ended_at as "endedAt"`;

const moments = { createdAt: 'moment', endedAt: 'moment' } as const;

/** What the office sees: the rounds, how many children are answered for, and of whom nothing is known yet. */
export const selectAsking = composed((who, { today }: Given<{ today: string }>) => {
  const owner = who.organisationId;
  const unanswered = sql`m.owner_id = ${owner} and m.kind = 'pupil' and ${current('m', today)}
    and exists (select 1 from consent_round r cross join unnest(r.purposes) x (purpose)
      where r.owner_id = ${owner} and ${roundStands(today)} and not exists (
        select 1 from consent c where c.owner_id = ${owner} and c.person_id = m.person_id and c.purpose = x.purpose
          and c.ended_at is null and c.created_at >= r.created_at))`;
  return {
    rounds: list<Round>(
      sql`select ${roundColumns} from consent_round r join person p on p.id = r.asked_by
        where r.owner_id = ${owner} order by r.created_at desc limit 20`,
      moments,
    ),
    counts: list<{ pupils: number; unanswered: number; yearEnd: string | null }>(sql`
      select (select count(*)::int from member m where m.owner_id = ${owner} and m.kind = 'pupil'
          and ${current('m', today)}) as pupils,
        (select count(*)::int from member m where ${unanswered}) as unanswered,
        ${yearEnd(owner, today)} as "yearEnd"`),
    unanswered: list<Unanswered>(sql`
      select m.person_id as "personId", p.name,
        array(select u.name from membership s join unit u on u.owner_id = ${owner} and u.id = s.unit_id
            and u.kind in ('class', 'form') and u.ended_at is null
          where s.owner_id = ${owner} and s.person_id = m.person_id and s.part = 'pupil' and ${current('s', today)}
          order by u.sort_name) as classes,
        exists (select 1 from ${askedCarers(owner, today)} k join credential c on c.person_id = k.adult_id
          where k.pupil_id = m.person_id) as "hasAccount"
      from member m join person p on p.id = m.person_id
      where ${unanswered} order by "hasAccount", m.sort_name, m.person_id limit 300`),
  };
});

/** One question to one grown-up about one child. */
export interface Question {
  roundId: string;
  pupilId: string;
  child: string;
  purpose: string;
  answerBy: string;
  until: string;
  /** What they themselves said last in this round. */
  answer: Answer | null;
}

/** What a grown-up is asked now, child by child; nothing of what anybody else said. */
export const selectQuestions = composed(
  (who, { today, pupil }: Given<{ today: string; pupil?: string }>) => ({
    questions: list<Question>(sql`
    select r.id as "roundId", k.pupil_id as "pupilId", p.name as child, x.purpose, r.answer_by as "answerBy", r.until,
      (select s.answer from consent_said s where s.owner_id = ${who.organisationId} and s.round_id = r.id
        and s.pupil_id = k.pupil_id and s.adult_id = ${who.personId} and s.purpose = x.purpose
        order by s.said_at desc, s.id desc limit 1) as answer
    from consent_round r cross join unnest(r.purposes) with ordinality x (purpose, nth)
    join ${askedCarers(who.organisationId, today)} k on k.adult_id = ${who.personId}
    join person p on p.id = k.pupil_id
    where r.owner_id = ${who.organisationId} and ${roundStands(today)}
      and ${pupil === undefined ? sql`true` : sql`k.pupil_id = ${pupil}`}
    order by p.sort_name, p.id, x.nth`),
    allowed: allowedNow(who, today),
  }),
);

/** A consent that stands for a child and about which the school asks nothing now. */
export interface Allowed {
  id: string;
  pupilId: string;
  child: string;
  purpose: string;
  givenOn: string;
  until: string | null;
}

type Place = string | Expression<unknown>;

/** What a grown-up may take back: what stands for their children, unless they are being asked about it. */
export const allowedNow = (who: Who, today: Place, consent?: Place): List<Allowed> =>
  list<Allowed>(sql`
    select c.id, c.person_id as "pupilId", p.name as child, c.purpose, c.given_on as "givenOn", c.until
    from consent c join ${askedCarers(who.organisationId, today)} k on k.adult_id = ${who.personId} and k.pupil_id = c.person_id
    join person p on p.id = c.person_id
    where c.owner_id = ${who.organisationId} and c.ended_at is null and ${standingIn('c', today)} = 'given'
      and ${consent === undefined ? sql`true` : sql`c.id = ${consent}`}
      and not exists (select 1 from consent_round r where r.owner_id = ${who.organisationId} and ${roundStands(today)}
        and c.purpose = any(r.purposes))
    order by p.sort_name, p.id, c.purpose limit 200`);

/** What counts together for one child and purpose in a round, once everybody's last word is looked at. */
export interface Together {
  purpose: string;
  /** Somebody at home said no, or the office wrote a no down since the round began. */
  refused: boolean;
  given: boolean;
  /** Who at home said what stands, by name and what they are to the child; null where the no is the office's alone. */
  who: string | null;
}

export async function selectTogether(
  tx: Db,
  owner: string,
  { roundId, pupilId }: { roundId: string; pupilId: string },
  today: string,
): Promise<Together[]> {
  if (!isId(roundId)) return [];
  const { rows } = await sql<Together>`
    select w.purpose, bool_or(w.answer = 'refused') or exists (
        select 1 from consent c join member b on b.owner_id = ${owner} and b.person_id = c.recorded_by and b.kind = 'staff'
        join consent_round r on r.owner_id = ${owner} and r.id = ${roundId}
        where c.owner_id = ${owner} and c.person_id = ${pupilId} and c.purpose = w.purpose and c.ended_at is null
          and coalesce(c.withdrawn_at, c.created_at) >= r.created_at
          and not exists (select 1 from ${askedCarers(owner, today)} o
            where o.pupil_id = c.person_id and o.adult_id = c.recorded_by)
          and (c.answer = 'refused' or c.withdrawn_at is not null)) as refused,
      bool_or(w.answer = 'given') as given,
      coalesce(string_agg(p.name || coalesce(', ' || k.relationship, ''), '; ' order by p.sort_name, p.id)
          filter (where w.answer = 'refused'),
        string_agg(p.name || coalesce(', ' || k.relationship, ''), '; ' order by p.sort_name, p.id)) as who
    from ${lastWords(owner, roundId)} w
    join ${askedCarers(owner, today)} k on k.adult_id = w.adult_id and k.pupil_id = w.pupil_id
    join person p on p.id = w.adult_id
    where w.pupil_id = ${pupilId} group by w.purpose`.execute(tx);
  return rows;
}

/** Who is asked in a round and has an account, and whether they have answered about all their children. */
export async function selectAskedPeople(
  db: Db,
  owner: string,
  roundId: string,
  today: string,
): Promise<{ personId: string; isDone: boolean }[]> {
  const { rows } = await sql<{ personId: string; isDone: boolean }>`
    select k.adult_id as "personId", bool_and(exists (select 1 from consent_said s where s.owner_id = ${owner}
        and s.round_id = ${roundId} and s.pupil_id = k.pupil_id and s.adult_id = k.adult_id
        and s.purpose = x.purpose)) as "isDone"
    from ${askedCarers(owner, today)} k
    join consent_round r on r.owner_id = ${owner} and r.id = ${roundId}
    cross join unnest(r.purposes) x (purpose)
    join member m on m.owner_id = ${owner} and m.person_id = k.adult_id and ${notOver('m', today)}
    group by k.adult_id`.execute(db);
  return rows;
}
