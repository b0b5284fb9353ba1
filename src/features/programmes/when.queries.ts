import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { notOver } from '#platform/access/current.ts';
import type { DateSpan } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { engagedSelect } from './engagements.ts';
import { openFoundProgramme, type OpenedProgramme, programmeLists } from './open-programme.ts';
import type { Part } from './people.queries.ts';
import type { Programme, Step } from './programme.queries.ts';
import type { Attendee, Closure, Engagement } from './when.slots.ts';

export type StepToPlace = Pick<
  Step,
  | 'id'
  | 'number'
  | 'kind'
  | 'lead'
  | 'title'
  | 'on_date'
  | 'starts_at'
  | 'minutes'
  | 'in_school_day'
  | 'version'
>;

const ask = composed((who, given: Given<{ slug: string; now: Date; number: number }>) => ({
  ...programmeLists(who, given),
  steps:
    list<StepToPlace>(sql`select s.id, s.number, s.kind, s.lead, s.title, s.on_date, s.starts_at, s.minutes,
      s.in_school_day, s.version
    from programme_step s join programme p on p.owner_id = s.owner_id and p.id = s.programme_id
    where s.owner_id = ${who.organisationId} and p.owner_id = ${who.organisationId} and p.slug = ${given.slug}
      and s.number = ${given.number} and s.ended_at is null`),
}));

/**
 * Opens the programme and the step that the address names, for those who run its steps, in one statement. Throws as
 * `openProgramme` does, and `NotFound` when there is no such step or it was taken out.
 */
export async function openStepToPlace(visit: Visit): Promise<{ opened: OpenedProgramme; step: StepToPlace }> {
  const { programme: slug = '', number = '' } = visit.params;
  const found = await ask(visit.db, visit.who, {
    slug,
    now: visit.now,
    number: /^\d{1,5}$/.test(number) ? Number(number) : 0,
  });
  const opened = openFoundProgramme(visit, found, 'facilitate');
  const [step] = found.steps;
  if (!step) throw new NotFound('There is no step at this address, or it was taken out of the programme.');
  return { opened, step };
}

export interface People {
  attendees: Attendee[];
  engagements: Engagement[];
  terms: DateSpan[];
  closures: Closure[];
}

/** Who comes to a step: those who take part, whoever facilitates, and the specialist where they lead it. */
function partsAt({ sort }: Pick<Programme, 'sort'>, { lead }: Pick<Step, 'lead'>): Part[] {
  return [
    'participant',
    'facilitator',
    ...(lead === 'specialist' ? (['specialist'] as const) : []),
    // Whoever started a group for themselves is one of it.
    ...(sort === 'group' ? (['leader'] as const) : []),
  ];
}

/**
 * Whom a step is for, when they work, what they have from one day to another (not what it is), and when the school
 * is open, in one statement. What one has are steps of other programmes one goes to, this one's other steps, and
 * observations: those with a day and a time, and of steps to which all come together those with a day alone.
 */
export async function selectPeopleAndDays(
  db: Db,
  programme: Pick<Programme, 'owner_id' | 'id' | 'sort'>,
  step: Pick<Step, 'id' | 'lead'>,
  { from, until, today }: { from: string; until: string; today: string },
): Promise<People> {
  const owner = programme.owner_id;
  const parts = partsAt(programme, step);
  const isFor = sql`(select c.person_id from circle_member c where c.owner_id = ${owner}
    and c.circle_id = ${programme.id} and c.ends_at is null and c.part = any(${parts}::text[]))`;
  const engaged = engagedSelect(
    owner,
    isFor,
    { from, until },
    { stepId: step.id, programmeId: programme.id },
  );
  const { rows } = await sql<People>`
    select
      coalesce((select json_agg(json_build_object('personId', p.id, 'name', p.name, 'kind', m.kind,
          'days', w.days, 'oddWeeks', coalesce(w.note, '') <> '') order by m.sort_name, p.id)
        from member m join person p on p.id = m.person_id
        left join working_pattern w on w.owner_id = m.owner_id and w.person_id = m.person_id
        where m.owner_id = ${owner} and ${notOver('m', today)} and m.person_id in ${isFor}),
        '[]'::json) as attendees,
      coalesce((select json_agg(json_build_object('personId', e.person_id, 'on', e.on_date,
          'startsAt', e.starts_at, 'minutes', e.minutes))
        from (${engaged}) e), '[]'::json) as engagements,
      coalesce((select json_agg(json_build_object('startsOn', t.starts_on, 'endsOn', t.ends_on))
        from term t where t.owner_id = ${owner} and t.kind = 'term' and t.ended_at is null), '[]'::json) as terms,
      coalesce((select json_agg(json_build_object('kind', k.kind, 'startsOn', k.starts_on, 'endsOn', k.ends_on))
        from closure k where k.owner_id = ${owner} and k.ended_at is null and k.ends_on >= ${from}
          and k.starts_on <= ${until}), '[]'::json) as closures`.execute(db);
  return rows[0]!;
}
