import { sql } from 'kysely';
import { isAttended, isLate, isPossible } from '../marked-sessions.ts';

/** Sessions (half days) of a group over some days, counted as the law counts them. */
export interface Counts {
  /** Those that could be attended. */
  possible: number;
  attended: number;
  authorised: number;
  unauthorised: number;
  /** Not possible because the pupil could not come: no transport, an emergency. */
  unable: number;
  /** Not possible for another reason: not of school age, closed to pupils. */
  notPossible: number;
  /** Late before the register closed, among the attended. */
  late: number;
  /** Late after it closed, among the unauthorised. */
  lateAfterClose: number;
}

/**
 * The columns of `Counts`, over marked sessions under `alias`; where a row stands for several alike, `many` is the
 * column that says for how many.
 */
export const countColumns = (alias: string, many?: string) => {
  const category = sql.ref(`${alias}.category`);
  const national = sql.ref(`${alias}.national`);
  const counted = (condition: ReturnType<typeof sql>) => countOf(condition, many && `${alias}.${many}`);
  return sql`${counted(isPossible(alias))} as possible, ${counted(isAttended(alias))} as attended,
    ${counted(sql`${category} = 'authorised'`)} as authorised, ${counted(sql`${category} = 'unauthorised'`)} as unauthorised,
    ${counted(sql`${category} = 'unable'`)} as unable, ${counted(sql`${category} = 'not-possible'`)} as "notPossible",
    ${counted(sql`${many === undefined ? isLate(alias) : sql.ref(`${alias}.late`)} and ${category} = 'present'`)} as late,
    ${counted(sql`${national} = 'U' and ${category} = 'unauthorised'`)} as "lateAfterClose"`;
};

/** How many rows fit; with a column of weights, what they weigh together. */
export const countOf = (condition: ReturnType<typeof sql>, weights?: string) =>
  weights === undefined
    ? sql`count(*) filter (where ${condition})::int`
    : sql`coalesce(sum(${sql.ref(weights)}) filter (where ${condition}), 0)::int`;

/** A share of the possible sessions, from 0 to 1; null where none was possible. */
export const shareOf = (count: number, { possible }: Pick<Counts, 'possible'>): number | null =>
  possible === 0 ? null : count / possible;
