import { sql } from 'kysely';
import type { CalendarSource } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { seesProgramme } from './programme.policy.ts';

interface Facts {
  step: string;
  programme: string;
}

/**
 * The steps of the published programmes that a person is in, and those of a stage they are let in for. A step that was taken out is cancelled, and so is what
 * was still to come when its programme was closed.
 */
export const programmeCalendar: CalendarSource = {
  select(who, from, until) {
    const { id: owner, zone } = who.standing.organisation;
    const mine = sql`${[...who.standing.circles.keys()]}::uuid[]`;
    const letIn = sql`stage_guest g where g.owner_id = ${owner} and g.person_id = ${who.personId} and g.ended_at is null`;
    return sql`
      select s.id::text, s.on_date, s.starts_at, s.minutes, s.place,
        '/programmes/' || p.slug || '/steps/' || s.number as href,
        greatest(s.created_at, s.calendar_changed_at, p.updated_at) as changed_at,
        case when s.ended_at is not null then s.ended_at
          when s.on_date >= (p.closed_at at time zone ${zone})::date then p.closed_at end as cancelled_at,
        jsonb_build_object('step', s.title, 'programme', p.title, 'order', jsonb_build_array(p.title, s.number)) as facts
      from programme_step s
      join programme p on p.owner_id = s.owner_id and p.id = s.programme_id
      join item i on i.owner_id = p.owner_id and i.id = p.id
      where s.owner_id = ${owner} and p.owner_id = ${owner} and i.owner_id = ${owner}
        and p.id in (select unnest(${mine}) union select g.programme_id from ${letIn})
        and (p.id = any(${mine}) or exists (select 1 from ${letIn} and g.programme_id = p.id
          and g.stage = s.stage and g.cycle = s.cycle and g.until_on >= s.on_date))
        and p.published_at is not null and i.ended_at is null
        and (s.ended_at is null or s.ended_at > p.published_at)
        and s.on_date between ${from} and ${until} and ${seesProgramme(who, 'i')}`;
  },
  title: ({ step, programme }: Facts) => t('{step} ({programme})', { step, programme }),
};
