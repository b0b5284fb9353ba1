import { sql } from 'kysely';
import type { CalendarSource } from '#platform/http/feature.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { agreementPolicy } from './agreement.policy.ts';

interface Facts {
  what: 'review' | 'task';
  /** The partners, or what is to be done. */
  names: string[];
}

/** Reviews, and preparations with a day. Observations stand there as observations. */
export const agreementCalendar: CalendarSource = {
  select: (who, from, until) => {
    const [owner, me] = [who.organisationId, who.personId];
    const mine = sql`a.owner_id = ${owner} and i.owner_id = ${owner} and i.id = a.id and a.closed_at is null
      and ${who.sees('i', agreementPolicy, 'write')}`;
    return sql`
      select 'review-' || a.id as id, a.review_on as on_date, null as starts_at, 0 as minutes, '' as place,
        '/agreements/' || a.id || '/review' as href, a.written_at as changed_at, null::timestamptz as cancelled_at,
        jsonb_build_object('what', 'review', 'names', array(select n.name from agreement_party q
          join person n on n.id = q.person_id where q.owner_id = ${owner} and q.agreement_id = a.id
            and q.answer = 'accepted' and q.person_id <> ${me} order by n.sort_name)) as facts
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
    return what === 'review' ? t('Look at the agreement again with {names}', { names: named }) : named;
  },
};
