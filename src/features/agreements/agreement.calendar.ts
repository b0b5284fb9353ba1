import { sql } from 'kysely';
import type { CalendarSource } from '#platform/http/feature.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { recordOfPlan } from '#features/observations/index.ts';
import { agreementPolicy } from './agreement.policy.ts';

interface Facts {
  what: 'observe' | 'observed' | 'review' | 'task';
  /** The other person, the partners, or what is to be done. */
  names: string[];
}

/**
 * Observations of those who observe and are observed, reviews, and preparations with a day. An observation that
 * has a page of its own stands in the calendar from there, on the day it was moved to.
 */
export const agreementCalendar: CalendarSource = {
  select: (who, from, until) => {
    const [owner, me] = [who.organisationId, who.personId];
    const mine = sql`a.owner_id = ${owner} and i.owner_id = ${owner} and i.id = a.id and a.closed_at is null
      and ${who.sees('i', agreementPolicy, 'write')}`;
    return sql`
      select b.id::text as id, b.on_date, b.starts_at, 60 as minutes, b.place,
        '/agreements/' || a.id || '#observations' as href, b.changed_at,
        b.called_off_at as cancelled_at, jsonb_build_object('what', case when b.observer_id = ${me} then 'observe' else 'observed' end,
          'names', jsonb_build_array(n.name)) as facts
      from agreement a join item i on i.owner_id = ${owner} and i.id = a.id
      join agreement_observation b on b.owner_id = a.owner_id and b.agreement_id = a.id
      join person n on n.id = case when b.observer_id = ${me} then b.observed_id else b.observer_id end
      where ${mine} and (b.observer_id = ${me} or b.observed_id = ${me})
        and not exists (select 1 from (${recordOfPlan(owner, 'b')}) r where r.on_date is not null)
        and b.on_date between ${from} and ${until}
      union all
      select 'review-' || a.id, a.review_on, null, 0, '', '/agreements/' || a.id || '/review', a.written_at, null,
        jsonb_build_object('what', 'review', 'names', array(select n.name from agreement_party q
          join person n on n.id = q.person_id where q.owner_id = ${owner} and q.agreement_id = a.id
            and q.answer = 'accepted' and q.person_id <> ${me} order by n.sort_name))
      from agreement a join item i on i.owner_id = ${owner} and i.id = a.id
      where ${mine} and a.in_force_version is not null and a.review_on between ${from} and ${until}
        and exists (select 1 from agreement_party q where q.owner_id = ${owner} and q.agreement_id = a.id
          and q.answer = 'accepted' and q.person_id <> ${me})
      union all
      select k.id::text, k.due_on, null, 0, '', '/agreements/' || a.id || '#tasks', k.changed_at, null,
        jsonb_build_object('what', 'task', 'names', jsonb_build_array(k.title))
      from agreement a join item i on i.owner_id = ${owner} and i.id = a.id
      join agreement_task k on k.owner_id = a.owner_id and k.agreement_id = a.id
      where ${mine} and k.done_at is null and k.ended_at is null and (k.person_id is null or k.person_id = ${me})
        and k.due_on between ${from} and ${until}`;
  },
  title({ what, names }: Facts) {
    const named = formatList(names);
    switch (what) {
      case 'observe':
        return t('You observe {name}', { name: named });
      case 'observed':
        return t('{name} observes you', { name: named });
      case 'review':
        return t('Look at the agreement again with {names}', { names: named });
      case 'task':
        return named;
    }
  },
};
