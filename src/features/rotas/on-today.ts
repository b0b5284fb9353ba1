import { sql } from 'kysely';
import { type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { dutiesSelect } from './duties.ts';

/** Somebody's duty today; times as '08:30'. */
export interface DutyToday {
  name: string;
  place: string;
  from: string;
  until: string;
  person: string;
  isMine: boolean;
}

/** What of rotas stands on Today. */
export interface RotasToday {
  duties: DutyToday[];
  /** How many duties colleagues ask all to take, that this person has not answered. */
  asked: number;
}

/** A part of Today for staff; for others a list without a row. */
export const rotasOnToday = (who: Who, { today }: Given<{ today: string }>): List<RotasToday> => {
  const owner = who.organisationId;
  if (who.standing.kind !== 'staff') return { select: sql`select 1 as n where false`, moments: [] };
  return list<RotasToday>(sql`
    select (select coalesce(json_agg(json_build_object('name', d.name, 'place', d.place, 'from', d.starts_at,
        'until', d.ends_at, 'person', p.name, 'isMine', d.person_id = ${who.personId})
        order by d.starts_at, d.name, p.sort_name), '[]'::json)
      from (${dutiesSelect(owner, { from: today, until: today })}) d join person p on p.id = d.person_id) as duties,
      (select count(*)::int from rota_swap w join rota_stand t on t.owner_id = ${owner} and t.id = w.stand_id
        where w.owner_id = ${owner} and w.ended_at is null and w.taken_by is null and w.asked_id is null
          and w.on_date >= ${today} and t.person_id <> ${who.personId}
          and not exists (select 1 from rota_swap_no n where n.owner_id = ${owner} and n.swap_id = w.id
            and n.person_id = ${who.personId})) as asked`);
};
