import type { Who } from '#platform/access/who.ts';
import { addDays, daysBetween } from '#platform/calendar/dates.ts';
import { formatDate, formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { addressOf } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { dateKeepers } from '#features/organisation/index.ts';
import { programmeHref, stepHref } from './addresses.ts';
import type { OpenedProgramme } from './open-programme.ts';
import { whatIsNotKnown } from './when-not-known.view.ts';
import type { StepToPlace } from './when.queries.ts';
import { afterSchool, daysLookedAt, daysOf, type Search, type Slot, type TimeChoice } from './when.slots.ts';
import { countsOf, reasonOf, slotWords } from './when.words.ts';

export interface When {
  opened: OpenedProgramme;
  step: StepToPlace;
  time: { choice: TimeChoice; startsAt: string };
  search: Search;
  /** The first day to look at, where one was asked for. */
  asked: string | undefined;
  /** Best first. */
  slots: readonly Slot[];
  today: string;
  who: Who;
}

/** So many are set apart as the best; the others stand in a table by day. */
const best = 3;

export function whenView(when: When): Html {
  const { opened, step, search, slots } = when;
  if (search.attendees.length === 0)
    return html`${asItIs(when)}
    ${empty({
      says: t('Nobody takes part yet, so there is nobody to find a time for.'),
      todo: { label: t('People'), href: programmeHref(opened.programme, 'people') },
    })}`;
  const isNow = (slot: Slot) => slot.on === step.on_date && slot.startsAt === step.starts_at;
  const first = slots.filter((slot) => !isNow(slot)).slice(0, best);
  const rest = slots.filter((slot) => !first.includes(slot)).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return html`${asItIs(when)} ${asPlanned(when)} ${timeForm(when)} ${beyondTerms(when)}
    <h2>${t('Best times')}</h2>
    ${
      first.length === 0
        ? empty({ says: t('The school is closed on all of these days, as far as its dates are entered.') })
        : html`<ul class="items with-end">
            ${first.map(
              (slot) =>
                html`<li>
                  <span><strong>${slotWords(slot, step.minutes)}</strong><br />${reasonOf(slot)}</span>
                  ${moveForm(when, slot)}
                </li>`,
            )}
          </ul>`
    }
    ${
      rest.length > 0 &&
      details(tn(rest.length, 'The other day', 'The other {n} days'), otherDays(when, rest, isNow))
    }
    ${closedDays(when)} ${otherWeeks(when)} ${whatIsNotKnown(search.attendees)}`;
}

const asItIs = ({ step, search: { attendees } }: When): Html =>
  html`<p>
    ${t('It is now on {day}. It takes {long}.', {
      day: step.starts_at
        ? t('{day}, {time}', { day: formatDate(step.on_date, 'weekday'), time: step.starts_at })
        : formatDate(step.on_date, 'weekday'),
      long: formatMinutes(step.minutes),
    })}
    ${attendees.length > 0 && tn(attendees.length, 'It is for one person.', 'It is for {n} people.')}
  </p>`;

/** Where the plan counts a step as time in the school day, moving it alone does not change that. */
const asPlanned = ({ step, time }: When): Html =>
  step.in_school_day && time.choice === 'after-school'
    ? html`<p>
        ${t('It is planned in the school day. Once it is moved, its time still counts as that until its design says otherwise.')}
      </p>`
    : nothing;

/** The times of day to choose from; the choice stands in the address. */
function timeForm({ opened, step, time, asked }: When): Html {
  const kept =
    step.starts_at === null
      ? []
      : [{ value: 'as-now', label: t('At the time it has now, {time}', { time: step.starts_at }) }];
  return html`${form(
    {
      action: `${stepHref(opened.programme, step)}/when`,
      method: 'get',
      quiet: true,
      values: { time: time.choice, ...(time.choice === 'at' && { at: time.startsAt }) },
      hidden: { from: asked },
      button: t('Look at this time'),
    },
    (f) => html`
      ${f.radios({
        name: 'time',
        label: t('At what time of day?'),
        required: true,
        options: [
          ...kept,
          { value: 'after-school', label: t('After school, at {time}', { time: afterSchool }) },
          { value: 'at', label: t('At another time') },
        ],
      })}
      ${f.time({ name: 'at', label: t('Which time?'), unmarked: true })}
    `,
  )}`;
}

const moveForm = ({ opened, step }: When, slot: Slot): Html =>
  form({
    action: `${stepHref(opened.programme, step)}/when`,
    button: t('Move it here'),
    describe: t('Move it here: {when}', { when: slotWords(slot, step.minutes) }),
    hidden: { on_date: slot.on, starts_at: slot.startsAt, version: step.version },
    quiet: true,
    prefix: `move-${slot.on}`,
  });

const otherDays = (when: When, slots: readonly Slot[], isNow: (slot: Slot) => boolean): Html =>
  html`<ul class="items with-end">
    ${slots.map(
      (slot) =>
        html`<li>
          <span
            ><strong>${formatDate(slot.on, 'weekday')}</strong>
            ${slot.isTrainingDay && label(t('Training day'))}<br />${countsOf(slot)}</span
          >
          ${isNow(slot) ? html`<span>${t('It is here now')}</span>` : moveForm(when, slot)}
        </li>`,
    )}
  </ul>`;

/** How many days were left out, so that nobody looks for them. */
function closedDays({ search, slots }: When): Html {
  const closed = daysOf(search).length - slots.length;
  if (closed === 0) return html`<p>${t('Weekends are not looked at.')}</p>`;
  return html`<p>
    ${tn(closed, 'Weekends are not looked at, nor one day on which the school is closed.', 'Weekends are not looked at, nor {n} days on which the school is closed.')}
  </p>`;
}

function otherWeeks({ opened, step, time, search, asked, today }: When): Html {
  const to = (from: string | undefined): string =>
    addressOf(`${stepHref(opened.programme, step)}/when`, {
      from,
      time: time.choice,
      at: time.choice === 'at' ? time.startsAt : undefined,
    });
  const [before, tomorrow] = [addDays(search.from, -daysLookedAt), addDays(today, 1)];
  const earlier = {
    label: t('Earlier days'),
    href: to(before > tomorrow ? before : tomorrow),
    icon: 'back',
  } as const;
  return quietActions([
    // A week at least, or there is nothing more to see.
    ...(daysBetween(today, search.from) >= 7 ? [earlier] : []),
    ...(asked === undefined ? [] : [{ label: t('Around the day it is on'), href: to(undefined) }]),
    { label: t('Later days'), href: to(addDays(search.until, 1)), icon: 'next' },
  ]);
}

/** Says that the days looked at reach further than the terms that are entered. */
function beyondTerms({ search: { terms, until }, who }: When): Html {
  const last = terms
    .map(({ endsOn }) => endsOn)
    .toSorted()
    .at(-1);
  if (last !== undefined && until <= last) return nothing;
  return notice(
    'caution',
    html`${
      last === undefined
        ? t('No terms are entered, so some of these days may be in a holiday.')
        : t('The terms after {day} are not entered yet, so no later day is looked at.', {
            day: formatDate(last),
          })
    }
    ${
      who.hasAny(dateKeepers)
        ? html`<a href="/school/dates">${t('Enter the terms')}</a>`
        : t('Ask an administrator to enter them.')
    }`,
  );
}
