import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';

/** Somebody with whom one may agree an observation, in the group that makes it possible. */
export interface Companion {
  circleId: string;
  circle: string;
  circleKind: 'partnership' | 'programme' | 'coaching';
  slug: string | null;
  personId: string;
  name: string;
  /** The other is the specialist of the programme, or one's mentor or coach: where they observe, they give feedback. */
  theySpecialist: boolean;
  /** One is that oneself. */
  meSpecialist: boolean;
  /** One of the two is the other's line manager. */
  managers: boolean;
}

/**
 * One's partners in partnerships and in groups; the specialists of one's programmes; for a specialist those who take
 * part; and those with whom one is in mentoring or coaching, either of whom may watch the other. One statement. Line
 * managers are marked: an observation is a place without them.
 */
export async function selectCompanions(db: Db, who: Who, today: string): Promise<Companion[]> {
  const [owner, me] = [who.organisationId, who.personId];
  const { rows } = await sql<Companion>`
    select distinct on (c.kind, c.name, c.id, p.sort_name, p.id) c.id as "circleId", c.name as circle,
      c.kind as "circleKind", g.slug, p.id as "personId", p.name,
      theirs.part in ('specialist', 'mentor', 'coach') as "theySpecialist",
      mine.part in ('specialist', 'mentor', 'coach') as "meSpecialist",
      exists (select 1 from line_management l where l.owner_id = ${owner} and ${current('l', today)}
        and ((l.manager_id = ${me} and l.person_id = p.id) or (l.manager_id = p.id and l.person_id = ${me}))) as managers
    from circle c
    join circle_member mine on mine.owner_id = c.owner_id and mine.circle_id = c.id and mine.person_id = ${me}
      and mine.ends_at is null
    join circle_member theirs on theirs.owner_id = c.owner_id and theirs.circle_id = c.id and theirs.person_id <> ${me}
      and theirs.ends_at is null
    join person p on p.id = theirs.person_id
    left join programme g on g.owner_id = c.owner_id and g.id = c.id
    where c.owner_id = ${owner} and c.ended_at is null and c.id = any(${[...who.standing.circles.keys()]}::uuid[])
      and ((c.kind = 'partnership' and mine.part = 'partner' and theirs.part = 'partner')
        or (c.kind = 'programme' and mine.part = 'participant' and theirs.part = 'specialist')
        or (c.kind = 'programme' and mine.part = 'specialist' and theirs.part = 'participant')
        or (g.sort = 'group' and mine.part = 'participant' and theirs.part = 'participant')
        or (c.kind = 'coaching' and mine.part = 'learner' and theirs.part in ('mentor', 'coach'))
        or (c.kind = 'coaching' and mine.part in ('mentor', 'coach') and theirs.part = 'learner')
        or (c.kind = 'coaching' and mine.part = 'co-coach' and theirs.part = 'co-coach'))
    order by c.kind, c.name, c.id, p.sort_name, p.id`.execute(db);
  return rows;
}
