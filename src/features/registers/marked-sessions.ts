import { type Expression, type RawBuilder, sql } from 'kysely';

type Day = string | Expression<unknown>;

/**
 * What was marked for the sessions the law counts, as a select (of all pupils, or of one) of pupil_id, on_date, session, national, category,
 * code_id, minutes and register_id: one row for each pupil and session. Of several registers of one session, as when
 * somebody moved class that day, the one marked last counts.
 */
export const markedSessions = (
  owner: string,
  { from, until, pupil }: { from: Day; until: Day; pupil?: RawBuilder<unknown> | Expression<unknown> },
): RawBuilder<unknown> => sql`
  select distinct on (m.pupil_id, r.on_date, r.session)
    m.pupil_id, r.on_date, r.session, c.national, c.category, m.code_id, m.minutes, r.id as register_id
  from register r
  join register_mark m on m.owner_id = ${owner} and m.register_id = r.id
  join attendance_code c on c.owner_id = ${owner} and c.id = m.code_id
  where r.owner_id = ${owner} and r.session is not null and r.on_date between ${from} and ${until}
    ${pupil === undefined ? sql`` : sql`and m.pupil_id = ${pupil}`}
  order by m.pupil_id, r.on_date, r.session, m.marked_at desc, r.id`;
