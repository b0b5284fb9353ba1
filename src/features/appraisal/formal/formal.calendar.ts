import { sql } from 'kysely';
import type { CalendarSource } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { formalHref } from './formal-observation.ts';

interface Facts {
  iObserve: boolean;
  name: string;
}

/**
 * Formal observations, once both said yes, for the two and nobody else. A calendar is no page of appraisal, so it
 * carries the day and the name and nothing of what is written.
 */
export const formalCalendar: CalendarSource = {
  select: (who, from, until) => sql`
    select 'formal-' || o.id as id, o.on_date, o.starts_at, o.minutes, o.place, ${formalHref({ id: '' })} || o.id as href,
      o.changed_at, o.called_off_at as cancelled_at,
      jsonb_build_object('iObserve', o.observer_id = ${who.personId}, 'name', n.name) as facts
    from formal_observation o join item i on i.owner_id = o.owner_id and i.id = o.id
    join person n on n.id = case when o.observer_id = ${who.personId} then o.person_id else o.observer_id end
    where o.owner_id = ${who.organisationId} and i.ended_at is null and o.confirmed_at is not null
      and (o.person_id = ${who.personId} or o.observer_id = ${who.personId})
      and o.on_date between ${from} and ${until}`,
  title: ({ iObserve, name }: Facts) =>
    iObserve ? t('You observe {name} formally', { name }) : t('{name} observes you formally', { name }),
};
