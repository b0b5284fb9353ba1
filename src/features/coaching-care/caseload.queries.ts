import { type Expression, type RawBuilder, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { isOutside, pairingPolicy, quietWishPolicy } from '#features/coaching/index.ts';
import { catalogue } from '#features/evidence/index.ts';
import type { CaseCounts, CaseMeeting, CasePairing, CaseWish } from './caseload.ts';

/** What one asks of the list; what is missing narrows nothing. */
export interface Sought {
  today: string;
  kind: string | undefined;
  waits: string | undefined;
  /** Parts of a name, ready for `like`. */
  names: readonly string[] | undefined;
  /** Who supports. */
  supporter: string | undefined;
  state: string | undefined;
  limit: number;
  offset: number;
}

/** Of pairing `p`: the modules that whoever supports in it finishes first. */
const modulesAsked = (): RawBuilder<unknown> =>
  sql`case p.kind ${sql.join(
    catalogue().relationships.map(({ id, preparation }) => sql`when ${id} then ${[...preparation]}::text[]`),
    sql` `,
  )} end`;

/** Overdue is half as much again as their rhythm asks, holidays not counted, with nothing booked. */
const patience = 1.5;
/** A year of days is looked back on at most. */
const farthest = 365;

/**
 * For each rhythm of the school, in days, the day before which a pairing must have met last to be overdue: so many days
 * of term before today; and as `due` the last day on which one may have met for another time to be due today.
 */
const lastMetBefore = (owner: string, today: Expression<unknown> | string): RawBuilder<unknown> =>
  sql`select e.every_days, days.of_term[e.every_days] as due, days.of_term[ceil(e.every_days * ${sql.lit(patience)})::integer] as before
    from (select distinct r.every_days from pairing r where r.owner_id = ${owner}) e cross join (
      select array(select d.day::date
        from generate_series(${today}::date - 1, ${today}::date - ${sql.lit(farthest)}, interval '-1 day') as d (day)
        where not exists (select 1 from closure c where c.owner_id = ${owner} and c.ended_at is null
            and c.kind = 'holiday' and d.day between c.starts_on and c.ends_on)
          and (exists (select 1 from term t where t.owner_id = ${owner} and t.ended_at is null and t.kind = 'term'
              and d.day between t.starts_on and t.ends_on)
            or not exists (select 1 from term t where t.owner_id = ${owner} and t.ended_at is null and t.kind = 'term'
              and t.starts_on <= d.day))
        order by d.day desc) as of_term) days`;

/**
 * Each pairing of the school with what happened in it, as a select. Of what people say and write nothing is named here:
 * a test reads every statement of this room.
 */
export function pairingsOf(who: Who, today: Expression<unknown> | string): RawBuilder<unknown> {
  const owner = who.organisationId;
  return sql`select f.*,
      case when f.wish_id is not null then 'wish' when f.state = 'asked' then 'asked' when f.overdue then 'overdue' end as waits,
      case when f.wish_id is not null then f.wish_on when f.state = 'asked' then f.asked_on
        when f.overdue then coalesce(f.last_on, f.starts_on) end as since
    from (
      select p.id, p.circle_id, p.kind, p.asked_at, p.starts_on, p.ended_at, p.every_days,
        case when p.ended_at is not null then 'ended' when p.agreed_at is null then 'asked' else 'goes-on' end as state,
        (p.asked_at at time zone ${who.standing.organisation.zone})::date as asked_on, held.times, held.protected_times, held.last_on,
        next.on_date as next_on, w.id as wish_id, (w.said_at at time zone ${who.standing.organisation.zone})::date as wish_on,
        coalesce(p.agreed_at is not null and p.ended_at is null and next.on_date is null
          and coalesce(held.last_on, p.starts_on) < met.before, false) as overdue,
        coalesce(p.agreed_at is not null and p.ended_at is null and next.on_date is null
          and coalesce(held.last_on, p.starts_on) <= met.due, false) as is_due
      from pairing p join (${lastMetBefore(owner, today)}) met on met.every_days = p.every_days
      join item i on i.owner_id = p.owner_id and i.id = p.id
      cross join lateral (select count(*)::integer as times, max(m.on_date) as last_on,
          (count(*) filter (where m.protected))::integer as protected_times
        from coaching_meeting m
        where m.owner_id = ${owner} and m.pairing_id = p.id and m.held_at is not null) held
      cross join lateral (select min(m.on_date) as on_date from coaching_meeting m
        where m.owner_id = ${owner} and m.pairing_id = p.id and m.held_at is null and m.called_off_at is null
          and m.on_date >= ${today}::date) next
      left join lateral (select q.id, q.said_at from quiet_wish q
        join item qi on qi.owner_id = q.owner_id and qi.id = q.id
        where q.owner_id = ${owner} and qi.owner_id = ${owner} and q.pairing_id = p.id
          and ${who.sees('qi', quietWishPolicy, 'settle')} and ${isOutside(owner, sql.ref('p.id'), who.personId)} and q.settled_at is null and q.taken_back_at is null
        order by q.said_at limit 1) w on true
      where p.owner_id = ${owner} and i.owner_id = ${owner} and ${who.sees('i', pairingPolicy, 'lookAfter')}) f`;
}

/** Whether `x` is in `p`, or was to its end: whoever ended it by leaving is named still. */
const wasIn = sql`(x.left_at is null or x.left_at >= p.ended_at)`;

/** Of `p`, a row of `pairingsOf`: its people as JSON and whether all who support in it are prepared. */
const peopleOf = (owner: string) => sql`
  (select coalesce(json_agg(json_build_object('personId', x.person_id, 'name', n.name, 'part', x.part,
      'answer', x.answer) order by x.part <> 'learner', n.name, n.id), '[]'::json)
    from pairing_person x join person n on n.id = x.person_id
    where x.owner_id = ${owner} and x.pairing_id = p.id and ${wasIn}) as people,
  coalesce((select bool_and(not exists (select 1 from unnest(${modulesAsked()}) module
      where not exists (select 1 from coaching_prepared d where d.owner_id = ${owner} and d.person_id = x.person_id
        and d.module = module)))
    from pairing_person x where x.owner_id = ${owner} and x.pairing_id = p.id and x.left_at is null
      and x.part <> 'learner'), false) as prepared`;

const columns = (
  owner: string,
) => sql`p.id, p.kind, p.state, p.asked_at as "askedAt", p.starts_on as "startsOn",
  p.ended_at as "endedAt", p.every_days as "everyDays", p.times, p.protected_times as "protectedTimes",
  p.last_on as "lastOn", p.next_on as "nextOn", p.wish_id as "wishId", p.waits, p.since, p.is_due as "isDue", ${peopleOf(owner)}`;

/** One page of the caseload, who waits first and the longest waiting at its head, with how many wait for what. */
export const selectCaseload = composed((who, sought: Given<Sought>) => {
  const owner = who.organisationId;
  const { today } = sought;
  const person = sql`exists (select 1 from pairing_person x join member m on m.owner_id = x.owner_id and m.person_id = x.person_id
    where x.owner_id = ${owner} and m.owner_id = ${owner} and x.pairing_id = p.id and ${wasIn}`;
  const wanted = [
    // A quiet word waits also where its pairing has ended meanwhile.
    sought.state ? sql`p.state = ${sought.state}` : sql`(p.state <> 'ended' or p.waits = 'wish')`,
    ...(sought.kind ? [sql`p.kind = ${sought.kind}`] : []),
    ...(sought.waits ? [sql`p.waits = ${sought.waits}`] : []),
    ...(sought.names ? [sql`${person} and m.sort_name like all(${sought.names}::text[]))`] : []),
    ...(sought.supporter
      ? [sql`${person} and x.part <> 'learner' and x.person_id = ${sought.supporter}::uuid)`]
      : []),
  ];
  return {
    pairings: list<CasePairing>(
      sql`select ${columns(owner)}, p.total from (
        select p.*, (count(*) over ())::integer as total from (${pairingsOf(who, today!)}) p
        where ${sql.join(wanted, sql` and `)}
        order by array_position(array['wish', 'asked', 'overdue'], p.waits) nulls last, p.since, p.last_on nulls first, p.id
        limit ${sought.limit}::integer offset ${sought.offset}::integer) p
      order by array_position(array['wish', 'asked', 'overdue'], p.waits) nulls last, p.since, p.last_on nulls first, p.id`,
      { askedAt: 'moment', endedAt: 'moment' },
    ),
    counts: list<CaseCounts>(sql`select (count(*) filter (where p.state = 'goes-on'))::integer as "goesOn",
        (count(*) filter (where p.waits = 'wish'))::integer as wishes,
        (count(*) filter (where p.waits = 'asked'))::integer as asked,
        (count(*) filter (where p.waits = 'overdue'))::integer as overdue
      from (${pairingsOf(who, today!)}) p`),
  };
});

/** One pairing, by its id. */
export const selectPairing = composed((who, { today, id }: Given<{ today: string; id: string }>) => ({
  pairings: list<CasePairing>(
    sql`select ${columns(who.organisationId)}, 1 as total from (${pairingsOf(who, today)}) p where p.id = ${id}::uuid`,
    { askedAt: 'moment', endedAt: 'moment' },
  ),
  meetings: list<CaseMeeting>(sql`select m.id, m.kind, m.on_date as "on", m.starts_at as "startsAt",
      coalesce(m.held_minutes, m.minutes) as minutes, m.in_school_day as "inSchoolDay", m.protected as "isProtected",
      m.cover_minutes as "coverMinutes", m.held_at is not null as "isHeld", m.called_off_at is not null as "isOff",
      coalesce(m.own_lesson, false) as "ownLesson", coalesce(m.practised, false) as practised
    from coaching_meeting m where m.owner_id = ${who.organisationId} and m.pairing_id = ${id}::uuid
    order by m.on_date desc, m.starts_at desc, m.id`),
  wishes: list<CaseWish>(
    sql`select q.id, q.said_at as "saidAt", n.name as by, q.settled_at is not null as "isSettled"
      from quiet_wish q join person n on n.id = q.person_id
      join item qi on qi.owner_id = q.owner_id and qi.id = q.id
      where q.owner_id = ${who.organisationId} and qi.owner_id = ${who.organisationId} and q.pairing_id = ${id}::uuid
        and ${who.sees('qi', quietWishPolicy, 'settle')}
        and ${isOutside(who.organisationId, sql.ref('q.pairing_id'), who.personId)} and q.taken_back_at is null
      order by q.said_at desc`,
    { saidAt: 'moment' },
  ),
}));
