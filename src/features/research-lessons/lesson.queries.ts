import { sql } from 'kysely';
import { itemList, itemOf, type ItemRow } from '#platform/access/select-item.ts';
import type { Visit } from '#platform/http/context.ts';
import { type DraftFields, draftsColumn } from '#platform/drafts/drafts.ts';
import type { Step } from '#features/programmes/index.ts';
import { lessonDraftKey } from './addresses.ts';
import type { Lesson, Note } from './lesson.ts';
import { admitToLesson, type OpenedLesson, openLessonStep } from './open-lesson.ts';

/** Those parts of a programme whose people plan, teach and observe. */
const inside = ['participant', 'facilitator', 'specialist'];

/** The people of these parts at the step `s`, and those who were let in for it alone: a select of their ids. */
const takingPart = () => sql`
  select c.person_id from circle_member c where c.owner_id = s.owner_id and c.circle_id = s.programme_id
    and c.ends_at is null and c.part = any(${inside}::text[])
  union
  select split_part(g.principal, ':', 2)::uuid from item w
    join audience_grant g on g.owner_id = w.owner_id and g.audience_id = w.audience_id
    where w.owner_id = s.owner_id and w.id = s.id and w.ended_at is null and g.owner_id = s.owner_id
      and g.ability = 'contribute' and g.principal like 'person:%'`;

type Stored = Omit<Lesson, 'notes' | 'takenBack'> & {
  notes: (Note & { ended: boolean })[];
  /** Of what is written at the step, which says who was let in for it. */
  written: ItemRow | null;
  drafts: Record<string, DraftFields>;
};

/** A lesson, and what this person was writing about it, by the part of the draft's key after the step. */
export type ShownLesson = Lesson & { drafts: Record<string, DraftFields> };

/** A lesson as a page opens it for somebody. */
export interface LessonAsShown {
  at: OpenedLesson;
  lesson: ShownLesson;
}

/**
 * The lesson that the address names, with everything its pages show. Throws what `openLessonStep` and
 * `admitToLesson` throw.
 */
export async function openLessonPage(visit: Visit): Promise<LessonAsShown> {
  const found = await openLessonStep(visit);
  const { written, ...lesson } = await selectLesson(visit, found);
  const item = admitToLesson(visit, found.step, written ? itemOf(written, visit.who) : undefined);
  return { at: { ...found, item }, lesson };
}

/**
 * One statement. Notes of others come only once the lesson has been held, so that nobody writes down what somebody
 * else saw.
 */
async function selectLesson(
  visit: Visit,
  { opened, step }: Omit<OpenedLesson, 'item'>,
): Promise<ShownLesson & { written: ItemRow | null }> {
  const { who } = visit;
  const ofStep = itemList(who, {
    ownerId: sql.val(step.owner_id),
    id: sql.val(step.id),
    now: sql.val(visit.now),
  });
  const { rows } = await sql<Stored>`
    select l.id, coalesce(l.version, 0) as version, coalesce(l.teacher_ids::text[], '{}') as "teacherIds",
      coalesce(l.observer_ids::text[], '{}') as "observerIds", l.held_at as "heldAt", h.name as "heldBy",
      l.first_held_at as "firstHeldAt",
      ${people()} as people,
      coalesce((select json_agg(json_build_object('id', m.id, 'title', m.title, 'takenOut', m.ended_at is not null)
          order by m.position, m.created_at)
        from lesson_moment m where m.owner_id = l.owner_id and m.lesson_id = l.id), '[]'::json) as moments,
      coalesce((select json_agg(json_build_object('id', f.id, 'label', f.label, 'takenOut', f.ended_at is not null,
          'predictedVersion', f.predicted_version, 'compared', json_build_object('finding', f.compared,
            'words', f.compared_words, 'version', f.compared_version, 'by', c.name, 'at', f.compared_at))
          order by f.position, f.created_at)
        from focus_pupil f left join person c on c.id = f.compared_by
        where f.owner_id = l.owner_id and f.lesson_id = l.id), '[]'::json) as pupils,
      coalesce((select json_agg(json_build_object('pupilId', r.pupil_id, 'momentId', r.moment_id, 'text', r.text,
          'by', p.name, 'at', r.predicted_at))
        from focus_pupil f join predicted_response r on r.owner_id = f.owner_id and r.pupil_id = f.id
        join person p on p.id = r.predicted_by
        where f.owner_id = l.owner_id and f.lesson_id = l.id and r.owner_id = l.owner_id), '[]'::json) as predictions,
      coalesce((select json_agg(json_build_object('id', n.id, 'pupilId', n.pupil_id, 'momentId', n.moment_id,
          'text', n.text, 'author', p.name, 'mine', n.author_id = ${who.personId}, 'at', n.noted_at,
          'ended', n.ended_at is not null) order by n.noted_at, n.arrived_at, n.id)
        from observer_note n join person p on p.id = n.author_id
        where n.owner_id = l.owner_id and n.lesson_id = l.id and (n.author_id = ${who.personId}
          or (l.held_at is not null and n.ended_at is null))), '[]'::json) as notes,
      (select json_build_object('notes', count(*)::int, 'observers', count(distinct n.author_id)::int)
        from observer_note n where n.owner_id = l.owner_id and n.lesson_id = l.id and n.ended_at is null) as counts,
      (select row_to_json(w) from (${ofStep.select}) w) as written,
      ${draftsColumn(who, lessonDraftKey(opened.programme, step, ''))} as drafts
    from programme_step s
    left join research_lesson l on l.owner_id = s.owner_id and l.step_id = s.id
    left join person h on h.id = l.held_by
    where s.owner_id = ${step.owner_id} and s.id = ${step.id}
  `.execute(visit.db);
  const { notes, ...lesson } = rows[0]!;
  const those = (ended: boolean) =>
    notes.filter((note) => note.ended === ended).map(({ ended: _, ...note }) => note);
  return { ...lesson, notes: those(false), takenBack: those(true) };
}

/** Everybody who takes part now, and whoever is named in the lesson and left since, by name. */
const people = () => sql`coalesce((
  select json_agg(json_build_object('id', p.id, 'name', p.name, 'here', p.id in (${takingPart()})) order by p.sort_name)
  from person p
  where p.id in (${takingPart()}) or p.id = any(l.teacher_ids) or p.id = any(l.observer_ids)), '[]'::json)`;

/** Who takes part at a step now, for those who choose who teaches and who observes. */
export async function selectTakingPart(visit: Visit, step: Step): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select p.id from programme_step s join person p on p.id in (${takingPart()})
    where s.owner_id = ${step.owner_id} and s.id = ${step.id}`.execute(visit.db);
  return new Set(rows.map(({ id }) => id));
}
