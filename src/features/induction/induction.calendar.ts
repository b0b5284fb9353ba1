import { sql } from 'kysely';
import type { CalendarSource } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';

interface Facts {
  mine: boolean;
  name: string;
}

/**
 * Reviews of induction plans, for the teacher and the tutor. A calendar is no page of induction, so it carries the day
 * and the name and nothing of the plan.
 */
export const inductionCalendar: CalendarSource = {
  select: (who, from, until) => sql`
    select 'induction-' || r.id as id, r.on_date, null::text as starts_at, 0 as minutes, '' as place,
      '/induction/' || n.id || '/reviews' as href, r.changed_at,
      coalesce(r.ended_at, case when r.held_at is null then n.closed_at end) as cancelled_at,
      jsonb_build_object('mine', n.person_id = ${who.personId}, 'name', p.name) as facts
    from induction_review r join induction_plan n on n.owner_id = r.owner_id and n.id = r.plan_id
    join person p on p.id = n.person_id
    where r.owner_id = ${who.organisationId} and n.owner_id = ${who.organisationId}
      and (n.person_id = ${who.personId} or n.tutor_id = ${who.personId})
      and r.on_date between ${from} and ${until}`,
  title: ({ mine, name }: Facts) =>
    mine ? t('Review of your induction plan') : t('Review of the induction plan of {name}', { name }),
};
