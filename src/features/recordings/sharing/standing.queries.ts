import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Recording } from '../recording.ts';

/** How a recording stands, for what waits about it, and everybody who has or had to do with it. */
export interface Standing {
  recording: Pick<
    Recording,
    'id' | 'authorId' | 'state' | 'watchedAt' | 'debriefAt' | 'endedAt' | 'closed' | 'isExemplar'
  >;
  people: {
    personId: string;
    /** Its audience reaches them now, and they do not manage its author. */
    sees: boolean;
    /** They may write notes. */
    notes: boolean;
    watched: boolean;
    readyAt: Date | null;
  }[];
}

interface Row {
  recording: Omit<Standing['recording'], 'watchedAt' | 'debriefAt' | 'endedAt'> & {
    watchedAt: string | null;
    debriefAt: string | null;
    endedAt: string | null;
  };
  people: (Omit<Standing['people'][number], 'readyAt'> & { readyAt: string | null })[];
}

const moment = (text: string | null): Date | null => (text === null ? null : new Date(text));

/**
 * Undefined when there is no such recording. `before` are those it was shown to until now: they are among the people
 * though they do not see it any more.
 */
export async function selectStanding(
  db: Db,
  ownerId: string,
  id: string,
  before: readonly string[] = [],
): Promise<Standing | undefined> {
  const { rows } = await sql<Row>`
    with reached as (
      select coalesce(x.person_id, case when g.principal like 'person:%' then split_part(g.principal, ':', 2)::uuid end)
          as person_id, g.ability
      from (
        select a.principal, a.ability from item i
        join audience_grant a on a.owner_id = i.owner_id and a.audience_id = i.audience_id
        where i.owner_id = ${ownerId} and i.id = ${id}
        union all select b.principal, null from unnest(${[...before]}::text[]) b (principal)
      ) g
      left join circle_member x on x.owner_id = ${ownerId} and x.ends_at is null and g.principal like 'circle:%'
        and x.circle_id = split_part(g.principal, ':', 2)::uuid
        and (split_part(g.principal, ':', 3) = '' or x.part = split_part(g.principal, ':', 3))
    )
    select json_build_object('id', r.id, 'authorId', i.author_id, 'state', r.state, 'watchedAt', r.watched_at,
        'isExemplar', exists (select 1 from exemplar e where e.owner_id = r.owner_id and e.id = r.id and e.ended_at is null),
        'debriefAt', r.debrief_at, 'endedAt', i.ended_at,
        'closed', exists (select 1 from recording_pupil p where p.owner_id = r.owner_id and p.recording_id = r.id
          and p.shown = 'seen' and p.taken_back_at is not null)) as recording,
      coalesce((select json_agg(json_build_object('personId', p.person_id, 'sees', p.sees, 'notes', p.notes,
          'watched', exists (select 1 from recording_view v where v.owner_id = r.owner_id and v.recording_id = r.id
            and v.person_id = p.person_id),
          'readyAt', (select w.ready_at from recording_watcher w where w.owner_id = r.owner_id
            and w.recording_id = r.id and w.person_id = p.person_id)))
        from (
          select y.person_id, bool_or(y.ability is not null and not exists (select 1 from line_management l
              where l.owner_id = r.owner_id and l.manager_id = y.person_id and l.person_id = i.author_id
                and l.ended_at is null)) as sees,
            bool_or(y.ability in ('contribute', 'edit')) as notes
          from (
            select person_id, ability from reached where person_id is not null
            union all
            select w.person_id, null from recording_watcher w where w.owner_id = r.owner_id and w.recording_id = r.id
          ) y group by y.person_id
        ) p), '[]'::json) as people
    from recording r join item i on i.owner_id = r.owner_id and i.id = r.id
    where r.owner_id = ${ownerId} and r.id = ${id}`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { recording, people } = row;
  return {
    recording: {
      ...recording,
      watchedAt: moment(recording.watchedAt),
      debriefAt: moment(recording.debriefAt),
      endedAt: moment(recording.endedAt),
    },
    people: people.map((person) => ({ ...person, readyAt: moment(person.readyAt) })),
  };
}
