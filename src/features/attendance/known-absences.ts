import { type RawBuilder, sql } from 'kysely';
import type { Span } from './marked-sessions.ts';

/**
 * What is known before a register is taken: a select of pupil_id, on_date, session (null for the whole day),
 * code_id (null while the school has not settled it) and sort. A leave that is not agreed is not among it. What a
 * family wrote is no part of it: it is for the office, and whoever takes the register needs the kind alone.
 */
export const knownAbsences = (owner: string, { from, until }: Span): RawBuilder<unknown> => sql`
  select ka.pupil_id, kd.at::date as on_date, nullif(ka.part, 'day') as session, ka.code_id,
    ka.sort
  from pupil_absence ka
  cross join lateral generate_series(greatest(ka.from_on, ${from}::date)::timestamp,
    least(ka.until_on, ${until}::date)::timestamp, interval '1 day') kd (at)
  where ka.owner_id = ${owner} and ka.taken_back_at is null and ka.from_on <= ${until} and ka.until_on >= ${from}
    and (ka.sort <> 'leave' or ka.decision = 'agreed')`;
