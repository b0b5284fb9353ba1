import { type Expression, type RawBuilder, sql } from 'kysely';

/** A day, '2026-11-22', or its place in a composed statement. */
type Day = string | Expression<unknown>;

/**
 * What stands today of a table with days in it (member, appointment, membership, line_management,
 * school_priority), as a condition on its row under `alias`: not ended, its first day come, its last not over.
 *
 * The first day is asked of all of them alike. Whoever begins in January, or belongs to a class from then on,
 * is listed and prepared for before (`notOver`), and reads nothing of the school's until that day: a day
 * somebody wrote down to begin on is meant, and opening early what must stay closed cannot be taken back.
 */
export const current = (alias: string, today: Day): RawBuilder<boolean> =>
  sql<boolean>`(${notOver(alias, today)} and (${column(alias, 'starts_on')} is null
    or ${column(alias, 'starts_on')} <= ${today}))`;

/** What stands today or is still to come: for lists in which it is prepared and changed. */
export const notOver = (alias: string, today: Day): RawBuilder<boolean> =>
  sql<boolean>`(${column(alias, 'ended_at')} is null and (${column(alias, 'ends_on')} is null
    or ${column(alias, 'ends_on')} >= ${today}))`;

const column = (alias: string, name: string) => sql.ref(`${alias}.${name}`);
