import { type RawBuilder, sql } from 'kysely';

/** How somebody stood at a step. 'later': they caught up afterwards. */
export const attendanceStates = ['here', 'online', 'later', 'not-here'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

/** One participant on the roll of a step. */
export interface OnRoll {
  personId: string;
  name: string;
  state: AttendanceState | null;
  /** They said beforehand that they cannot come; '' when they gave no reason. */
  apology: string | null;
}

/** One change of the roll, as recorded: by person what it was and what it became. */
export interface RollChange {
  at: string;
  by: string | null;
  marks: Record<string, { from: AttendanceState | null; to: AttendanceState }>;
}

/**
 * The participants of the step `s` with their state, as JSON: all of them, or one alone.
 * Somebody who left stays on the roll of the steps where they were marked.
 */
export const rollJson = (only: string | null): RawBuilder<OnRoll[]> => sql`coalesce((
  select json_agg(json_build_object('personId', p.id, 'name', p.name, 'state', a.state, 'apology', y.reason)
    order by p.sort_name)
  from (select distinct cm.person_id from circle_member cm
    left join attendance before on before.owner_id = cm.owner_id and before.step_id = s.id
      and before.person_id = cm.person_id
    where cm.owner_id = s.owner_id and cm.circle_id = s.programme_id and cm.part = 'participant'
      and (cm.ends_at is null or before.person_id is not null)
      and (${only}::uuid is null or cm.person_id = ${only}::uuid)) taking
  join person p on p.id = taking.person_id
  left join attendance a on a.owner_id = s.owner_id and a.step_id = s.id and a.person_id = p.id
  left join step_apology y on y.owner_id = s.owner_id and y.step_id = s.id and y.person_id = p.id
    and y.ended_at is null), '[]'::json)`;

/** The last changes of the roll of the step `s`, newest first, as JSON. */
export const rollChangesJson = (): RawBuilder<RollChange[]> => sql`coalesce((
  select json_agg(json_build_object('at', e.at, 'by', e.by, 'marks', e.body->'marks') order by e.at desc)
  from (select ev.at, who.name as by, ev.body from event ev left join person who on who.id = ev.actor_id
    where ev.owner_id = s.owner_id and ev.item_id = s.id and ev.kind = 'attendance.marked'
    order by ev.at desc limit 20) e), '[]'::json)`;
