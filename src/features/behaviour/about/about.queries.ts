import { type Expression, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { isTheirs, ownReply } from '../behaviour.access.ts';
import type { Tone } from '../behaviour.ts';
import type { Kind, State } from '../follow-ups/follow-up.ts';
import { type Settled, settledList } from '../settings/settled.queries.ts';

/** An event as pupil and family read it: without who else was there, and without what others at home said. */
export interface TheirEvent {
  id: string;
  pupilId: string;
  tone: Tone;
  category: string;
  sign: string;
  points: number | null;
  on: string;
  at: string | null;
  place: string;
  unit: string | null;
  words: string;
  writtenBy: string;
  /** What this person said about it themselves. */
  reply: { words: string; version: number } | null;
}

export interface TheirFollowUp {
  id: string;
  kind: Kind;
  words: string;
  on: string;
  at: string;
  minutes: number;
  place: string;
  supervisor: string | null;
  state: State;
  movedFrom: string | null;
  outcome: string;
  putRight: boolean;
}

export interface AboutPupil {
  pupil: { personId: string; name: string };
  wentWell: TheirEvent[];
  wentWrong: TheirEvent[];
  rewards: { id: string; name: string; on: string }[];
  followUps: TheirFollowUp[];
  helps: { words: string }[];
  settled: Settled[];
}

interface Asked {
  pupilId: string;
  today: string;
}

/** What of the events of one pupil is shown to them and to the grown-ups who are told. */
const theirEvents = (
  who: Who,
  { pupilId, today }: { pupilId: Expression<string>; today: Expression<string> },
  { tone, limit }: { tone: Tone; limit: number },
): List<TheirEvent> =>
  list<TheirEvent>(sql`select e.id, e.pupil_id as "pupilId", e.tone, c.name as category, c.sign, e.points,
      e.happened_on as "on", left(e.happened_at::text, 5) as "at", e.place, u.name as unit, e.words,
      w.name as "writtenBy",
      (select json_build_object('words', r.words, 'version', r.version) from behaviour_reply r
        where r.owner_id = ${who.organisationId} and r.event_id = e.id and r.ended_at is null
          and ${ownReply(who, 'r')}) as reply
    from behaviour_event e
    join behaviour_category c on c.owner_id = ${who.organisationId} and c.id = e.category_id
    join person w on w.id = e.written_by
    left join unit u on u.owner_id = ${who.organisationId} and u.id = e.unit_id
    where e.owner_id = ${who.organisationId} and e.pupil_id = ${pupilId} and e.tone = ${sql.lit(tone)}
      and e.ended_at is null and e.seen = 'shown' and e.happened_on > ${today}::date - 400
      and ${isTheirs(who, sql.ref('e.pupil_id'), today)}
    order by e.happened_on desc, e.happened_at desc nulls last, e.id desc limit ${sql.lit(limit)}`);

const ask = composed((who, given: Given<Asked>) => {
  const { pupilId, today } = given;
  const owner = who.organisationId;
  const theirs = (alias: string) => isTheirs(who, sql.ref(`${alias}.pupil_id`), today);
  return {
    pupils: list<AboutPupil['pupil']>(sql`select m.person_id as "personId", p.name
      from member m join person p on p.id = m.person_id
      where m.owner_id = ${owner} and m.person_id = ${pupilId} and m.kind = 'pupil' and ${current('m', today)}
        and ${isTheirs(who, sql.ref('m.person_id'), today)}`),
    wentWell: theirEvents(who, given, { tone: 'positive', limit: 60 }),
    wentWrong: theirEvents(who, given, { tone: 'negative', limit: 60 }),
    rewards: list<AboutPupil['rewards'][number]>(sql`select g.id, g.name, g.given_on as "on"
      from behaviour_reward_given g
      where g.owner_id = ${owner} and g.pupil_id = ${pupilId} and g.ended_at is null and ${theirs('g')}
      order by g.given_on desc, g.id desc limit 60`),
    followUps: list<TheirFollowUp>(sql`select f.id, f.kind, f.words, f.on_date as "on",
        left(f.starts_at::text, 5) as "at", f.minutes, f.place, v.name as supervisor, f.state,
        f.moved_from as "movedFrom", case when f.state = 'happened' then f.outcome else '' end as outcome,
        f.put_right and f.state = 'happened' as "putRight"
      from behaviour_follow_up f left join person v on v.id = f.supervisor_id
      where f.owner_id = ${owner} and f.pupil_id = ${pupilId} and f.state <> 'not-needed'
        and f.on_date > ${today}::date - 90 and ${theirs('f')}
      order by f.state desc, f.on_date desc, f.starts_at, f.id limit 30`),
    helps: list<AboutPupil['helps'][number]>(sql`select h.words from behaviour_help_note h
      where h.owner_id = ${owner} and h.pupil_id = ${pupilId} and h.shared and h.ended_at is null and ${theirs('h')}
      order by h.created_at, h.id limit 30`),
    settled: settledList(who),
  };
});

/** What a pupil, or a grown-up who is told of behaviour, reads. Throws `NotFound` for whoever is neither. */
export async function selectAbout(db: Db, who: Who, pupilId: string, today: string): Promise<AboutPupil> {
  if (!isId(pupilId)) throw new NotFound();
  const { pupils, ...rest } = await ask(db, who, { pupilId, today });
  if (!pupils[0]) throw new NotFound();
  return { pupil: pupils[0], ...rest };
}
