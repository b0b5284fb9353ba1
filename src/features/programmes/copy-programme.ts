import { addDays, daysBetween, weekday, weekOf } from '#platform/calendar/dates.ts';
import { teachingWeeks } from '#platform/calendar/teaching-weeks.ts';
import type { Change } from '#platform/http/context.ts';
import { type Calendar, dayOfWeek } from '#features/protocols/index.ts';
import { insertProgramme, type NewStep } from './insert-programme.ts';
import { type Programme, selectSteps, type Step } from './programme.queries.ts';
import { textOfStep } from './step-changes.ts';

/**
 * Copies a programme as a draft that remembers where it came from, its steps laid on teaching weeks from a first day,
 * and records it. Answers its id and its word.
 *
 * @param leaderId who leads the copy, and alone sees it beside those who see every draft
 */
export async function copyProgramme(
  change: Change,
  programme: Programme,
  { title, startsOn, leaderId }: { title: string; startsOn: string; leaderId: string },
  calendar: Calendar,
): Promise<{ id: string; slug: string }> {
  const { tx, now, organisationId } = change;
  const steps = await selectSteps(tx, programme);
  const moved = steps.map((step) => copyOfStep(step, programme, startsOn, calendar));
  const made = await insertProgramme(
    { tx, now, organisationId, who: { personId: leaderId } },
    { ...textOf(programme), title, copied_from_owner: programme.owner_id, copied_from: programme.id },
    moved.toSorted((a, b) => (a.on_date < b.on_date ? -1 : a.on_date > b.on_date ? 1 : 0)),
    startsOn,
  );
  await change.record({ kind: 'programme.copied', itemId: made.id, body: { from: programme.id } });
  return made;
}

const textOf = ({
  summary, aim, change_kind, template_id, template_version, pupil_group, pupil_outcome, subject, priority_id,
  replaces, rationale, materials, prerequisites,
}: Programme) => ({
  summary, aim, change_kind, template_id, template_version, pupil_group, pupil_outcome, subject, priority_id,
  replaces, rationale, materials, prerequisites,
}); // prettier-ignore

/** The step on its own weekday, as many teaching weeks after the new first day as it stood after the old one. */
function copyOfStep(step: Step, from: Programme, startsOn: string, calendar: Calendar): NewStep {
  const sameWeekday = addDays(weekOf(startsOn), weekday(step.on_date) - 1);
  const on = dayOfWeek(sameWeekday, weeksBetween(from.starts_on, step.on_date, calendar), calendar);
  return {
    ...textOfStep(step),
    template_step: step.template_step,
    ingredient: step.ingredient,
    stage: step.stage,
    on_date: on < startsOn ? dayOfWeek(startsOn, 0, calendar) : on,
    cover: null,
  };
}

/** Teaching weeks from one day to another; plain weeks where the terms do not reach. */
function weeksBetween(from: string, to: string, { terms, closures }: Calendar): number {
  const weeks = teachingWeeks(terms, closures);
  const [first, last] = [weeks.indexOf(weekOf(from)), weeks.indexOf(weekOf(to))];
  return first === -1 || last === -1 ? Math.round(daysBetween(weekOf(from), weekOf(to)) / 7) : last - first;
}
