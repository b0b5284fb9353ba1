import { addDays } from '#platform/calendar/dates.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { belowStep } from './addresses.ts';
import { type Commitment, outcomes } from './commitments.queries.ts';
import { isMeeting } from './kinds-of-step.ts';
import { atATime } from './protocol-says.view.ts';
import { stepDraftKey } from './step-page.queries.ts';
import type { StepView } from './step.view.ts';
import { outcomeWords } from './words.ts';

/** What was promised at the meetings before: each with what its author says came of it. */
export function reports(view: StepView): Html {
  const { data, visit } = view;
  return countedList({
    says: tn(data.toReport.length, 'One promise to hear of', '{n} promises to hear of'),
    items: data.toReport.map(
      (commitment) =>
        html`${promise(commitment)}
        ${
          commitment.outcome &&
          html`<p>
            <strong>${outcomeWords(commitment.outcome)}.</strong>
            <span class="as-written">${commitment.report}</span>
          </p>`
        }
        ${commitment.personId === visit.who.personId && !view.opened.programme.closed_at && reportForm(view, commitment)}`,
    ),
    empty: empty({
      says: t('Nothing was promised before this meeting. The next one opens with what you promise today.'),
    }),
  });
}

const promise = (commitment: Commitment): Html =>
  html`<p>${personName({ name: commitment.name })}: <span class="as-written">${commitment.trying}</span></p>
    <p class="meta">
      ${t('With: {pupils}. By {day}.', { pupils: commitment.pupils, day: formatDate(commitment.dueOn, 'weekday') })}
    </p>
    ${
      commitment.beyond &&
      html`<p class="meta">${t('Why one more: {words}', { words: commitment.beyond })}</p>`
    }`;

function reportForm({ opened, data, visit }: StepView, commitment: Commitment): Html {
  const action = belowStep(opened.programme, data.step, `reports/${commitment.id}`);
  const state = visit.formAt(action);
  const draft = data.drafts[`report:${commitment.id}`];
  const write = form(
    {
      ...state,
      values: { outcome: commitment.outcome ?? '', report: commitment.report, ...draft, ...state.values },
      button: t('Report on it'),
      quiet: true,
      draft: stepDraftKey(opened.programme, data.step.number, `report:${commitment.id}`),
      hidden: { version: commitment.version },
    },
    (f) => html`
      ${f.radios({
        name: 'outcome',
        label: t('How far did you come?'),
        required: true,
        options: outcomes.map((outcome) => ({ value: outcome, label: outcomeWords(outcome) })),
      })}
      ${f.textarea({
        name: 'report',
        label: t('What happened, and what did pupils do? If not yet, what got in the way?'),
        required: true,
      })}
    `,
  );
  return commitment.outcome
    ? details(t('Say it in other words'), write, state.errors !== undefined || draft !== undefined)
    : write;
}

/** What was promised at this meeting. */
export const commitmentsMade = (view: StepView): Html =>
  countedList({
    says: tn(view.data.madeHere.length, 'One promise', '{n} promises'),
    items: view.data.madeHere.map(
      (commitment) =>
        html`${promise(commitment)}
        ${
          commitment.personId === view.visit.who.personId &&
          !view.opened.programme.closed_at &&
          form({
            action: belowStep(
              view.opened.programme,
              view.data.step,
              `commitments/${commitment.id}/take-back`,
            ),
            button: t('Take it back'),
            describe: t('Take it back: {what}', { what: commitment.trying }),
            quiet: true,
          })
        }`,
    ),
    empty: t('Nobody has promised anything yet.'),
  });

/** Closes the meeting for one person: what I will try, with which pupils, by when. */
export function commitmentForm(view: StepView): Html {
  const { opened, data, visit, template } = view;
  const max = template?.commitments?.max;
  const mine = [...data.toReport, ...data.madeHere].filter(
    ({ personId, outcome }) => personId === visit.who.personId && outcome === null,
  );
  const action = belowStep(opened.programme, data.step, 'commitments');
  const state = visit.formAt(action);
  const next = data.steps.find((step) => isMeeting(step) && step.on_date > data.step.on_date);
  const asksWhy = max !== undefined && (mine.length >= max || state.errors?.['beyond'] !== undefined);
  return html`${asksWhy && atATime(view, max)}
  ${form(
    {
      ...state,
      values: {
        due_on: next?.on_date ?? addDays(data.step.on_date, 21),
        ...data.drafts['commitment'],
        ...state.values,
      },
      button: t('Promise it'),
      quiet: true,
      draft: stepDraftKey(opened.programme, data.step.number, 'commitment'),
    },
    (f) => html`
      ${f.textarea({ name: 'trying', label: t('One thing I will try'), required: true, rows: 2 })}
      ${f.textarea({ name: 'pupils', label: t('With which pupils, and what I will bring back'), required: true, rows: 2 })}
      ${f.date({ name: 'due_on', label: t('By when'), required: true })}
      ${
        asksWhy &&
        f.textarea({ name: 'beyond', label: t('Why one more, in your own words'), required: true, rows: 2 })
      }
    `,
  )}`;
}
