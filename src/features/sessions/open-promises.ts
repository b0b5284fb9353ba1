import { type Expression, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { minutesPolicy } from './sessions.policy.ts';

/** Something promised at a meeting that nobody has spoken of yet. Days are 'YYYY-MM-DD'. */
export interface OpenPromise {
  personId: string;
  name: string;
  trying: string;
  pupils: string;
  dueOn: string;
  /** The step at which it was made. */
  madeAt: number;
}

/**
 * What was promised in the programme called `slug` and not yet reported, for those who may read its meetings. What
 * somebody promised who is in it no more ended with their leaving.
 */
export const openPromises = (who: Who, slug: Expression<string>): List<OpenPromise> =>
  list<OpenPromise>(sql`
    select c.person_id as "personId", n.name, c.trying, c.pupils, c.due_on as "dueOn", s.number as "madeAt"
    from programme p
    join commitment c on c.owner_id = p.owner_id and c.programme_id = p.id
    join programme_step s on s.owner_id = c.owner_id and s.id = c.step_id
    join item i on i.owner_id = c.owner_id and i.id = c.step_id
    join person n on n.id = c.person_id
    where p.owner_id = ${who.organisationId} and p.slug = ${slug} and c.ended_at is null and c.outcome is null
      and i.ended_at is null and ${who.sees('i', minutesPolicy)}
      and exists (select 1 from circle_member k join member m on m.owner_id = k.owner_id and m.person_id = k.person_id
        where k.owner_id = ${who.organisationId} and m.owner_id = ${who.organisationId} and k.circle_id = p.id
          and k.person_id = c.person_id and k.ends_at is null and m.ended_at is null)
    order by c.due_on, n.sort_name, c.made_at`);
