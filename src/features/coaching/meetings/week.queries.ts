import { type Expression, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { diaryLists } from './diary.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { pairingPolicy } from '../pairing.policy.ts';
import type { Kind } from '../together.ts';
import type { MeetingKind } from './meeting.ts';

/** A pairing in which one supports somebody, as the week needs it. */
export interface Supported {
  /** The coaching's id. */
  id: string;
  pairingId: string;
  kind: Kind;
  everyDays: number;
  minutes: number;
  startsOn: string | null;
  /** Everybody in it, oneself too. */
  people: { personId: string; name: string }[];
  lastHeld: string | null;
  /** When they met last: the time of day. */
  lastAt: string | null;
  /** The day of the next time that is booked, from today on. */
  nextOn: string | null;
}

/** A time of one's own in the week. */
export interface Booked {
  id: string;
  coachingId: string;
  kind: MeetingKind;
  on: string;
  startsAt: string | null;
  minutes: number;
  place: string;
  isHeld: boolean;
  names: string[];
}

export interface WeekDays {
  from: string;
  until: string;
  today: string;
}

/** The pairings that go on in which this person supports somebody, or both support one another. */
const supporting = (
  owner: string,
  me: string,
) => sql`select p.owner_id, p.id, p.circle_id, p.kind, p.every_days,
    p.minutes, p.starts_on, i.author_id
  from pairing p join pairing_person mine on mine.owner_id = p.owner_id and mine.pairing_id = p.id
  join item i on i.owner_id = p.owner_id and i.id = p.id
  where p.owner_id = ${owner} and mine.owner_id = ${owner} and i.owner_id = ${owner}
    and mine.person_id = ${me} and mine.left_at is null and mine.part <> 'learner'
    and p.agreed_at is not null and p.ended_at is null`;

/** Everything a coach's week shows, in one statement: whom they support, what is booked, everybody's days and times. */
export const selectWeek = composed((who, days: Given<WeekDays>) => {
  const { from, until, today } = days as Record<keyof WeekDays, Expression<string>>;
  const [owner, me] = [who.organisationId, who.personId];
  return {
    supported: list<Supported>(sql`
      select p.circle_id as id, p.id as "pairingId", p.kind, p.every_days as "everyDays", p.minutes,
        p.starts_on as "startsOn",
        (select json_agg(json_build_object('personId', x.person_id, 'name', n.name) order by n.name, n.id)
          from pairing_person x join person n on n.id = x.person_id
          where x.owner_id = ${owner} and x.pairing_id = p.id and x.answer = 'yes' and x.left_at is null) as people,
        last.on_date as "lastHeld", last.starts_at as "lastAt",
        (select min(m.on_date) from coaching_meeting m where m.owner_id = ${owner} and m.pairing_id = p.id
          and m.called_off_at is null and m.held_at is null and m.on_date >= ${today}) as "nextOn"
      from (${supporting(owner, me)}) p join item i on i.owner_id = p.owner_id and i.id = p.id
      left join lateral (select m.on_date, m.starts_at from coaching_meeting m
        where m.owner_id = ${owner} and m.pairing_id = p.id and m.held_at is not null
        order by m.on_date desc, m.starts_at desc limit 1) last on true
      where i.owner_id = ${owner} and ${who.sees('i', pairingPolicy)}
      order by p.id`),
    booked: list<Booked>(sql`
      select m.id, p.circle_id as "coachingId", m.kind, m.on_date as "on", m.starts_at as "startsAt", m.minutes, m.place,
        m.held_at is not null as "isHeld",
        array(select n.name from pairing_person x join person n on n.id = x.person_id
          where x.owner_id = ${owner} and x.pairing_id = p.id and x.answer = 'yes' and x.left_at is null
            and x.person_id <> ${me}
          order by n.name) as names
      from coaching_meeting m join pairing p on p.owner_id = m.owner_id and p.id = m.pairing_id
      join item i on i.owner_id = p.owner_id and i.id = p.circle_id
      where m.owner_id = ${owner} and p.owner_id = ${owner} and i.owner_id = ${owner}
        and ${who.sees('i', coachingPolicy, 'write')}
        and m.on_date between ${from} and ${until} and m.called_off_at is null
        and (p.ended_at is null or m.held_at is not null)
      order by m.on_date, m.starts_at nulls first, m.id`),
    ...diaryLists(
      owner,
      sql`(select x.person_id from pairing_person x join (${supporting(owner, me)}) s
          on s.owner_id = x.owner_id and s.id = x.pairing_id
        where x.owner_id = ${owner} and x.answer = 'yes' and x.left_at is null union select ${me}::uuid)`,
      { from, until, today },
    ),
  };
});
