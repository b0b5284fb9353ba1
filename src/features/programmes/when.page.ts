import type { AudienceNote } from '#platform/http/content.ts';
import { addDays, type CalendarDate, isCalendarDate } from '#platform/calendar/dates.ts';
import { isTime } from '#platform/calendar/local-time.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { stepHref } from './addresses.ts';
import { mustRun } from './must-run.ts';
import { programmePolicy } from './programme.policy.ts';
import { trailOf } from './programme-tabs.view.ts';
import { openStepToPlace, selectPeopleAndDays, type StepToPlace } from './when.queries.ts';
import { afterSchool, daysLookedAt, slotsOf, type TimeChoice } from './when.slots.ts';
import { whenView } from './when.view.ts';

/** How many of the days looked at lie before the day a step is on now. */
const daysBefore = 14;

/** Kinds of step that are done in lessons, for which a training day is no day. */
const withPupils = [
  'tryout',
  'peer-observation',
  'specialist-observation',
  'recording',
  'research-lesson',
  'measure',
  'pupil-evidence',
];

/** Where one looks for a time for a step: days on which the school is open, with who could come, best first. */
export const whenPage = page('/programmes/:programme/steps/:number/when', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const { opened, step } = await openStepToPlace(visit);
    mustRun(opened.programme);
    const asked = dayAsked(visit);
    const days = daysAround(step, asked, visit.today);
    const time = timeOf(step, visit);
    const people = await selectPeopleAndDays(visit.db, opened.programme, step, {
      ...days,
      today: visit.today,
    });
    const search = {
      ...people,
      ...days,
      startsAt: time.startsAt,
      minutes: step.minutes,
      around: step.on_date,
      withPupils: withPupils.includes(step.kind),
    };
    return { opened, step, time, search, asked, slots: slotsOf(search), today: visit.today, who: visit.who };
  },
  view: (when) => ({
    title: t('Find a time: {title}', { title: when.step.title }),
    audience: audience(when.opened.programme.sort === 'group'),
    trail: [
      ...trailOf(when.opened.programme),
      { label: when.step.title, href: stepHref(when.opened.programme, when.step) },
    ],
    body: whenView(when),
  }),
});

const audience = (isGroup: boolean): AudienceNote => ({
  icon: 'people',
  words: isGroup
    ? t('Those who lead or facilitate this group, and its specialist')
    : t('The leader, the facilitators and the specialist of this programme, and the CPD leader'),
  why: t('Of their colleagues they see here whether somebody is free at a time, never what they do then.'),
});

/** The day that the address asks for, unless it is over or makes no sense. */
function dayAsked({ query, today }: Visit): CalendarDate | undefined {
  const { from = '' } = query;
  return isCalendarDate(from) && from > today && from < '2200' ? from : undefined;
}

/** From two weeks before the step's day to three weeks after, or from the day asked for; tomorrow at the earliest. */
function daysAround(
  step: StepToPlace,
  asked: CalendarDate | undefined,
  today: CalendarDate,
): { from: CalendarDate; until: CalendarDate } {
  const tomorrow = addDays(today, 1);
  const first = asked ?? addDays(step.on_date, -daysBefore);
  const last = addDays(first, daysLookedAt);
  if (last < tomorrow) return { from: tomorrow, until: addDays(tomorrow, daysLookedAt) };
  return { from: first < tomorrow ? tomorrow : first, until: last };
}

function timeOf(step: StepToPlace, { query }: Visit): { choice: TimeChoice; startsAt: string } {
  const at = (query.at ?? '').trim();
  if (query.time === 'at' && isTime(at)) return { choice: 'at', startsAt: at };
  if (query.time === 'after-school' || step.starts_at === null)
    return { choice: 'after-school', startsAt: afterSchool };
  return { choice: 'as-now', startsAt: step.starts_at };
}
