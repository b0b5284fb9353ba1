import { formatDate, formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form, type FormOptions } from '#ui/form.ts';
import { html, type Html, nothing, type Value } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { table } from '#ui/table.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { rhythmInWords, rhythmNamed } from '../relationships.ts';
import { type Together, togetherHref } from '../together.ts';
import { madeFields } from './booking-form.ts';
import { clashAt } from './clash.ts';
import type { Diary } from './diary.ts';
import type { Laid } from './lay-out.ts';
import { kindInWords, type Meeting, stateOf } from './meeting.ts';
import type { Plan } from './plan-term.ts';

interface Term {
  together: Together;
  meetings: readonly Meeting[];
  diary: Diary;
  protocol: Protocol | undefined;
  plan: Plan;
  form: Pick<FormOptions, 'values' | 'errors'>;
  today: string;
}

export function termView(term: Term): Html {
  const { together, plan, protocol, form: back } = term;
  const action = togetherHref(together, 'times/term');
  const inDay = plan.laid.some(({ inSchoolDay }) => inSchoolDay);
  return html`<p>
      ${
        protocol !== undefined && plan.by === 'protocol'
          ? t('Laid out as “{protocol}” has it. {rhythm}', {
              protocol: protocol.title,
              rhythm: rhythmNamed(together.kind, together.rhythm).plain,
            })
          : t('Laid out {rhythm}. Holidays and closed days are stepped over.', {
              rhythm: rhythmInWords(together),
            })
      }
      ${alreadyBooked(term)}
    </p>
    ${
      protocol?.limits.length && rhythmNamed(together.kind, together.rhythm).oneSchool
        ? html`<p>${label(t('One school’s experience'))}</p>`
        : nothing
    }
    ${
      together.endsOn !== null &&
      together.endsOn < plan.from &&
      html`<p>
        ${t('Your time together was planned until {day}. To go on, choose a later last day and lay it out again. Where you would rather stop, end it on your shared page.', { day: formatDate(together.endsOn) })}
        <a href="${togetherHref(together)}">${t('Your shared page')}</a>
      </p>`
    }
    ${spanForm(term, action)}
    <h2>${tn(plan.laid.length, 'One time', '{n} times')}</h2>
    ${
      plan.laid.length === 0
        ? empty({
            says: t(
              'No day fits between these two, as far as the terms are entered. Choose another first day or a later last one.',
            ),
          })
        : form(
            {
              action,
              button: t('Book those that are ticked'),
              values: back.values ?? { in_school_day: inDay },
              errors: back.errors,
              hidden: hiddenOf(plan.laid),
              cancel: togetherHref(together, 'times'),
            },
            (f) =>
              html`<div class="booking-rows">
                  ${table({
                    caption: t('Change any day or time before you book'),
                    columns: [
                      { label: t('What') },
                      { label: t('Book it'), labelHidden: true },
                      { label: t('Day') },
                      { label: t('Time') },
                      { label: t('To know') },
                    ],
                    rows: plan.laid.map((laid, n) => [
                      html`${kindInWords(laid.kind)}<br /><span class="meta"
                          >${formatMinutes(laid.minutes)}</span
                        >`,
                      f.checkbox({
                        name: `book_${n}`,
                        label: t('Book it'),
                        initial: back.values === undefined,
                      }),
                      f.date({
                        name: `on_${n}`,
                        label: t('Day'),
                        labelHidden: true,
                        unmarked: true,
                        initial: laid.on,
                      }),
                      f.time({
                        name: `at_${n}`,
                        label: t('Time'),
                        labelHidden: true,
                        unmarked: true,
                        initial: laid.startsAt,
                      }),
                      // What is wrong stands beside the day or the time, once.
                      back.errors?.[`on_${n}`] || back.errors?.[`at_${n}`] ? '' : toKnow(term, laid),
                    ]),
                    empty: '',
                  })}
                </div>
                ${madeFields(f)}`,
          )
    }`;
}

const hiddenOf = (laid: readonly Laid[]): Record<string, string | number> =>
  Object.fromEntries(
    laid.flatMap(({ kind, minutes }, n) => [
      [`kind_${n}`, kind],
      [`minutes_${n}`, minutes],
    ]),
  );

function alreadyBooked({ meetings, today }: Term): Value {
  const booked = meetings.filter((each) => stateOf(each) === 'booked' && each.on >= today).length;
  return booked > 0 && tn(booked, 'One time is booked already.', '{n} times are booked already.');
}

/** What stands against a time as it is laid out, and where it was moved to suit the days people work. */
function toKnow({ diary }: Term, laid: Laid): string {
  const clash = clashAt(diary, laid, { withPupils: laid.kind === 'lesson' });
  return [
    laid.insteadOf !== null &&
      t('Instead of {day}, on which not everybody works.', { day: formatDate(laid.insteadOf, 'weekday') }),
    clash.day,
    clash.time,
  ]
    .filter(Boolean)
    .join(' ');
}

const spanForm = ({ plan, protocol, together }: Term, action: string): Html =>
  form(
    {
      action,
      method: 'get',
      quiet: true,
      prefix: 'span',
      values: { from: plan.from, until: plan.until, at: plan.startsAt, by: plan.by },
      button: t('Lay it out again'),
    },
    (f) =>
      html`${f.date({ name: 'from', label: t('First day'), unmarked: true })}
      ${f.date({ name: 'until', label: t('Last day'), unmarked: true })}
      ${f.time({ name: 'at', label: t('Time of day'), unmarked: true })}
      ${
        protocol !== undefined &&
        f.radios({
          name: 'by',
          label: t('Laid out by'),
          unmarked: true,
          options: [
            { value: 'protocol', label: protocol.title },
            {
              value: 'rhythm',
              label: t('Conversations alone, {rhythm}', { rhythm: rhythmInWords(together) }),
            },
          ],
        })
      }`,
  );
