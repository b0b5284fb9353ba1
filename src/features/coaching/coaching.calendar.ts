import { sql } from 'kysely';
import type { CalendarSource } from '#platform/http/feature.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from './coaching.policy.ts';

interface Facts {
  names: string[];
}

/** The days on which people look again at what they agreed, for those who are in it. */
export const lookAgainCalendar: CalendarSource = {
  select: (who, from, until) => sql`
    select 'look-again-' || c.id as id, c.look_again_on as on_date, null::text as starts_at, 0 as minutes, '' as place,
      '/coaching/' || c.id || '/agreement' as href, greatest(c.written_at, c.in_force_at) as changed_at,
      p.ended_at as cancelled_at,
      jsonb_build_object('names', array(select n.name from pairing_person x join person n on n.id = x.person_id
        where x.owner_id = p.owner_id and x.pairing_id = p.id and x.person_id <> ${who.personId} and x.left_at is null
          and x.answer = 'yes' order by n.sort_name)) as facts
    from coaching c join pairing p on p.owner_id = c.owner_id and p.circle_id = c.id
    join item i on i.owner_id = c.owner_id and i.id = c.id
    where c.owner_id = ${who.organisationId} and p.owner_id = ${who.organisationId} and i.ended_at is null
      and ${who.sees('i', coachingPolicy, 'write')} and c.in_force_version is not null
      and c.look_again_on between ${from} and ${until}`,
  title: ({ names }: Facts) => t('Look at your agreement again, with {names}', { names: formatList(names) }),
};
