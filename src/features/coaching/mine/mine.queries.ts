import { sql } from 'kysely';
import { composed, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import type { Kind, MentoringPurpose, Part } from '../together.ts';

/** One pairing in somebody's list. `id` is the coaching's. */
export interface MyPairing {
  id: string;
  kind: Kind;
  purpose: MentoringPurpose | null;
  /** The reader's. */
  part: Part;
  /** The reader has not answered yet, and it is their turn. */
  asksMe: boolean;
  /** The names of the others. */
  others: string[];
  askedAt: Date;
  agreedAt: Date | null;
  endedAt: Date | null;
  /** The reader left it. */
  leftAt: Date | null;
  /** The first time together that is booked and neither held nor called off: it may be past, and nobody has said. */
  nextOn: string | null;
  /** Nothing is agreed in writing that holds. */
  withoutAgreement: boolean;
}

/** The pairings that `who` is or was in: those that ask first, then those that go on, then ended ones. */
export const myPairings = (who: Who, most: number): List<MyPairing> =>
  list<MyPairing>(
    sql`select p.circle_id as id, p.kind, p.purpose, me.part,
      (me.answer is null and p.ended_at is null) as "asksMe",
      array(select n.name from pairing_person x join person n on n.id = x.person_id
        where x.owner_id = me.owner_id and x.pairing_id = me.pairing_id and x.person_id <> me.person_id
          and x.answer is distinct from 'no' order by n.sort_name) as others,
      p.asked_at as "askedAt", p.agreed_at as "agreedAt", p.ended_at as "endedAt", me.left_at as "leftAt",
      (select min(t.on_date) from coaching_meeting t where t.owner_id = p.owner_id and t.pairing_id = p.id
        and t.held_at is null and t.called_off_at is null) as "nextOn",
      c.in_force_version is null as "withoutAgreement"
    from pairing_person me
    join pairing p on p.owner_id = me.owner_id and p.id = me.pairing_id
    join coaching c on c.owner_id = p.owner_id and c.id = p.circle_id
    join item i on i.owner_id = p.owner_id and i.id = p.circle_id
    where me.owner_id = ${who.organisationId} and me.person_id = ${who.personId} and me.answer is distinct from 'no'
      and (me.answer is not null or p.ended_at is null)
      and (me.part in ('learner', 'co-coach') or not exists (select 1 from pairing_person l
        where l.owner_id = me.owner_id and l.pairing_id = me.pairing_id and l.part = 'learner'
          and l.answer is distinct from 'yes'))
      and ${who.sees('i', coachingPolicy)}
    order by p.ended_at is not null, me.answer is not null, "nextOn" nulls last, p.asked_at desc, p.id limit ${most}`,
    { askedAt: 'moment', agreedAt: 'moment', endedAt: 'moment', leftAt: 'moment' },
  );

/** More than anybody is in at once; of those that ended, the latest. */
export const mostPairings = 150;

interface MyOfferState {
  open: boolean;
}

export const selectMine = composed((who) => ({
  pairings: myPairings(who, mostPairings),
  offers: list<MyOfferState>(sql`select o.open from coaching_offer o
    where o.owner_id = ${who.organisationId} and o.person_id = ${who.personId}`),
}));
