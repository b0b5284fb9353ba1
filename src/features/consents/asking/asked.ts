import { type Expression, type RawBuilder, sql } from 'kysely';
import { toldAbout } from '#features/people/index.ts';

type Day = string | Expression<unknown>;

/**
 * Who is asked about which child, as a select in brackets of adult_id, pupil_id and relationship: those who may be told
 * of notices about the child and of whom the school has not said that they have no parental responsibility.
 */
export const askedCarers = (owner: string, today: Day): RawBuilder<unknown> => sql`(
  select f.adult_id, f.pupil_id, f.relationship
  from family_relation f join ${toldAbout(owner, 'notices', today)} told
    on told.adult_id = f.adult_id and told.pupil_id = f.pupil_id
  where f.owner_id = ${owner} and f.ended_at is null and f.responsibility is distinct from false)`;

/** The last word of each grown-up in a round, as a select in brackets. */
export const lastWords = (
  owner: string,
  round: RawBuilder<unknown> | Expression<unknown> | string,
): RawBuilder<unknown> => sql`(
  select distinct on (s.pupil_id, s.adult_id, s.purpose) s.pupil_id, s.adult_id, s.purpose, s.answer
  from consent_said s where s.owner_id = ${owner} and s.round_id = ${round}
  order by s.pupil_id, s.adult_id, s.purpose, s.said_at desc, s.id desc)`;

/** The round that stands on a day, as a condition on the row under r. */
export const roundStands = (today: Day): RawBuilder<boolean> =>
  sql<boolean>`(r.ended_at is null and r.until >= ${today})`;
