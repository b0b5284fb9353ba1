import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { AskingMoment } from './asking-moment.ts';
import type { Measure, PersonInEvaluation } from './evaluation.ts';
import type { Moment, MomentDates } from './moments.ts';

/** What decides who has something to do for one evaluation. */
export interface WaitingFacts {
  id: string;
  slug: string;
  /** Whether its pages may be opened: the programme is published and the evaluation has not ended. */
  open: boolean;
  /** Of the school, for the hour at which something falls due. */
  zone: string;
  dates: MomentDates;
  /** Those in the programme now. */
  people: Pick<PersonInEvaluation, 'personId' | 'parts'>[];
  /** Those in it now or ever, whose lists may still hold something. */
  known: string[];
  /** The questions that are open, with those who have answered. */
  asked: { moment: AskingMoment; answered: string[] }[];
  measures: Pick<Measure, 'common' | 'usedBy'>[];
  groups: { number: number; teacherId: string; handedIn: Moment[] }[];
}

/** Of all evaluations of a school, or of one: `only` is its id or that of its programme. */
export async function selectWaitingFacts(db: Db, ownerId: string, only?: string): Promise<WaitingFacts[]> {
  const { rows } = await sql<WaitingFacts>`
    select e.id, p.slug, i.ended_at is null and p.published_at is not null as open, o.time_zone as zone,
      json_build_object('baseline', e.baseline_on, 'middle', e.middle_on, 'end', e.end_on,
        'delayed', e.delayed_on) as dates,
      coalesce((select json_agg(json_build_object('personId', w.person_id, 'parts', w.parts))
        from (select cm.person_id, array_agg(cm.part) as parts from circle_member cm
          where cm.owner_id = ${ownerId} and cm.circle_id = p.id and cm.ends_at is null
          group by cm.person_id) w), '[]') as people,
      array(select distinct cm.person_id::text from circle_member cm
        where cm.owner_id = ${ownerId} and cm.circle_id = p.id) as known,
      coalesce((select json_agg(json_build_object('moment', q.moment, 'answered',
          array(select w.person_id from evaluation_answer w where w.owner_id = ${ownerId}
            and w.evaluation_id = e.id and w.moment = q.moment)))
        from evaluation_asking q where q.owner_id = ${ownerId} and q.evaluation_id = e.id
          and q.closed_at is null), '[]') as asked,
      coalesce((select json_agg(json_build_object('common', m.common, 'usedBy', m.used_by))
        from evaluation_measure m where m.owner_id = ${ownerId} and m.evaluation_id = e.id
          and m.ended_at is null), '[]') as measures,
      coalesce((select json_agg(json_build_object('number', g.number, 'teacherId', g.teacher_id,
          'handedIn', array(select h.moment from evaluation_handed_in h
            where h.owner_id = ${ownerId} and h.group_id = g.id)) order by g.number)
        from evaluation_group g join item i on i.owner_id = g.owner_id and i.id = g.id
        where g.owner_id = ${ownerId} and i.owner_id = ${ownerId} and g.evaluation_id = e.id
          and i.ended_at is null), '[]') as groups
    from evaluation e
    join programme p on p.owner_id = e.owner_id and p.id = e.programme_id
    join item i on i.owner_id = e.owner_id and i.id = e.id
    join organisation o on o.id = e.owner_id
    where e.owner_id = ${ownerId} and p.owner_id = ${ownerId} and i.owner_id = ${ownerId}
      and (${only ?? null}::uuid is null or ${only ?? null}::uuid in (e.id, e.programme_id))
    order by e.id`.execute(db);
  return rows;
}
