import { type Expression, type RawBuilder, sql } from 'kysely';
import { knownDuties } from './duties-known.ts';

/** A day, or its place in a composed statement. */
type Day = string | Expression<string>;

/** Kinds of step to which all come at one time. The others each does when it suits. */
const together = ['input', 'modelling', 'rehearsal', 'research-lesson', 'meeting'];

/**
 * What people have from one day to another, as a select of person_id, id, on_date, starts_at and minutes: steps of
 * programmes they go to, observations, times of mentoring and coaching and duties of rotas, those with a day and a time,
 * and of steps to which all come together those with a day alone. What it is stays unsaid.
 *
 * @param isFor the people, as a list or a select of ids in brackets
 * @param except a step that is being placed: it is left out, and its programme counts though it is not published
 */
export const engagedSelect = (
  owner: string,
  isFor: RawBuilder<unknown>,
  { from, until }: { from: Day; until: Day },
  except?: { stepId: string; programmeId: string },
): RawBuilder<unknown> => sql`
    select distinct c.person_id, s.id, s.on_date, s.starts_at, s.minutes
    from programme_step s join programme g on g.owner_id = s.owner_id and g.id = s.programme_id
    join circle_member c on c.owner_id = g.owner_id and c.circle_id = g.id
    where s.owner_id = ${owner} and g.owner_id = ${owner} and c.owner_id = ${owner}
      and s.on_date between ${from} and ${until} and s.ended_at is null
      and ${except ? sql`s.id <> ${except.stepId} and (g.published_at is not null or g.id = ${except.programmeId})` : sql`g.published_at is not null`}
      and g.closed_at is null
      and s.mode <> 'own-time' and (s.starts_at is not null or s.kind = any(${together}::text[]))
      and c.ends_at is null and c.person_id in ${isFor}
      and (c.part in ('participant', 'facilitator') or (c.part = 'specialist' and s.lead = 'specialist')
        or (c.part = 'leader' and g.sort = 'group'))
    union all
    select x.person_id, o.id, o.on_date, o.starts_at, o.minutes
    from observation o join item i on i.owner_id = o.owner_id and i.id = o.id
    cross join lateral (values (o.observed_id), (o.observer_id)) x (person_id)
    where o.owner_id = ${owner} and i.owner_id = ${owner} and i.ended_at is null
      and o.on_date between ${from} and ${until} and o.accepted_at is not null and o.called_off_at is null
      and x.person_id in ${isFor}
    union all
    select x.person_id, k.id, k.on_date, k.starts_at, k.minutes
    from coaching_meeting k join pairing p on p.owner_id = k.owner_id and p.id = k.pairing_id
    join pairing_person x on x.owner_id = k.owner_id and x.pairing_id = k.pairing_id
    where k.owner_id = ${owner} and p.owner_id = ${owner} and x.owner_id = ${owner}
      and k.on_date between ${from} and ${until} and k.called_off_at is null
      and (p.ended_at is null or k.held_at is not null) and x.left_at is null and x.person_id in ${isFor}
    union all
    select y.person_id, y.id, y.on_date, y.starts_at,
      (extract(epoch from y.ends_at::time - y.starts_at::time) / 60)::int
    from (${knownDuties(owner, { from, until })}) y where y.person_id in ${isFor}`;
