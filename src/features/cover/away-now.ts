import { type Expression, type RawBuilder, sql } from 'kysely';

/**
 * The staff who said that they are away at a moment, each once, as a select of person_id. Why is not among it.
 *
 * @param at the organisation's day and its time, '14:05'
 */
export const awayNowSelect = (
  owner: string,
  { today, clock }: { today: string | Expression<unknown>; clock: string | Expression<unknown> },
): RawBuilder<unknown> => sql`
  select distinct a.person_id from staff_absence a
  where a.owner_id = ${owner} and a.ended_at is null and ${today} between a.from_on and a.until_on
    and (a.from_time is null or a.from_on < ${today} or a.from_time <= ${clock}::time)
    and (a.until_time is null or a.until_on > ${today} or a.until_time > ${clock}::time)`;
