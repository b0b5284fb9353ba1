import type { CalendarDate } from '#platform/calendar/dates.ts';
import type { Protocol, ProtocolStage, ProtocolStep } from '#features/evidence/index.ts';
import { type Calendar, dayOfWeek } from '#features/protocols/index.ts';

/** A step of a template with its day: what becomes a step of a programme. */
export interface LaidOutStep {
  step: ProtocolStep;
  /** The stage of the template it stands in. */
  stage: string;
  /** Which time through the protocol it belongs to. */
  cycle: number;
  title: string;
  on: CalendarDate;
}

/**
 * Lays the steps of a template on teaching weeks, in order of date. A step that repeats becomes as many
 * steps. Where the school's terms do not reach far enough, weeks are counted on the plain calendar.
 *
 * @param terms how many terms it should run over; more than the template's fewest stretch its second cycle
 */
export const layOut = (
  template: Protocol,
  plan: { startsOn: CalendarDate; terms: number },
  calendar: Calendar,
): LaidOutStep[] => laidOut(template.stages, plan.startsOn, stretch(template, plan.terms), calendar, 0);

/**
 * Another time through the stages that a template goes through again, the first of their steps in the first week.
 * Nothing when the template knows no further cycle.
 *
 * @param cycle the number of the cycle that begins
 */
export function layOutAgain(
  template: Protocol,
  plan: { startsOn: CalendarDate; cycle: number },
  calendar: Calendar,
): LaidOutStep[] {
  const stages = template.stages.filter(({ id }) => template.again?.stages.includes(id));
  const firstWeek = Math.min(...stages.flatMap(({ steps }) => steps.map(({ week }) => week)));
  const firstCycle = Math.min(...stages.map(({ cycle }) => cycle));
  return laidOut(stages, plan.startsOn, (week) => week - firstWeek, calendar, plan.cycle - firstCycle);
}

function laidOut(
  stages: readonly ProtocolStage[],
  startsOn: CalendarDate,
  place: (week: number) => number,
  calendar: Calendar,
  cyclesBefore: number,
): LaidOutStep[] {
  return stages
    .flatMap((stage) => stage.steps.map((step) => ({ step, stage: stage.id })))
    .flatMap(({ step, stage }) =>
      Array.from({ length: step.repeats?.times ?? 1 }, (_, index) => ({
        step,
        stage,
        cycle: step.cycle + cyclesBefore,
        title: step.repeats ? `${step.title}, ${index + 1} of ${step.repeats.times}` : step.title,
        on: dayOfWeek(startsOn, place(step.week + index * (step.repeats?.every ?? 0)), calendar),
      })),
    )
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/**
 * Over more terms than the template's fewest the first cycle stays as it is, and everything from the
 * second on is drawn out, so that its try-outs stand further apart.
 */
function stretch(template: Protocol, terms: number): (week: number) => number {
  const fewest = Math.min(...template.terms);
  const secondCycle = template.stages.flatMap((stage) => stage.steps).filter((step) => step.cycle === 2);
  const from = Math.min(...secondCycle.map((step) => step.week));
  if (terms <= fewest || !Number.isFinite(from) || template.weeks <= from) return (week) => week;
  const factor = ((template.weeks * terms) / fewest - from) / (template.weeks - from);
  return (week) => (week <= from ? week : from + Math.round((week - from) * factor));
}
