import { type Expression, type RawBuilder, sql } from 'kysely';

type Day = string | Expression<unknown>;

/**
 * What is known of absences before a register is taken, as a select of pupil_id, on_date, session (null for both),
 * code_id (null where none is settled) and words.
 */
type KnownAbsences = (owner: string, days: { from: Day; until: Day }) => RawBuilder<unknown>;

let known: KnownAbsences = () => sql`
  select null::uuid as pupil_id, null::date as on_date, null::text as session, null::uuid as code_id, '' as words
  where false`;

/** The room that hears from families says what it knows; it reads registers, so registers cannot ask it themselves. */
export const absencesAreKnownBy = (select: KnownAbsences): void => void (known = select);

export const knownAbsences: KnownAbsences = (owner, days) => known(owner, days);
