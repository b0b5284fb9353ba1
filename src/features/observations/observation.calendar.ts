import { sql } from 'kysely';
import type { CalendarSource } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { observationPolicy } from './observation.policy.ts';

interface Facts {
  iObserve: boolean;
  name: string;
}

/** Observations for the two, once they are agreed. */
export const observationCalendar: CalendarSource = {
  select: (who, from, until) => sql`
    select o.id::text as id, o.on_date, o.starts_at, o.minutes, o.place, '/observations/' || o.id as href, o.changed_at,
      o.called_off_at as cancelled_at, jsonb_build_object('iObserve', o.observer_id = ${who.personId}, 'name', n.name) as facts
    from observation o join item i on i.owner_id = o.owner_id and i.id = o.id
    join person n on n.id = case when o.observer_id = ${who.personId} then o.observed_id else o.observer_id end
    where o.owner_id = ${who.organisationId} and i.ended_at is null and ${who.sees('i', observationPolicy, 'takePart')}
      and (o.observed_id = ${who.personId} or (o.observer_id = ${who.personId}
        and o.circle_id = any(${[...who.standing.circles.keys()]}::uuid[])))
      and o.accepted_at is not null
      and o.on_date between ${from} and ${until}`,
  title: ({ iObserve, name }: Facts) =>
    iObserve ? t('You observe {name}', { name }) : t('{name} observes you', { name }),
};
