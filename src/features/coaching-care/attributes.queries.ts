import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { pairingPolicy, type Kind } from '#features/coaching/index.ts';
import type { Period } from './period.ts';

/** What was held in a period, as five facts about it; kind null is all of them together. */
export interface Facts {
  kind: Kind | null;
  pairings: number;
  /** Pairings of two. */
  ofTwo: number;
  times: number;
  timesOfTwo: number;
  /** From one time to the next of the same pairing. */
  steps: number;
  withinFortnight: number;
  medianDays: number | null;
  /** Of pairings that met more than once, from the first time to the last. */
  medianWeeks: number | null;
  ownLesson: number;
  practised: number;
}

/** Worked out from when people met and the two facts they note of it: never from what they say or write. */
export const selectFacts = composed((who, { from, until }: Given<Period>) => {
  const owner = who.organisationId;
  return {
    facts: list<Facts>(sql`
      with held as (
        select p.kind, p.id, m.on_date, m.own_lesson, m.practised,
          m.on_date - lag(m.on_date) over (partition by p.id order by m.on_date, m.id) as days,
          (select count(*) from pairing_person x where x.owner_id = ${owner} and x.pairing_id = p.id
            and x.answer = 'yes' and (x.left_at is null or x.left_at >= m.held_at)) as people
        from coaching_meeting m join pairing p on p.owner_id = m.owner_id and p.id = m.pairing_id
        join item i on i.owner_id = p.owner_id and i.id = p.id
        where m.owner_id = ${owner} and p.owner_id = ${owner} and i.owner_id = ${owner}
          and m.held_at is not null and m.on_date between ${from} and ${until}
          and ${who.sees('i', pairingPolicy, 'lookAfter')}),
      pairings as (
        select h.kind, h.id, max(h.people) as people, count(*) as times, max(h.on_date) - min(h.on_date) as days
        from held h group by h.kind, h.id),
      by_time as (
        select h.kind, count(*)::integer as times, (count(*) filter (where h.people <= 2))::integer as two,
          (count(*) filter (where h.days > 0))::integer as steps,
          (count(*) filter (where h.days between 1 and 14))::integer as fortnight,
          percentile_cont(0.5) within group (order by h.days) filter (where h.days > 0) as median_days,
          (count(*) filter (where h.own_lesson))::integer as own, (count(*) filter (where h.practised))::integer as practised
        from held h group by grouping sets ((h.kind), ())),
      by_pairing as (
        select q.kind, count(*)::integer as pairings, (count(*) filter (where q.people <= 2))::integer as two,
          percentile_cont(0.5) within group (order by q.days) filter (where q.times > 1) as median_span
        from pairings q group by grouping sets ((q.kind), ()))
      select t.kind, b.pairings, b.two as "ofTwo", t.times, t.two as "timesOfTwo", t.steps,
        t.fortnight as "withinFortnight", t.median_days as "medianDays", b.median_span / 7 as "medianWeeks",
        t.own as "ownLesson", t.practised
      from by_time t join by_pairing b on b.kind is not distinct from t.kind
      where t.times > 0
      order by array_position(array['mentoring', 'specialist-coaching', 'co-coaching'], t.kind) nulls first`),
  };
});
