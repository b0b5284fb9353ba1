import { sql } from 'kysely';
import type { Visit } from '#platform/http/context.ts';
import { type VisitToCome, visitsToComeJson } from '#features/observations/index.ts';
import type { Programme } from '#features/programmes/index.ts';
import { type WaitingQuestion, waitingQuestionsJson } from '#features/questions/index.ts';

interface ComingStep {
  number: number;
  kind: string;
  title: string;
  on: string;
  startsAt: string | null;
  place: string;
  lead: string;
  /** How many materials are there for it. */
  materials: number;
}

/** What waits for a specialist in one programme. */
export interface Desk {
  /** `sharedId`: the starting points they share last; `notesId`: one's notes of a talk with them. */
  people: { personId: string; name: string; sharedId: string | null; notesId: string | null }[];
  /** The observations agreed, asked for, or still without feedback. */
  visits: VisitToCome[];
  /** The steps to come that a specialist leads, or that are about watching a class. */
  coming: ComingStep[];
  questions: WaitingQuestion[];
}

/** One statement. Of starting points it says only where some are that are shared with this person. */
export async function selectDesk(visit: Visit, programme: Programme): Promise<Desk> {
  const { who, today } = visit;
  const { owner_id: owner, id } = programme;
  const { rows } = await sql<Desk>`
    select
      coalesce((select json_agg(json_build_object('personId', p.id, 'name', p.name,
          'sharedId', (select s.starting_points_id from starting_points_shared s where s.owner_id = ${owner} and s.person_id = p.id
            and s.principal = any(${who.standing.principals}::text[]) and s.ended_at is null
            and (s.programme_id = ${id} or s.programme_id is null) order by s.shared_at desc limit 1),
          'notesId', (select n.id from interview_notes n join item ni on ni.owner_id = n.owner_id and ni.id = n.id
            where n.owner_id = ${owner} and n.teacher_id = p.id and n.interviewer_id = ${who.personId}
              and ni.ended_at is null order by n.id desc limit 1)) order by p.sort_name)
        from circle_member cm join person p on p.id = cm.person_id
        where cm.owner_id = ${owner} and cm.circle_id = ${id} and cm.part = 'participant' and cm.ends_at is null),
        '[]'::json) as people,
      coalesce((select json_agg(json_build_object('number', c.number, 'kind', c.kind, 'title', c.title, 'on', c.on_date,
          'startsAt', c.starts_at, 'place', c.place, 'lead', c.lead, 'materials', c.materials) order by c.on_date, c.number)
        from (select s.number, s.kind, s.title, s.on_date, s.starts_at, s.place, s.lead,
            (select count(*)::integer from step_material m join item i on i.owner_id = m.owner_id and i.id = m.id
              where m.owner_id = ${owner} and m.step_id = s.id and i.ended_at is null) as materials
          from programme_step s where s.owner_id = ${owner} and s.programme_id = ${id} and s.ended_at is null
            and s.on_date >= ${today} and (s.lead = 'specialist' or s.kind = 'specialist-observation')
          order by s.on_date, s.number limit 20) c), '[]'::json) as coming,
      ${visitsToComeJson(who, id)} as visits,
      ${waitingQuestionsJson(who, programme)} as questions`.execute(visit.db);
  return rows[0]!;
}
