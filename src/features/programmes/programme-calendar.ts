import { sql } from 'kysely';
import type { CalendarSource } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmePolicy } from './programme.policy.ts';

interface Facts {
  step: string;
  programme: string;
}

/** The steps of the published programmes that a person is in, until a programme is closed. */
export const programmeCalendar: CalendarSource = {
  select(who, from, until) {
    const owner = who.organisationId;
    return sql`
      select s.id::text, s.on_date, s.starts_at, s.minutes, s.place,
        '/programmes/' || p.slug || '/steps/' || s.number as href,
        coalesce((select max(v.written_at) from text_version v
          where v.owner_id = ${owner} and v.item_id = s.id), s.created_at) as changed_at,
        jsonb_build_object('step', s.title, 'programme', p.title, 'order', jsonb_build_array(p.title, s.number)) as facts
      from programme_step s
      join programme p on p.owner_id = s.owner_id and p.id = s.programme_id
      join item i on i.owner_id = p.owner_id and i.id = p.id
      where s.owner_id = ${owner} and p.owner_id = ${owner} and i.owner_id = ${owner}
        and p.id = any(${[...who.standing.circles.keys()]}::uuid[])
        and p.published_at is not null and p.closed_at is null and s.ended_at is null and i.ended_at is null
        and s.on_date between ${from} and ${until} and ${who.sees('i', programmePolicy)}`;
  },
  title: ({ step, programme }: Facts) => t('{step} ({programme})', { step, programme }),
};
