import { type Expression, type RawBuilder, sql } from 'kysely';

type Day = string | Expression<unknown>;

/**
 * Who has reached which reward in the term or year that runs, or that was the last, as a select of reward_id, pupil_id,
 * since (its first day) and `is_given`. Worked out from what stands: nothing is counted up or down as things are noted,
 * so in whatever order they are noted and taken back, it comes to the same.
 * What was given since its first day is given, also when the school puts that day right later.
 *
 * @param of a condition on `e.pupil_id`: only what these pupils had go well is then read and summed
 */
export const reachedRewards = (
  owner: string,
  today: Day,
  of: RawBuilder<unknown> = sql`true`,
): RawBuilder<unknown> => sql`
  select r.id as reward_id, e.pupil_id, s.since,
    exists (select 1 from behaviour_reward_given g where g.owner_id = ${owner} and g.reward_id = r.id
      and g.pupil_id = e.pupil_id and g.given_on >= s.since and g.ended_at is null) as is_given
  from behaviour_reward r
  cross join lateral (select max(m.starts_on) as since from term m
    where m.owner_id = ${owner} and m.kind = r.span and m.ended_at is null and m.starts_on <= ${today}) s
  join behaviour_event e on e.owner_id = ${owner} and e.tone = 'positive' and e.ended_at is null
    and e.happened_on between s.since and ${today} and ${of}
  where r.owner_id = ${owner} and r.ended_at is null
  group by r.id, r.counts, r.needed, e.pupil_id, s.since
  having case r.counts when 'events' then count(*) else coalesce(sum(e.points), 0) end >= r.needed`;
