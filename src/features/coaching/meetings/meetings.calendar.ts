import { sql } from 'kysely';
import type { CalendarSource } from '#platform/http/feature.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { wasThereFor } from '../what-leavers-read.ts';
import { kindInWords, type MeetingKind } from './meeting.ts';

interface Facts {
  kind: MeetingKind;
  names: string[];
}

/** Times together, for the people of the pairing. What was to come when it ended, or one left it, is off. */
export const meetingsCalendar: CalendarSource = {
  select: (who, from, until) => sql`
    select m.id::text as id, m.on_date, m.starts_at, m.minutes, m.place,
      '/coaching/' || p.circle_id || '/times/' || m.id as href,
      greatest(m.changed_at, case when m.held_at is null then coalesce(mine.left_at, p.ended_at) end) as changed_at,
      coalesce(m.called_off_at, case when m.held_at is null then coalesce(mine.left_at,
        case when m.on_date >= (p.ended_at at time zone ${who.standing.organisation.zone})::date then p.ended_at end) end) as cancelled_at,
      jsonb_build_object('kind', m.kind, 'names', coalesce((
        select jsonb_agg(n.name order by n.name) from pairing_person x join person n on n.id = x.person_id
        where x.owner_id = ${who.organisationId} and x.pairing_id = p.id and x.person_id <> ${who.personId}
          and x.answer = 'yes' and (x.left_at is null or x.left_at >= m.booked_at)), '[]'::jsonb)) as facts
    from coaching_meeting m join pairing p on p.owner_id = m.owner_id and p.id = m.pairing_id
    join item i on i.owner_id = p.owner_id and i.id = p.circle_id
    join pairing_person mine on mine.owner_id = p.owner_id and mine.pairing_id = p.id
    where m.owner_id = ${who.organisationId} and p.owner_id = ${who.organisationId}
      and i.owner_id = ${who.organisationId} and mine.owner_id = ${who.organisationId}
      and mine.person_id = ${who.personId} and ${wasThereFor(who, sql.ref('p.circle_id'))}
      and ${who.sees('i', coachingPolicy)} and m.on_date between ${from} and ${until}`,
  title: ({ kind, names }: Facts) =>
    names.length === 0
      ? kindInWords(kind)
      : t('{what} with {names}', { what: kindInWords(kind), names: formatList(names) }),
};
