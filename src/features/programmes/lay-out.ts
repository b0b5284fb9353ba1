import { addDays, type CalendarDate, type DateSpan } from '#platform/calendar/dates.ts';
import { addTeachingWeeks } from '#platform/calendar/teaching-weeks.ts';
import type { Protocol, ProtocolStep } from '#features/evidence/index.ts';

export interface Calendar {
  terms: readonly DateSpan[];
  closures: readonly DateSpan[];
}

/** A step of a template with its day: what becomes a step of a programme. */
export interface LaidOutStep {
  step: ProtocolStep;
  title: string;
  on: CalendarDate;
}

/**
 * Lays the steps of a template on teaching weeks, in order of date. A step that repeats becomes as many
 * steps. Where the school's terms do not reach far enough, weeks are counted on the plain calendar.
 *
 * @param terms how many terms it should run over; more than the template's fewest stretch its second cycle
 */
export function layOut(
  template: Protocol,
  plan: { startsOn: CalendarDate; terms: number },
  calendar: Calendar,
): LaidOutStep[] {
  const stretched = stretch(template, plan.terms);
  return template.stages
    .flatMap((stage) => stage.steps)
    .flatMap((step) =>
      Array.from({ length: step.repeats?.times ?? 1 }, (_, index) => ({
        step,
        title: step.repeats ? `${step.title}, ${index + 1} of ${step.repeats.times}` : step.title,
        week: stretched(step.week + index * (step.repeats?.every ?? 0)),
      })),
    )
    .map(({ step, title, week }) => ({ step, title, on: dayOfWeek(plan.startsOn, week, calendar) }))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The day `weeks` teaching weeks after the start; plain weeks from the last day the school's terms reach. */
export function dayOfWeek(
  startsOn: CalendarDate,
  weeks: number,
  { terms, closures }: Calendar,
): CalendarDate {
  for (let known = weeks; known >= 0; known--) {
    const day = addTeachingWeeks(startsOn, known, terms, closures);
    if (day !== null) return addDays(day, (weeks - known) * 7);
  }
  return addDays(startsOn, weeks * 7);
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
