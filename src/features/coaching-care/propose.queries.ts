import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';

export interface Person {
  personId: string;
  name: string;
}

/** With the names of those who mentor them now, or were asked to; empty where nobody does. */
export type Learner = Person & { mentors: string[] };

/** Somebody who offers to mentor just now, with how many more they would take. */
export type Mentor = Person & { free: number };

/** Who could learn, and who offers to mentor and has a place free. */
export const selectProposal = composed((who, { today }: Given<{ today: string }>) => {
  const owner = who.organisationId;
  return {
    staff: list<Learner>(sql`select m.person_id as "personId", n.name, array(select y.name from pairing p
          join pairing_person l on l.owner_id = p.owner_id and l.pairing_id = p.id
          join pairing_person s on s.owner_id = p.owner_id and s.pairing_id = p.id
          join person y on y.id = s.person_id
          where p.owner_id = ${owner} and l.owner_id = ${owner} and s.owner_id = ${owner} and p.kind = 'mentoring'
            and p.ended_at is null and l.person_id = m.person_id and l.part = 'learner' and l.left_at is null
            and s.part = 'mentor' and s.left_at is null
          order by y.name) as mentors
      from member m join person n on n.id = m.person_id
      where m.owner_id = ${owner} and m.kind = 'staff' and ${current('m', today)} order by m.sort_name, m.person_id`),
    mentors: list<Mentor>(sql`
      select s."personId", s.name, s.free from (
        select m.person_id as "personId", n.name, m.sort_name, o.places - (select count(*)::integer from pairing_person x
            join pairing p on p.owner_id = x.owner_id and p.id = x.pairing_id
            where x.owner_id = ${owner} and p.owner_id = ${owner} and x.person_id = m.person_id and x.part <> 'learner'
              and x.answer is distinct from 'no' and x.left_at is null and p.ended_at is null) as free
        from coaching_offer o join member m on m.owner_id = o.owner_id and m.person_id = o.person_id
        join person n on n.id = m.person_id
        where o.owner_id = ${owner} and m.owner_id = ${owner} and ${current('m', today)}
          and o.open and 'mentoring' = any(o.kinds)) s
      where s.free > 0 order by s.free desc, s.sort_name, s."personId"`),
  };
});
