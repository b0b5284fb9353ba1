import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { answeringDays } from './round.ts';
import type { AnswerCount, RoundSize } from './trend.ts';

/**
 * Counts of answers in rounds that are over, without the reader's own: while a round is open a late answer could be told
 * apart. Rounds of the last two years. No name, no pairing and no words leave this statement.
 */
export const selectTrend = composed((who, { today }: Given<{ today: string }>) => {
  const answers = sql`select r.round, r.pairing_id, q.key as question, q.value as option
    from relationship_pulse r cross join lateral jsonb_each_text(r.answers) q
    where r.owner_id = ${who.organisationId} and r.person_id <> ${who.personId}
      and r.round + ${sql.lit(answeringDays)}::integer <= ${today}::date and r.round > ${today}::date - 730`;
  return {
    counts: list<AnswerCount>(sql`select a.round, a.question, a.option, count(*)::integer as count
      from (${answers}) a group by a.round, a.question, a.option`),
    sizes:
      list<RoundSize>(sql`select a.round, a.question, count(distinct a.pairing_id)::integer as relationships
      from (${answers}) a group by a.round, a.question`),
  };
});
