import { type Expression, type RawBuilder, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Db } from '#platform/db/database.ts';
import { pulsePolicy } from '../coaching.policy.ts';
import { isClosedTo } from '../management.ts';

/** What somebody answered about one relationship in one round. */
export interface Answered {
  id: string;
  round: string;
  /** Question → option, of the catalogue. */
  answers: Readonly<Record<string, string>>;
  words: string;
  version: number;
  answeredAt: Date;
}

export const openedKind = 'coaching-pulse.opened';

/** The first day of the latest round of a school: that it was opened stands among what happened there. */
export const latestRound = (owner: string | Expression<string>): RawBuilder<string | null> =>
  sql<string | null>`(select max(e.body->>'round') from event e
    where e.owner_id = ${owner} and e.item_id = ${owner} and e.kind = ${openedKind})`;

/** One's own answers about a relationship, newest first, with the latest round and whom the school names for questions. */
export const selectOwnPulse = composed((who, { pairingId }: Given<{ pairingId: string }>) => ({
  answered: list<Answered>(
    sql`select r.id, r.round, r.answers, r.words, r.version, r.answered_at as "answeredAt"
      from relationship_pulse r join item i on i.owner_id = r.owner_id and i.id = r.id
      where r.owner_id = ${who.organisationId} and i.owner_id = ${who.organisationId} and r.pairing_id = ${pairingId}
        and r.person_id = ${who.personId} and ${who.sees('i', pulsePolicy)}
      order by r.round desc`,
    { answeredAt: 'moment' },
  ),
  school: list<{ round: string | null; contact: string }>(
    sql`select ${latestRound(who.organisationId)} as round,
      coalesce((select g.contact from coaching_setting g where g.owner_id = ${who.organisationId}), '') as contact`,
  ),
}));

/** Learners of pairings that went on for two weeks and have not closed to them, by the coaching they are asked about. */
export async function selectAsked(
  db: Db,
  owner: string,
  today: string,
): Promise<{ coachingId: string; personId: string }[]> {
  const { rows } = await sql<{ coachingId: string; personId: string }>`
    select p.circle_id as "coachingId", x.person_id as "personId"
    from pairing p join pairing_person x on x.owner_id = p.owner_id and x.pairing_id = p.id
    where p.owner_id = ${owner} and x.owner_id = ${owner} and p.agreed_at is not null and p.ended_at is null
      and p.starts_on + 14 <= ${today}::date and x.answer = 'yes' and x.left_at is null and x.part in ('learner', 'co-coach')
      and not ${isClosedTo(owner, today)}`.execute(db);
  return rows;
}
