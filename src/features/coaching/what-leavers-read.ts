import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Together } from './together.ts';

/** Until when somebody reads what is written: who left reads what they were there for. Null for those who are there. */
export const readsUntil = ({ people }: Pick<Together, 'people'>, personId: string): Date | null =>
  people.find((each) => each.personId === personId)?.leftAt ?? null;

/** Of signatures, those that were given while somebody was there. */
export const signedBefore = <Signed extends { at: Date }>(
  until: Date | null,
  signatures: readonly Signed[],
): Signed[] => signatures.filter(({ at }) => until === null || at <= until);

/** Whether the reader left the pairing with this coaching's id and `then`, said of `mine`, holds. */
const leftAnd = (
  who: Who,
  coachingId: string | Expression<string>,
  then: RawBuilder<unknown>,
): RawBuilder<boolean> => sql<boolean>`exists (select 1 from pairing_person mine
  join pairing gone on gone.owner_id = mine.owner_id and gone.id = mine.pairing_id
  where mine.owner_id = ${who.organisationId} and gone.owner_id = ${who.organisationId}
    and gone.circle_id = ${coachingId} and mine.person_id = ${who.personId} and ${then})`;

/**
 * The same inside a list's SQL: whether what was made at `moment` is for the reader, in the pairing with this coaching's
 * id. The kernel lets who left open it still; what those who stay say to one another afterwards is theirs.
 */
export const wasThereAt = (
  who: Who,
  coachingId: string | Expression<string>,
  moment: RawBuilder<unknown>,
): RawBuilder<boolean> => sql<boolean>`not ${leftAnd(who, coachingId, sql`mine.left_at < ${moment}`)}`;

/**
 * The same of a time together, `m`: it was booked while the reader was there, and what the others changed since is said
 * only of a day on which they were there still.
 */
export const wasThereFor = (who: Who, coachingId: string | Expression<string>): RawBuilder<boolean> =>
  sql<boolean>`not ${leftAnd(
    who,
    coachingId,
    sql`(mine.left_at < m.booked_at or (mine.left_at < m.changed_at
      and m.on_date > (mine.left_at at time zone ${who.standing.organisation.zone})::date))`,
  )}`;
