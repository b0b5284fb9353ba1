import { sql } from 'kysely';
import type { ItemRow } from '#platform/access/select-item.ts';
import type { Item } from '#platform/access/who.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { type DraftFields, draftsColumn } from '#platform/drafts/drafts.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { type OpenedProgramme, openProgramme, type Step, templateOf } from '#features/programmes/index.ts';
import { recordingsOfStepJson, type StepRecording } from '#features/recordings/index.ts';
import { notesBehindTheTalk } from '#features/research-lessons/index.ts';
import { type Answers, answersJson } from './answers.queries.ts';
import { type Carried, carriedJson } from './carried.queries.ts';
import { type Commitment, madeHereJson, toReportJson } from './commitments.queries.ts';
import { type Material, materialsJson } from './materials.queries.ts';
import { minutesColumn, minutesOf, stepNumber } from './minutes-item.ts';
import { type Section, sectionsJson } from './minutes.queries.ts';
import { type OnRoll, rollChangesJson, type RollChange, rollJson } from './roll.queries.ts';
import { type WritingNow, writingNowJson } from './section-writing.queries.ts';
import { minutesPolicy, ofProgramme, registerPolicy } from './sessions.policy.ts';

export type BriefStep = Pick<Step, 'number' | 'kind' | 'strand' | 'lead' | 'title' | 'on_date' | 'minutes'>;

/** Everything a step's page shows to one person, already cut to what they may see. */
export interface StepPage {
  step: Step;
  /** All steps of the programme in their order. */
  steps: BriefStep[];
  terms: { name: string; startsOn: string; endsOn: string }[];
  /** Everybody for those who mark it; for a participant themself alone. */
  roll: OnRoll[];
  rollChanges: RollChange[];
  materials: Material[];
  sections: Section[];
  /** Who else is writing in one of them. */
  writing: WritingNow[];
  /** What everybody writes of their own, as far as the person may read it. */
  answers: Answers;
  /** What earlier steps hand on to this one. */
  carried: Carried[];
  /** Notes that observers took at research lessons since the meeting before. */
  lessonNotes: number;
  exercises: { number: number; title: string }[];
  /** Those made for this step that the person may open. */
  recordings: StepRecording[];
  /** Those who shared their thoughts on this step with the person. */
  reflections: { personId: string; name: string }[];
  /** Whether the person wrote down a thought of their own. */
  reflected: boolean;
  toReport: Commitment[];
  madeHere: Commitment[];
  /** What was being written at this step, by the part of the key after the step. */
  drafts: Record<string, DraftFields>;
}

/** What a draft on a step's page is kept under. */
export const stepDraftKey = (programme: { slug: string }, number: number, what: string): string =>
  `step:${programme.slug}:${number}:${what}`;

/** A step's page, opened for somebody. */
export interface OpenedStepPage {
  opened: OpenedProgramme;
  protocol: Protocol | undefined;
  data: StepPage;
  /** Decides who reads and writes what is written here: the step's own item, or what stands for it until there is one. */
  minutes: Item;
  /** Takes part, helps those who do, or was let in for this step: reads what is written. */
  isInside: boolean;
}

/** The step that the address names, with everything that this person sees there; two statements. */
export async function openStepPage(visit: Visit): Promise<OpenedStepPage> {
  const opened = await openProgramme(visit);
  const protocol = await templateOf(visit.db, opened.programme);
  const { minutes, ...data } = await selectStepPage(visit, opened, protocol);
  const isInside = minutes.endedAt === null && visit.who.may('read', minutesPolicy, minutes);
  return { opened, protocol, data, minutes, isInside };
}

/** One statement. Throws `NotFound` when there is no such step or it was taken out. */
async function selectStepPage(
  visit: Visit,
  { programme }: OpenedProgramme,
  protocol: Protocol | undefined,
): Promise<StepPage & { minutes: Item }> {
  const { who } = visit;
  const number = stepNumber(visit);
  const marks = who.may('mark', registerPolicy, ofProgramme(registerPolicy, programme));
  const { rows } = await sql<Step & Omit<StepPage, 'step'> & { item: ItemRow | null }>`
    select s.*,
      (select json_agg(json_build_object('number', o.number, 'kind', o.kind, 'strand', o.strand, 'lead', o.lead,
          'title', o.title, 'on_date', o.on_date, 'minutes', o.minutes)
          order by o.on_date, o.starts_at nulls first, o.number)
        from programme_step o where o.owner_id = s.owner_id and o.programme_id = s.programme_id
          and o.ended_at is null) as steps,
      coalesce((select json_agg(json_build_object('name', t.name, 'startsOn', t.starts_on, 'endsOn', t.ends_on)
          order by t.starts_on)
        from term t where t.owner_id = s.owner_id and t.kind = 'term' and t.ended_at is null
          and t.ends_on >= ${programme.starts_on} and t.starts_on <= ${programme.ends_on}), '[]'::json) as terms,
      ${rollJson(marks ? null : who.personId)} as roll,
      ${marks ? rollChangesJson() : sql`'[]'::json`} as "rollChanges",
      ${materialsJson(who)} as materials,
      ${sectionsJson(who)} as sections,
      ${writingNowJson(who, visit.now)} as writing,
      ${answersJson(who, protocol, { today: visit.today, closed: programme.closed_at !== null })} as answers,
      ${carriedJson(who, protocol)} as carried,
      ${notesBehindTheTalk('s')} as "lessonNotes",
      ${minutesColumn(visit)} as item,
      ${recordingsOfStepJson(who)} as recordings,
      coalesce((select json_agg(json_build_object('number', x.number, 'title', x.title) order by x.position, x.number)
        from programme_exercise x where x.owner_id = s.owner_id and x.step_id = s.id and x.ended_at is null),
        '[]'::json) as exercises,
      coalesce((select json_agg(distinct jsonb_build_object('personId', r.person_id, 'name', p.name))
        from reflection_shared r join person p on p.id = r.person_id
        where r.owner_id = s.owner_id and r.step_id = s.id and r.ended_at is null
          and r.principal = any(${who.standing.principals}::text[]) and r.person_id <> ${who.personId}),
        '[]'::json) as reflections,
      exists (select 1 from reflection f where f.owner_id = ${who.personId} and f.step_id = s.id) as reflected,
      ${toReportJson(who)} as "toReport",
      ${madeHereJson(who)} as "madeHere",
      ${draftsColumn(who, stepDraftKey(programme, number, ''))} as drafts
    from programme_step s
    where s.owner_id = ${programme.owner_id} and s.programme_id = ${programme.id} and s.number = ${number}
      and s.ended_at is null
  `.execute(visit.db);
  const row = rows[0];
  if (!row) throw new NotFound('There is no step at this address, or it was taken out of the programme.');
  const { steps, terms, roll, rollChanges, materials, sections, writing, answers, item, ...others } = row;
  const { exercises, recordings, carried, lessonNotes, ...rest } = others;
  const { reflections, reflected, toReport, madeHere, drafts: kept, ...step } = rest;
  return {
    step,
    steps,
    terms,
    roll,
    rollChanges,
    materials,
    sections,
    writing,
    answers,
    minutes: minutesOf(visit, programme, item),
    carried,
    lessonNotes,
    exercises,
    recordings,
    reflections,
    reflected,
    toReport,
    madeHere,
    drafts: kept,
  };
}
