import { sql } from 'kysely';
import type { CalendarSource } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { type Moment, momentWords } from './moments.ts';

/** The four days of each evaluation that one helps to plan or measure for. */
export const evaluationCalendar: CalendarSource = {
  select: (who, from, until) => sql`
    select e.id::text || ':' || d.moment as id, d.on_date, null::text as starts_at, 0 as minutes, '' as place,
      '/programmes/' || p.slug || '/evaluation/groups' as href, e.updated_at as changed_at,
      null::timestamptz as cancelled_at, jsonb_build_object('moment', d.moment, 'programme', p.title) as facts
    from evaluation e
    join programme p on p.owner_id = e.owner_id and p.id = e.programme_id
    join item i on i.owner_id = e.owner_id and i.id = e.id
    cross join lateral (values ('baseline', e.baseline_on), ('middle', e.middle_on), ('end', e.end_on),
      ('delayed', e.delayed_on)) d (moment, on_date)
    where e.owner_id = ${who.organisationId} and p.owner_id = ${who.organisationId} and i.owner_id = ${who.organisationId}
      and i.ended_at is null and d.on_date between ${from} and ${until}
      and ${who.sees('i', evaluationPolicy, 'enter')}`,
  title: (facts: { moment: Moment; programme: string }) =>
    t('{programme}: measure pupils ({moment})', {
      programme: facts.programme,
      moment: momentWords(facts.moment),
    }),
};
