import { z } from 'zod';
import { addDays, daysBetween, weekday, weekOf } from '#platform/calendar/dates.ts';
import { teachingWeeks } from '#platform/calendar/teaching-weeks.ts';
import { Refused } from '#platform/errors.ts';
import { day, line } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Calendar, dayOfWeek, selectCalendar } from '#features/protocols/index.ts';
import { programmeHref } from './addresses.ts';
import { copyPage, mustBeginProgrammes } from './copy.page.ts';
import { whyNotFrom } from './first-day.ts';
import { insertProgramme, type NewStep } from './insert-programme.ts';
import { openLedProgramme } from './open-programme.ts';
import { programmePolicy } from './programme.policy.ts';
import { type Programme, selectSteps, type Step } from './programme.queries.ts';
import { textOfStep } from './step-changes.ts';

/** Copies a programme as a draft of one's own that remembers where it came from. */
export const copyAction = action('/programmes/:programme/copy', {
  purpose: 'learning',
  access: programmePolicy,
  page: copyPage,
  input: z.object({ title: line('Give the copy a title.', 120), starts_on: day('Choose the first day.') }),
  async run(change, { title, starts_on: startsOn }) {
    const { programme } = await openLedProgramme(change);
    mustBeginProgrammes(change.who);
    const calendar = await selectCalendar(change.tx, change.organisationId);
    const whyNot =
      startsOn < change.today
        ? t('This day has passed. Choose today or a later one.')
        : whyNotFrom(startsOn, calendar);
    if (whyNot) throw new Refused({ starts_on: whyNot });
    const steps = await selectSteps(change.tx, programme);
    const moved = steps.map((step) => copyOfStep(step, programme, startsOn, calendar));
    const { id, slug } = await insertProgramme(
      change,
      { ...textOf(programme), title, copied_from_owner: programme.owner_id, copied_from: programme.id },
      moved.toSorted((a, b) => (a.on_date < b.on_date ? -1 : a.on_date > b.on_date ? 1 : 0)),
      startsOn,
    );
    await change.record({ kind: 'programme.copied', itemId: id, body: { from: programme.id } });
    return see(programmeHref({ slug }, 'design'), t('The copy is a draft. Change whatever you like.'));
  },
});

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
