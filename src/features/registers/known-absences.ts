import { type Expression, type RawBuilder, sql } from 'kysely';

type Day = string | Expression<unknown>;

interface KnownAbsences {
  /**
   * What is known of absences before a register is taken, as a select of pupil_id, on_date, session (null for both),
   * code_id (null where none is settled) and sort, the kind of reason.
   */
  select(owner: string, days: { from: Day; until: Day }): RawBuilder<unknown>;
  /** A kind of reason as whoever takes the register reads it: "Ill". */
  inWords(sort: string): string;
}

let known: KnownAbsences = {
  select: () => sql`
    select null::uuid as pupil_id, null::date as on_date, null::text as session, null::uuid as code_id, null::text as sort
    where false`,
  inWords: (sort) => sort,
};

/** The room that hears from families says what it knows; it reads registers, so registers cannot ask it themselves. */
export const absencesAreKnownBy = (by: KnownAbsences): void => void (known = by);

export const knownAbsences: KnownAbsences['select'] = (owner, days) => known.select(owner, days);
export const knownInWords: KnownAbsences['inWords'] = (sort) => known.inWords(sort);
