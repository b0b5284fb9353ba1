import { sql } from 'kysely';
import type { CalendarSource } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { cyclePolicy } from '../../coaching.policy.ts';

interface Facts {
  words: string;
}

/** The days on which the learner looks again at a step: in their own calendar only. */
export const revisitCalendar: CalendarSource = {
  select: (who, from, until) => sql`
    select s.id::text as id, s.revisit_on as on_date, null::text as starts_at, 0 as minutes, ''::text as place,
      '/coaching/goals/' || c.owner_id || '/' || c.id || '/steps/' || s.id as href, s.updated_at as changed_at,
      coalesce(s.ended_at, i.ended_at, c.finished_at) as cancelled_at, jsonb_build_object('words', s.words) as facts
    from action_step s join coaching_cycle c on c.owner_id = s.owner_id and c.id = s.cycle_id
    join item i on i.owner_id = c.owner_id and i.id = c.id
    where s.owner_id = ${who.personId} and c.organisation_id = ${who.organisationId} and s.revisited_at is null
      and ${who.sees('i', cyclePolicy, 'write')} and s.revisit_on between ${from} and ${until}`,
  title: ({ words }: Facts) => t('Look again: {words}', { words }),
};
