import { sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';

/** By class, as primaries mostly do, or lesson by lesson, as secondaries do. */
export const waysOfTeaching = ['class', 'lesson'] as const;
export type TeachesBy = (typeof waysOfTeaching)[number];

/**
 * How teaching is arranged at the school one is in, for pages that look different in a primary and a secondary: what the
 * school has said, otherwise by lesson where it has forms or classes of a subject.
 */
export const teachesByList = (who: Who): List<{ by: TeachesBy }> =>
  list<{ by: TeachesBy }>(sql`select coalesce(o.teaches_by, case when exists (select 1 from unit u
      where u.owner_id = ${who.organisationId} and u.ended_at is null
        and (u.kind = 'form' or (u.kind = 'class' and u.subject is not null)))
    then 'lesson' else 'class' end) as by
    from organisation o where o.id = ${who.organisationId}`);
