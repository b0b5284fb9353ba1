import { type RawBuilder, sql } from 'kysely';
import { engagedSelect } from '#features/programmes/index.ts';
import { busyIn } from '#features/timetable/index.ts';

type Days = Parameters<typeof busyIn>[2];

/** Why somebody cannot be asked; what they have in their diary stays unsaid. */
export type Why = 'lesson' | 'cover' | 'away' | 'diary' | 'kept-free';

/**
 * When people are taken up by lessons, by cover, or are away, as a select of person_id, id, on_date, starts_at ('09:00'),
 * minutes and why. Others show it as busy and no more: that somebody is away may be seen, and not from here.
 *
 * @param isFor the people, as a list or a select of ids in brackets
 */
export const takenUpSelect = (
  owner: string,
  isFor: RawBuilder<unknown>,
  days: Days,
): RawBuilder<unknown> => sql`
  select b.person_id, b.id, b.on_date, b.starts_at,
    (extract(epoch from b.ends_at::time - b.starts_at::time) / 60)::int as minutes, 'lesson' as why
  from (${busyIn(owner, isFor, days)}) b
  union all
  select c.covered_by, c.id, c.on_date, to_char(c.starts_at, 'HH24:MI'),
    (extract(epoch from c.ends_at - c.starts_at) / 60)::int, 'cover'
  from cover c
  where c.owner_id = ${owner} and c.ended_at is null and c.on_date between ${days.from} and ${days.until}
    and c.covered_by in ${isFor}
  union all
  select a.person_id, a.id, g.at::date, to_char(s.starts_at, 'HH24:MI'),
    (extract(epoch from s.ends_at - s.starts_at) / 60)::int, 'away'
  from staff_absence a
  cross join lateral generate_series(greatest(a.from_on, ${days.from}::date)::timestamp,
    least(a.until_on, ${days.until}::date)::timestamp, interval '1 day') g (at)
  cross join lateral (select case when g.at::date = a.from_on then coalesce(a.from_time, '00:00') else time '00:00' end,
    case when g.at::date = a.until_on then coalesce(a.until_time, '23:59') else time '23:59' end) s (starts_at, ends_at)
  where a.owner_id = ${owner} and a.ended_at is null and a.until_on >= ${days.from} and a.from_on <= ${days.until}
    and a.person_id in ${isFor}`;

/**
 * The same with all for which nobody is asked to cover: what they have in programmes, groups, mentoring and coaching,
 * their duties, and the times kept free of cover. Where a time is not fixed, starts_at is null.
 */
export const notToAskSelect = (
  owner: string,
  isFor: RawBuilder<unknown>,
  days: Days,
): RawBuilder<unknown> => sql`
  ${takenUpSelect(owner, isFor, days)}
  union all
  select e.person_id, e.id, e.on_date, e.starts_at, e.minutes, 'diary'
  from (${engagedSelect(owner, isFor, days as Parameters<typeof engagedSelect>[2])}) e
  union all
  select k.person_id, k.id, g.at::date, to_char(k.starts_at, 'HH24:MI'),
    (extract(epoch from k.ends_at - k.starts_at) / 60)::int, 'kept-free'
  from cover_kept_free k
  join generate_series(${days.from}::date::timestamp, ${days.until}::date::timestamp, interval '1 day') g (at)
    on lower(to_char(g.at, 'FMDay')) = k.weekday
  where k.owner_id = ${owner} and k.ended_at is null and k.person_id in ${isFor}`;
