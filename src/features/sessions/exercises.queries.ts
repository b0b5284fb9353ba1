import { sql } from 'kysely';
import { draftColumn, type DraftFields } from '#platform/drafts/drafts.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Programme } from '#features/programmes/index.ts';
import type { Ground } from './words.ts';

/** One exercise as one person stands to it. */
export interface Exercise {
  id: string;
  /** By which it is addressed, whatever its place. */
  number: number;
  /** Where it stands in the order: 1, 2, 3 … */
  place: number;
  title: string;
  prompt: string;
  minutes: number;
  required: boolean;
  version: number;
  endedAt: string | null;
  /** The step it belongs to. */
  step: { id: string; number: number; title: string } | null;
  /** What the person noticed, when they have done it. */
  noticed: string | null;
  doneAt: string | null;
  exempt: { ground: Ground; reason: string; by: string } | null;
  /** How many of those who take part have done it. */
  done: number;
  /** What the person was writing under it and has not sent. */
  draft: DraftFields | null;
}

/** Under which key it is kept. */
export const exerciseDraft = ({ id }: { id: string }): string => `${draftPrefix}${id}`;
const draftPrefix = 'exercise:';

/** The exercises of a programme in their order, with what is this person's own. */
export async function selectExercises(visit: Visit, programme: Programme): Promise<Exercise[]> {
  const me = visit.who.personId;
  const { rows } = await sql<Exercise>`
    select x.id, x.number, (row_number() over (order by x.position, x.number))::integer as place, x.title, x.prompt, x.minutes, x.required, x.version, x.ended_at as "endedAt",
      (select json_build_object('id', s.id, 'number', s.number, 'title', s.title) from programme_step s
        where s.owner_id = x.owner_id and s.id = x.step_id and s.ended_at is null) as step,
      n.noticed, n.done_at as "doneAt",
      (select json_build_object('ground', e.ground, 'reason', e.reason, 'by', p.name)
        from exercise_exemption e join person p on p.id = e.granted_by
        where e.owner_id = x.owner_id and e.exercise_id = x.id and e.person_id = ${me} and e.ended_at is null) as exempt,
      (select count(*)::integer from exercise_done d
        where d.owner_id = x.owner_id and d.exercise_id = x.id and d.ended_at is null) as done,
      ${draftColumn(visit.who, sql`${draftPrefix}::text || x.id`)} as draft
    from programme_exercise x
    left join exercise_note n on n.owner_id = ${me} and n.exercise_id = x.id and n.ended_at is null
    where x.owner_id = ${programme.owner_id} and x.programme_id = ${programme.id} and x.ended_at is null
    order by x.position, x.number`.execute(visit.db);
  return rows;
}

/**
 * The required exercise that has to come first: the earliest before this one that is neither done nor
 * exempt. Undefined when this one is open.
 */
export const comesFirst = (
  exercises: readonly Exercise[],
  exercise: Pick<Exercise, 'place'>,
): Exercise | undefined =>
  exercises.find(
    (each) => each.place < exercise.place && each.required && each.doneAt === null && each.exempt === null,
  );

/** The exercise that the address names. Throws `NotFound`. */
export function findExercise(visit: Visit, exercises: readonly Exercise[]): Exercise {
  const exercise = exercises.find(({ number }) => String(number) === visit.params.number);
  if (!exercise) throw new NotFound('There is no exercise at this address.');
  return exercise;
}

/** How one participant stands to an exercise, for whoever runs the exercises. */
export interface AtExercise {
  /** What the exercise is called. */
  title: string;
  personId: string;
  name: string;
  doneAt: Date | null;
  ground: Ground | null;
  reason: string | null;
  grantedBy: string | null;
}

/** Everybody who takes part, by name. */
export async function selectAtExercise(
  visit: Visit,
  programme: Programme,
  number: string,
): Promise<AtExercise[]> {
  const { rows } = await sql<AtExercise>`
    select x.title, p.id as "personId", p.name, d.done_at as "doneAt", e.ground, e.reason, g.name as "grantedBy"
    from circle_member cm
    join person p on p.id = cm.person_id
    join programme_exercise x on x.owner_id = cm.owner_id and x.programme_id = cm.circle_id
    left join exercise_done d on d.owner_id = cm.owner_id and d.exercise_id = x.id and d.person_id = p.id
      and d.ended_at is null
    left join exercise_exemption e on e.owner_id = cm.owner_id and e.exercise_id = x.id and e.person_id = p.id
      and e.ended_at is null
    left join person g on g.id = e.granted_by
    where cm.owner_id = ${programme.owner_id} and cm.circle_id = ${programme.id} and cm.part = 'participant'
      and cm.ends_at is null and x.number::text = ${number} and x.ended_at is null
    order by p.sort_name limit 300`.execute(visit.db);
  return rows;
}
