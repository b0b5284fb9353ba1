import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** Whether somebody's coaching of a term has not been, is under way, or is complete. */
export type CoachingOfTerm = 'none' | 'running' | 'complete';

/**
 * How far a person's own coaching has come between two days ('YYYY-MM-DD', both included): complete when every
 * meeting booked then was held or called off and at least one was held; none where they are in no relationship that
 * supports them. Activity alone is read, nothing that was said or written.
 *
 * Ask it for whoever is signed in about themself, and for nobody else: what it answers is theirs.
 */
export async function coachingOfTerm(
  db: Db,
  of: { organisationId: string; personId: string; from: string; to: string },
): Promise<CoachingOfTerm> {
  const { rows } = await sql<{ pairings: number; held: number; open: number }>`
    select count(distinct p.id) filter (where p.ended_at is null and w.left_at is null)::integer as pairings,
      count(m.id) filter (where m.held_at is not null)::integer as held,
      count(m.id) filter (where m.held_at is null and m.called_off_at is null
        and p.ended_at is null and w.left_at is null)::integer as open
    from pairing_person w join pairing p on p.owner_id = w.owner_id and p.id = w.pairing_id
    left join coaching_meeting m on m.owner_id = p.owner_id and m.pairing_id = p.id
      and m.on_date between ${of.from}::date and ${of.to}::date
    where w.owner_id = ${of.organisationId} and w.person_id = ${of.personId} and w.part in ('learner', 'co-coach')
      and p.agreed_at is not null and (p.starts_on is null or p.starts_on <= ${of.to}::date)
      and (p.ends_on is null or p.ends_on >= ${of.from}::date)`.execute(db);
  const { pairings, held, open } = rows[0]!;
  if (open > 0) return 'running';
  if (held > 0) return 'complete';
  return pairings > 0 ? 'running' : 'none';
}
