import { sql } from 'kysely';
import type { CalendarSource } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { dutiesSelect } from './duties.ts';

interface Facts {
  name: string;
  usual: string | null;
}

/** The duties one has, with the swaps that hold put in place. One that somebody else takes is not among them. */
export const rotasCalendar: CalendarSource = {
  select: (who, from, until) => sql`
    select d.stand_id::text || ':' || d.on_date as id, d.on_date, d.starts_at,
      (extract(epoch from d.ends_at::time - d.starts_at::time) / 60)::int as minutes, d.place,
      '/rotas?week=' || d.on_date as href,
      greatest(t.set_at, (select w.agreed_at from rota_swap w where w.owner_id = ${who.organisationId}
        and w.id = d.swap_id)) as changed_at,
      null::timestamptz as cancelled_at,
      jsonb_build_object('name', d.name, 'usual', case when d.usual_id <> d.person_id then u.name end) as facts
    from (${dutiesSelect(who.organisationId, { from, until })}) d
    join rota_stand t on t.owner_id = ${who.organisationId} and t.id = d.stand_id
    join person u on u.id = d.usual_id
    where d.person_id = ${who.personId}`,
  title: ({ name, usual }: Facts) =>
    usual === null ? name : t('{duty}, for {name}', { duty: name, name: usual }),
};
